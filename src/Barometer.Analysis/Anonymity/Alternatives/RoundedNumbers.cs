namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>Reads the numbers that releases show of a survey's answers, as far as they are sums over respondents.</summary>
/// <param name="sheet">The answers.</param>
/// <param name="policy">How numbers are rounded.</param>
internal sealed class RoundedNumbers(AnswerSheet sheet, ReleasePolicy policy)
{
    private const double Edge = 1e-9;
    private readonly List<RoundedNumber> _found = [];

    /// <summary>The numbers that are shown, each once, with the tightest of its bounds.</summary>
    public static IReadOnlyList<RoundedNumber> Of(AnswerSheet sheet, ReleasePolicy policy, IEnumerable<JournalEntry> released)
    {
        var reader = new RoundedNumbers(sheet, policy);
        foreach (var one in released.Where(one => one.Entry.Survey == sheet.Survey.Id && one.Table?.Design is not null))
        {
            foreach (var (i, estimate) in one.Table!.Estimates.Index().Where(cell => one.Entry.Cells[cell.Index].Status == CellStatus.Published && cell.Item.Members is not null))
            {
                reader.Read(one.Entry.Id, one.Table, estimate, one.Released!.Content.Estimates[i]);
            }
        }

        return reader._found;
    }

    private void Read(string release, UnreleasedTable table, UnreleasedEstimate estimate, ReleasedEstimate shown)
    {
        var members = estimate.Members!;
        var parts = members.Parts.Count > 0 ? members.Parts : [members];
        foreach (var part in parts)
        {
            var variable = (part.Outcome ?? estimate.Numbers.Outcome).Variable;
            if (sheet.IndexOf(variable) is not (var question and >= 0))
            {
                continue;
            }

            if (part.CountedRows is { } givers)
            {
                Read(release, table, estimate, shown, part, question, givers);
            }
            else if (!sheet.Values[question].IsNumeric)
            {
                // What a model tells is a function of the shares in its groups.
                foreach (var state in part.BaseRows.Select(row => sheet.States[question][row]).Distinct().Order())
                {
                    Read(release, table, estimate, shown, part, question, Array.FindAll(part.BaseRows, row => sheet.States[question][row] == state));
                }
            }
        }
    }

    private void Read(string release, UnreleasedTable table, UnreleasedEstimate estimate, ReleasedEstimate shown, CellMembers part, int question, int[] givers)
    {
        var (design, states) = (table.Design!, sheet.States[question]);
        var (count, rows) = (sheet.Values[question].Count, sheet.Rows);
        var (inBase, counted) = (new bool[count], new double[count]);
        foreach (var row in part.BaseRows)
        {
            inBase[states[row]] = true;
        }

        foreach (var row in givers)
        {
            counted[states[row]] = 1;
        }

        foreach (var row in part.OpposedRows ?? [])
        {
            counted[states[row]] = -1;
        }

        var among = Enumerable.Repeat(true, rows).ToArray();
        var conditions = new SortedDictionary<int, bool[]>();
        foreach (var (variable, holds) in Groups(table, estimate, part).Concat(design.Conditions.Select(one => (one.Told.Variable, one.Rows))))
        {
            Require(variable, holds, among, conditions);
        }

        if (sheet.Questions[question].Routing is { } routing && sheet.IndexOf(routing.Variable) is var gate and >= 0)
        {
            // Who wasn't asked is in no base; who is may change.
            Require(gate, state => sheet.Values[gate].Code(state) is { } code && routing.Codes.Contains(code), conditions);
        }

        var weights = design.Engine.Weights.ToArray();
        RoundedNumber Number(bool isRatio, double[] counts, double[] weightOfRow) => new()
        {
            Release = release,
            Question = question,
            IsRatio = isRatio,
            Among = among,
            Conditions = [.. conditions.Select(one => (one.Key, one.Value))],
            Counted = counts,
            InBase = inBase,
            Weights = weightOfRow,
        };
        var everybody = Array.ConvertAll(inBase, isIn => isIn ? 1.0 : 0);
        var ones = Enumerable.Repeat(1.0, rows).ToArray();
        Add(Number(isRatio: false, everybody, ones), (value, _) => (value - 0.5, value + 0.5));
        if (!estimate.HasFrameBase)
        {
            Add(Number(isRatio: false, everybody, weights), (value, _) => Rounded(value, policy.BaseRounding));
        }

        Add(Number(isRatio: true, counted, weights), (value, _) => Bounds(value, table, estimate, shown, part));
    }

    /// <summary>The bounds of a share, so that it and its confidence limits, as if these moved with it, are shown with the same digits.</summary>
    private (double Low, double High) Bounds(double value, UnreleasedTable table, UnreleasedEstimate estimate, ReleasedEstimate shown, CellMembers part)
    {
        var step = shown.Steps?.Value ?? Math.Pow(10, -(policy.PercentDecimals + 2));
        var limitStep = shown.Steps?.Limit ?? Math.Pow(10, -(Math.Max(0, policy.PercentDecimals - 1) + 2));
        var (own, interval) = (estimate.Numbers.Value, shown.IsGeneralised || shown.Interval is null ? null : estimate.Numbers.Interval);
        List<(double Number, double Step)> seen = [(own, step), .. interval is not null && double.IsFinite(interval.Width) ? [(interval.Lower, limitStep), (interval.Upper, limitStep)] : Array.Empty<(double, double)>()];
        var least = seen.Max(one => Rounded(one.Number, one.Step).Low - one.Number);
        var most = seen.Min(one => Rounded(one.Number, one.Step).High - one.Number);
        if (part == estimate.Members && part.CountedRows is not null && table.Measure is Measure.Share or Measure.Balance)
        {
            return (value + least, value + most);
        }

        // What a model shows has the changes of several shares in it, and grows with that of its group.
        if (part.CountedRows is null)
        {
            return (value + (least / 2), value + (most / 2));
        }

        // A part of a comparison: in whichever direction.
        var slack = Math.Max(Edge, Math.Min(-least, most) / 2);
        return (value - slack, value + slack);
    }

    private static (double Low, double High) Rounded(double value, double step)
    {
        var shown = Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
        return (shown - (step / 2) + Edge, shown + (step / 2) - Edge);
    }

    private void Add(RoundedNumber number, Func<double, RoundedNumber, (double Low, double High)> bounds)
    {
        var (counted, all) = (0.0, 0.0);
        for (var row = 0; row < sheet.Rows; row++)
        {
            var (one, other) = number.Of(sheet.States, row);
            (counted, all) = (counted + one, all + other);
        }

        (number.Low, number.High) = bounds(number.IsRatio ? counted / all : counted, number);
        if (double.IsNaN(number.Low))
        {
            return;
        }

        if (_found.Find(number.IsSameAs) is { } known)
        {
            (known.Low, known.High) = (Math.Max(known.Low, number.Low), Math.Min(known.High, number.High));
        }
        else
        {
            _found.Add(number);
        }
    }

    /// <summary>The groups of an estimate; of the part of a comparison those that its respondents have in common.</summary>
    private static IEnumerable<(string Variable, bool[] Holds)> Groups(UnreleasedTable table, UnreleasedEstimate estimate, CellMembers part)
    {
        foreach (var group in estimate.Groups.Where(group => table.Design!.Engine.Data.TryGet(group.Variable, out _)))
        {
            var column = CodedColumn.Of(table.Design!.Engine.Data[group.Variable]);
            var codes = column.IndexOf(group.Code) is var code and >= 0 && part == estimate.Members
                ? [code]
                : part.BaseRows.Select(row => column.Codes[row]).ToHashSet();
            yield return (group.Variable, Array.ConvertAll(column.Codes, codes.Contains));
        }
    }

    private void Require(string variable, bool[] holds, bool[] among, SortedDictionary<int, bool[]> conditions)
    {
        if (sheet.IndexOf(variable) is var question and >= 0)
        {
            var allowed = new bool[sheet.Values[question].Count];
            for (var row = 0; row < holds.Length; row++)
            {
                allowed[sheet.States[question][row]] |= holds[row];
            }

            Require(question, state => allowed[state], conditions);
            return;
        }

        for (var row = 0; row < holds.Length; row++)
        {
            among[row] &= holds[row];
        }
    }

    private void Require(int question, Func<int, bool> allows, SortedDictionary<int, bool[]> conditions)
    {
        if (!conditions.TryGetValue(question, out var allowed))
        {
            conditions[question] = allowed = Enumerable.Repeat(true, sheet.Values[question].Count).ToArray();
        }

        for (var state = 0; state < allowed.Length; state++)
        {
            allowed[state] &= allows(state);
        }
    }
}
