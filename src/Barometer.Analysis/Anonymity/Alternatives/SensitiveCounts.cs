namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// The counts of a survey that break a rule of the policy: fewer respondents than a cell must have gave an answer, or didn't. They are those of hidden
/// cells; of the strata that the weights are made of, which a weighted share can tell of; and, where these are few, of strata taken together.
/// </summary>
internal sealed class SensitiveCounts
{
    private const int FewStrata = 6;
    private const int MostStrata = 60;
    private const int Digits = 9;

    private readonly AnswerSheet _truth;
    private readonly ReleasePolicy _policy;
    private readonly List<SensitiveCount> _found = [];
    private readonly HashSet<(int, int, string)> _known = [];

    /// <summary>Finds the counts.</summary>
    public SensitiveCounts(AnswerSheet truth, ReleasePolicy policy, IReadOnlyList<JournalEntry> released)
    {
        (_truth, _policy) = (truth, policy);
        var own = released.Where(one => one.Entry.Survey == truth.Survey.Id && one.Table is not null).ToList();
        foreach (var one in own)
        {
            foreach (var (_, estimate) in one.Table!.Estimates.Index().Where(cell => one.Entry.Cells[cell.Index].Status == CellStatus.Suppressed && cell.Item.Members is not null))
            {
                foreach (var question in one.Table.Design?.Codebook.LeavesOf(estimate.Outcome.Variable) ?? [estimate.Outcome.Variable])
                {
                    Add(truth.IndexOf(question), Frame(one.Table, estimate));
                }
            }
        }

        foreach (var strata in own.Select(one => one.Table!.Design).OfType<BarometerDesign>().Select(Strata).Where(strata => strata.Count > 1).DistinctBy(strata => string.Join(';', strata.Select(Key))))
        {
            for (var question = 0; question < truth.Questions.Count; question++)
            {
                foreach (var group in strata.Count > FewStrata ? strata : Unions(strata))
                {
                    Add(question, group);
                }
            }
        }
    }

    /// <summary>The counts.</summary>
    public IReadOnlyList<SensitiveCount> All => _found;

    /// <summary>The respondents by weight, where these are so few that a reader can take them apart: the strata, or what is left of them.</summary>
    private static List<bool[]> Strata(BarometerDesign design)
    {
        double[] weights = [.. design.Engine.Weights.ToArray().Select(weight => Math.Round(weight, Digits))];
        var classes = weights.Distinct().Order().ToList();
        return classes.Count > MostStrata ? [] : classes.ConvertAll(one => Array.ConvertAll(weights, weight => weight == one));
    }

    private static IEnumerable<bool[]> Unions(List<bool[]> strata) => Enumerable.Range(1, (1 << strata.Count) - 1)
        .Select(union => Enumerable.Range(0, strata[0].Length).Select(row => strata.Index().Any(one => (union >> one.Index & 1) == 1 && one.Item[row])).ToArray());

    /// <summary>The respondents in the groups of an estimate, whatever they answered.</summary>
    private static bool[] Frame(UnreleasedTable table, UnreleasedEstimate estimate)
    {
        var among = Enumerable.Repeat(true, table.OrganisationOfRow!.Length).ToArray();
        foreach (var group in estimate.Groups)
        {
            if (table.Design?.Engine.Data.TryGet(group.Variable, out var column) == true && CodedColumn.Of(column) is var coded && coded.IndexOf(group.Code) is var code and >= 0)
            {
                for (var row = 0; row < among.Length; row++)
                {
                    among[row] &= coded.Codes[row] == code;
                }
            }
        }

        return among;
    }

    private void Add(int question, bool[] group)
    {
        if (question < 0)
        {
            return;
        }

        var (states, size, key) = (_truth.States[question], group.Count(isIn => isIn), Key(group));
        foreach (var answer in _truth.Values[question].Answers.Where(states.Contains))
        {
            var value = states.Where((state, row) => group[row] && state == answer).Count();
            if (Math.Min(value, size - value) < _policy.MinRespondents && _known.Add((question, answer, key)))
            {
                // As far above and below as a hidden count of a share must stay open, where there is room.
                var (others, k) = (size - value, _policy.GroupCoalition + 1);
                var more = Math.Min(others, Math.Max(_policy.ProtectionInterval, k - value));
                var fewer = Math.Min(value, Math.Max(_policy.ProtectionInterval, k - others));
                _found.Add(new SensitiveCount(question, answer, group, value, value - fewer, value + more));
            }
        }
    }

    private static string Key(bool[] group) => string.Create(group.Length, group, (text, rows) =>
    {
        for (var row = 0; row < rows.Length; row++)
        {
            text[row] = rows[row] ? '1' : '0';
        }
    });
}

/// <summary>How many of a group gave an answer, and between which other numbers it must be possible.</summary>
/// <param name="Question">The question's number.</param>
/// <param name="Answer">The answer's state.</param>
/// <param name="Group">For each respondent whether it belongs to the group.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">A number so low must be possible.</param>
/// <param name="High">A number so high must be possible.</param>
internal sealed record SensitiveCount(int Question, int Answer, bool[] Group, int Value, int Low, int High)
{
    /// <summary>The number in other answers.</summary>
    public int In(AnswerSheet answers)
    {
        var (states, count) = (answers.States[Question], 0);
        for (var row = 0; row < states.Length; row++)
        {
            count += Group[row] && states[row] == Answer ? 1 : 0;
        }

        return count;
    }
}
