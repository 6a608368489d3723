using System.Globalization;

namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Reads what the estimates of a table tell.</summary>
/// <param name="table">The table, with its members.</param>
/// <param name="codebook">The survey's codebook; without one every variable counts as sensitive.</param>
/// <param name="policy">The thresholds: they say how sharply a number is shown.</param>
internal sealed class ClaimReader(UnreleasedTable table, Codebook? codebook, ReleasePolicy policy)
{
    private const double OfEverybody = 10;
    private const double Near = 1e-9;
    private readonly Lazy<double[]> _weights = new(() => table.Design!.Engine.Weights.ToArray());
    private readonly Conditions _conditions = new(table, codebook);
    private TurnedAnswers? _turned;
    private ClaimReader? _ofShares;

    private AnswerCategories Categories => _conditions.Categories;

    /// <summary>What an estimate tells.</summary>
    public Claim Read(UnreleasedEstimate estimate)
    {
        if (estimate.SameAs is var (shares, cell))
        {
            return OfCell(estimate, (_ofShares ??= new ClaimReader(shares, codebook, policy)).Read(cell), cell.Members!);
        }

        var members = estimate.Members!;
        var all = new RowSet(members.BaseRows);
        var parts = (members.Parts.Count == 0 ? [members] : members.Parts).SelectMany(part => Categories.Told(part.Outcome ?? estimate.Numbers.Outcome, part, estimate.Numbers)).ToList();
        var answers = parts.FindAll(part => _conditions.IsSensitive(part.Outcome.Variable));
        var turned = (_turned ??= new TurnedAnswers(table, Categories)).Of(estimate);
        var conditions = _conditions.Sums(turned?.Rest ?? estimate).ToList();
        var open = parts.Except(answers).Where(part => part.Members.CountedRows is not null).ToList();
        return new Claim(estimate.Caption, all, [.. turned is null ? answers.SelectMany(part => Answers(part.Outcome, part.Members)) : turned.Cells.Concat(turned.Bases), .. conditions], Cost(estimate, all))
        {
            IsAmongAnswers = estimate.Groups.Select(group => group.Variable).Concat(table.Design?.Conditions.Select(one => one.Told.Variable) ?? []).Any(_conditions.IsSensitive),
            Bases = table.Measure == Measure.Count ? [] : [.. parts.Select(part => new RowSet(part.Members.BaseRows))],
            Sizes = [.. open.Select(part => new RowSet(part.Members.CountedRows!))],
            OtherSizes = [.. open.SelectMany(part => Categories.Of(part.Outcome.Variable, new RowSet(part.Members.BaseRows))).Select(answer => answer.Givers)],
            Parts = members.CountedRows is null ? Parts(estimate.Outcome.Variable, all) : [],
            Shown = [.. Shown(estimate, answers, turned, conditions)],
            Invited = InvitedUnits.Of(table, estimate, all),
            LeastBase = table.Measure is Measure.StandardDeviation or Measure.Correlation or Measure.Consistency ? policy.FewRespondents : 0,
            IsTooSharp = table.Measure is Measure.Correlation or Measure.Consistency && SwappedAnswers.Show(table, estimate, policy),
            ShorterSide = table.Measure == Measure.Quantile ? ShorterSide(estimate.Outcome.Code) * all.Count : double.PositiveInfinity,
        };
    }

    // A cell of two questions: its number of answers, or its share of everybody, is the same count as its share of its row.
    private Claim OfCell(UnreleasedEstimate estimate, Claim share, CellMembers cell)
    {
        var all = new RowSet(estimate.Members!.BaseRows);
        var detail = ShownDetail.Of(table, estimate, _conditions, policy);
        var weights = table.Measure == Measure.Count ? null : _weights.Value;
        var whole = weights is null ? 1 : all.Rows.ToArray().Sum(row => weights[row]);
        var joint = new RowSet(cell.CountedRows!);
        return share with
        {
            Name = estimate.Caption,
            Base = all,
            Bases = table.Measure == Measure.Count ? [] : [all],
            Cost = Cost(estimate, all),
            Invited = null,
            Shown = [.. share.Shown.Where(number => number.Opposed is null && number.Givers.Equals(joint)).Select(number => ShownNumber.Of(
                number.Answer, number.Set, joint, weights, 1 / whole, false, weights is null ? 1 : detail.Step) with { AtLeast = number.AtLeast })],
        };
    }

    /// <summary>
    /// The numbers of single answers as they are rounded: the share or total, or a difference of two shares. Where the number is a function of many parts (an effect or an
    /// adjusted share in a model, a mean of answers), the weighted share of each, from which it follows, as if it were shown in decimals; an odds ratio can be sharper. A net balance is about several answers.
    /// </summary>
    private IEnumerable<ShownNumber> Shown(UnreleasedEstimate estimate, List<(Outcome Outcome, CellMembers Members)> answers, TurnedEstimate? turned, List<DisclosedSum> conditions)
    {
        if (table.Design is not { } design)
        {
            return [];
        }

        var weights = _weights.Value;
        var detail = ShownDetail.Of(table, estimate, _conditions, policy);
        var counted = answers.FindAll(part => part.Members is { CountedRows: not null, OpposedRows: null });
        var keys = counted.ConvertAll(part => Categories.KeyOf(part.Outcome.Variable, part.Outcome.Code ?? ""));
        ShownNumber Number(int part, double factor, bool isShare, double[]? by, double step) => ShownNumber.Of(
            keys[part], new RowSet(counted[part].Members.BaseRows), new RowSet(counted[part].Members.CountedRows!), by, factor, isShare, step);
        var sharp = Math.Pow(10, -(policy.PercentDecimals + (table.Measure == Measure.OddsRatio ? 3 : 2)));
        IEnumerable<ShownNumber> shown = (table.Measure, counted.Count) switch
        {
            (Measure.Share or Measure.Total or Measure.Count, _) when turned is not null => turned.Cells.Select(sum => FromTheOtherSide(sum, estimate.Members!.BaseRows, detail.Step)),
            (Measure.Share, 1) => [Number(0, 1, true, weights, detail.Step) with { AtLeast = policy.MinRespondents }],
            (Measure.Balance, 0) when answers is [{ Members: { CountedRows: { } above, OpposedRows: { } below } } balance] =>
            [
                ShownNumber.Of(Answer.KeyOf(balance.Outcome.Variable, "balance"), new RowSet(balance.Members.BaseRows), new RowSet(above), weights, 1, true, detail.Step) with { Opposed = new RowSet(below) },
            ],
            (Measure.Total, 1) => [Number(0, 1, false, weights, policy.BaseRounding)],
            (Measure.Difference, 2) when keys[0] == keys[1] && Sign(estimate, Number(0, 1, true, weights, 1).Truth - Number(1, 1, true, weights, 1).Truth) is var sign and not 0 =>
                [Number(0, sign, true, weights, detail.Step).With(Number(1, -sign, true, weights, detail.Step))],
            (Measure.Count, _) => counted.Select((_, part) => Number(part, 1, false, null, 1)),
            _ => counted.Select((_, part) => Number(part, 1, true, weights, sharp)),
        };

        // The base of a table whose respondents are chosen by their answers: n is exact, the weighted base rounded.
        var bases = conditions.Concat(turned?.Bases ?? []).Where(sum => sum.Counted is not null).SelectMany(sum => ((double[]?, double)[])[(null, 1), (weights, policy.BaseRounding)],
            (sum, way) => ShownNumber.Of(sum.Counted!.Key, sum.Base, sum.Counted.Givers, way.Item1, 1, false, way.Item2));
        return shown.Concat(bases);
    }

    // Its base doesn't change: a share of it, among others than these, is their weighted number over its own.
    private ShownNumber FromTheOtherSide(DisclosedSum turned, int[] all, double step)
    {
        var (answer, set, weights) = (turned.Counted!, turned.Base, _weights.Value);
        return table.Measure switch
        {
            Measure.Count => ShownNumber.Of(answer.Key, set, answer.Givers, null, 1, false, 1),
            Measure.Total => ShownNumber.Of(answer.Key, set, answer.Givers, weights, 1, false, policy.BaseRounding),
            _ => ShownNumber.Of(answer.Key, set, answer.Givers, weights, 1 / all.Sum(row => weights[row]), false, step) with { AtLeast = policy.MinRespondents },
        };
    }

    /// <summary>1 or −1 when the estimate is that difference, or its opposite; 0 when it is something else.</summary>
    private static int Sign(UnreleasedEstimate estimate, double difference) =>
        Math.Abs(estimate.Numbers.Value - difference) < Near ? 1 : Math.Abs(estimate.Numbers.Value + difference) < Near ? -1 : 0;

    private double Cost(UnreleasedEstimate estimate, RowSet all) =>
        (estimate.Groups.Count == 0 && table.Design?.Conditions is not { Count: > 0 } ? OfEverybody : 1) * (1 + Math.Log(1 + all.Count));

    private IEnumerable<DisclosedSum> Answers(Outcome outcome, CellMembers members)
    {
        var all = new RowSet(members.BaseRows);
        var code = outcome.Code ?? "";
        if (members.CountedRows is { } rows)
        {
            var counted = new RowSet(rows);
            foreach (var part in Categories.Open(outcome.Variable, all))
            {
                yield return new DisclosedSum(Categories.QuestionsOf(outcome.Variable), part)
                {
                    Counted = new Answer(Categories.KeyOf(outcome.Variable, members.OpposedRows is null ? code : code + " above"), counted.Intersect(part)),
                    Opposed = members.OpposedRows is { } opposed ? new Answer(Categories.KeyOf(outcome.Variable, code + " below"), new RowSet(opposed).Intersect(part)) : null,
                    Also = [.. Categories.Of(outcome.Variable, part)],
                    Defined = Categories.Defined(outcome.Variable),
                };
            }
        }
        else if (!IsNumberOfRespondents(outcome))
        {
            // A mean and a total of the same number, or a ratio with it, are one amount: the number of respondents is known.
            foreach (var number in outcome.Variable.Split('/'))
            {
                yield return table.Measure == Measure.Quantile
                    ? new DisclosedSum([$"{code} of {number}"], all)
                    : new DisclosedSum([$"amount of {number}"], all) { AmountOf = AmountOf(number) };
            }
        }
    }

    /// <summary>A count of respondents, or their share of the invited, tells nothing but how many they are.</summary>
    private bool IsNumberOfRespondents(Outcome outcome) => table.Measure == Measure.Count || outcome is { Variable: "answered", Code: null };

    /// <summary>The share of respondents on the shorter side of the quantile that a code such as <c>p25</c> names.</summary>
    private static double ShorterSide(string? code) =>
        double.TryParse(code.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? Math.Min(percent, 100 - percent) / 100 : 0;

    private IReadOnlyList<double> Parts(string variable, RowSet rows) => AmountOf(variable.Split('/')[0]) is { } amountOf
        ? [.. rows.Rows.ToArray().GroupBy(row => table.OrganisationOfRow![row], amountOf).Select(parts => parts.Sum()).OrderDescending()]
        : [];

    private Func<int, double>? AmountOf(string variable) =>
        !Categories.IsOfAnswers(variable) && table.Design?.Engine.Data.TryGet(variable, out var column) == true && column is NumericColumn numbers ? row => Math.Abs(numbers.Values[row]) : null;
}
