namespace SurveyStatistics.Weighting;

/// <summary>
/// Something known about the population that weights are fitted to: how many units each category has, or the sum of a
/// number. Taken from the frame, or stated. A variable's name converts to its counts in the frame.
/// </summary>
/// <example>
/// <code>
/// design.RakedTo("ministry_area", KnownTotals.Counts(["agency_group", "size_band"]));
/// design.CalibratedTo([KnownTotals.Counts("size_band"), KnownTotals.Sum("employees")]);
/// </code>
/// </example>
public sealed class KnownTotals
{
    private readonly IReadOnlyList<(string[] Codes, double Total)>? _counts;
    private readonly double? _sum;

    private KnownTotals(Grouping variables, bool isSum, IReadOnlyList<(string[] Codes, double Total)>? counts, double? sum) =>
        (Variables, IsSum, _counts, _sum) = (variables, isSum, counts, sum);

    /// <summary>The variables crossed, or the one that is summed.</summary>
    public Grouping Variables { get; }

    /// <summary>Whether it is the sum of a number.</summary>
    public bool IsSum { get; }

    /// <summary>Whether they are stated, and not counted in the frame.</summary>
    public bool AreStated => _counts is not null || _sum is not null;

    /// <summary>The counts of the frame for each cell of the variables crossed.</summary>
    public static KnownTotals Counts(Grouping variables) => new(variables, false, null, null);

    /// <summary>Stated counts for each category of a variable, by code.</summary>
    public static KnownTotals Counts(string variable, IReadOnlyDictionary<string, double> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return new(variable, false, [.. totals.Select(total => (new[] { total.Key }, total.Value))], null);
    }

    /// <summary>Stated counts for each cell of variables crossed: the codes in the variables' order, and the count.</summary>
    public static KnownTotals Counts(Grouping variables, IEnumerable<(string[] Codes, double Total)> totals) =>
        new(variables, false, [.. totals], null);

    /// <summary>The stated number of units in the population.</summary>
    public static KnownTotals Size(double units) => new(Grouping.None, false, [([], units)], null);

    /// <summary>The frame's sum of a number.</summary>
    public static KnownTotals Sum(string variable) => new(variable, true, null, null);

    /// <summary>A stated sum of a number.</summary>
    public static KnownTotals Sum(string variable, double total) => new(variable, true, null, total);

    /// <summary>The variable's counts in the frame.</summary>
    public static implicit operator KnownTotals(string variable) => Counts(variable);

    /// <summary>The variables in words.</summary>
    public override string ToString() => IsSum ? $"sum of {Variables}" : Variables.Count == 0 ? "number of units" : Variables.ToString();

    /// <summary>The totals of each cell of <paramref name="crossing"/>; NaN where none is stated.</summary>
    internal double[] CellTotals(CrossClassification crossing, DataSet? frame) => _counts is null
        ? Count(crossing, frame ?? throw NoFrame())
        : Stated(crossing, _counts);

    /// <summary>The sum of the number.</summary>
    internal double NumberTotal(DataSet? frame)
    {
        if (_sum is { } stated)
        {
            return stated;
        }

        var sum = 0.0;
        foreach (var value in (frame ?? throw NoFrame()).Numeric(Variables[0]).Values)
        {
            sum += value;
        }

        return double.IsNaN(sum)
            ? throw new SurveyException(new Problem("The frame lacks a number", Column: Variables[0], Expected: "a number for every unit"))
            : sum;
    }

    private SurveyException NoFrame() => new(new Problem(
        $"There is no frame to take the totals of «{this}» from", Hint: "state the totals: KnownTotals.Counts(…, …) or KnownTotals.Sum(…, …)"));

    private static double[] Count(CrossClassification crossing, DataSet frame)
    {
        var totals = new double[crossing.CellCount];
        foreach (var cell in crossing.CellsIn(frame))
        {
            if (cell >= 0)
            {
                totals[cell]++;
            }
        }

        return totals;
    }

    private static double[] Stated(CrossClassification crossing, IReadOnlyList<(string[] Codes, double Total)> counts)
    {
        var totals = new double[crossing.CellCount];
        Array.Fill(totals, double.NaN);
        foreach (var (codes, total) in counts)
        {
            var cell = crossing.CellOf(codes);
            totals[cell] = double.IsNaN(totals[cell]) ? total : throw new SurveyException(new Problem(
                $"The count of {crossing.NameOf(cell)} is stated twice", Expected: "one count for each cell"));
        }

        return totals;
    }
}
