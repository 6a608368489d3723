namespace Barometer.Evidence.Text;

/// <summary>How the numbers of one measure are written: the factor, the decimals, the sign behind and the unit in words.</summary>
/// <param name="Factor">What a value is multiplied by before it is shown: 100 for shares.</param>
/// <param name="Decimals">The decimals shown: those that the release policy leaves.</param>
/// <param name="Header">The column's header.</param>
/// <param name="Unit">The unit in words, to be followed by whom it is of.</param>
/// <param name="IsPercent">Whether numbers are read as per cent.</param>
internal sealed record Quantity(double Factor, int Decimals, LocalizedText Header, LocalizedText Unit, bool IsPercent)
{
    // As the engine calls the outcome of a quantile.
    private const string Median = "p50";

    private const int Borne = 20;

    /// <summary>The decimals of confidence limits: a release rounds them one decimal coarser than the estimate.</summary>
    public int IntervalDecimals { get; init; } = Math.Max(0, Decimals - 1);

    /// <summary>The decimals of an estimate: a release leaves fewer of few respondents, and of what tells how answers go together.</summary>
    public int DecimalsOf(ReleasedEstimate estimate) => Math.Min(Decimals, (Factor == 100 ? estimate.Steps?.PercentDecimals : estimate.Steps?.Decimals) ?? Decimals);

    /// <summary>
    /// The decimals of a figure's labels, the same for all of them: the last digit is a twentieth of each confidence interval at
    /// least, since finer ones tell of chance. All that the release has where there are no intervals.
    /// </summary>
    public int DecimalsBorne(IEnumerable<ReleasedEstimate> estimates) => estimates.Where(estimate => estimate.Status is CellStatus.Published or CellStatus.Rounded).Select(DecimalsBorne).DefaultIfEmpty(Decimals).Min();

    private int DecimalsBorne(ReleasedEstimate estimate)
    {
        var decimals = DecimalsOf(estimate);
        while (decimals > 0 && estimate.Interval is { } interval && Scale(interval.Width) > Borne * Math.Pow(10, -decimals))
        {
            decimals--;
        }

        return decimals;
    }

    /// <summary>A value in the unit shown, without the noise of multiplying binary fractions.</summary>
    public double Scale(double value) => (double)(Rounding.ToDecimal(value) * (decimal)Factor);

    // A quantile of whole numbers is one of them.
    private static int DecimalsOfQuantiles(ReleasedTable table) => table.Estimates.Max(estimate => estimate.Steps?.Decimals) ?? 0;

    /// <summary>The quantity a table of estimates holds.</summary>
    public static Quantity Of(ReleasedTable table) => table.Measure switch
    {
        Measure.Share => new(100, 1, new("Andel (%)", "Share (%)"), new("Prosent av", "Per cent of"), true),
        Measure.Balance => new(
            100, 1, new("Netto (prosentpoeng)", "Net (percentage points)"), new("Netto prosentpoeng,", "Net percentage points,"), false),
        Measure.Difference when table.Estimates.Any(estimate => estimate.Outcome.Code is not null) => new(
            100, 1, new("Forskjell (prosentpoeng)", "Difference (percentage points)"), new("Prosentpoeng,", "Percentage points,"), false),
        Measure.Difference => new(1, 2, new("Forskjell", "Difference"), new("Forskjell,", "Difference,"), false),
        Measure.Count => new(1, 0, new("Antall", "Number"), new("Antall", "Number of"), false),
        Measure.Total when table.Estimates.Any(estimate => estimate.Outcome.Code is not null) => new(1, 0, new("Anslått antall", "Estimated number"), new("Anslått antall", "Estimated number of"), false),
        Measure.Total => new(1, 0, new("Anslått sum", "Estimated total"), new("Anslått sum,", "Estimated total,"), false),
        Measure.Mean => new(1, 2, new("Gjennomsnitt", "Mean"), new("Gjennomsnitt,", "Mean,"), false),
        Measure.Quantile when table.Estimates.All(estimate => estimate.Outcome.Code == Median) => new(1, DecimalsOfQuantiles(table), new("Median", "Median"), new("Median,", "Median,"), false),
        Measure.Quantile => new(1, DecimalsOfQuantiles(table), new("Kvantil", "Quantile"), new("Kvantil,", "Quantile,"), false),
        Measure.StandardDeviation => new(1, 2, new("Standardavvik", "Standard deviation"), new("Standardavvik,", "Standard deviation,"), false),
        Measure.Correlation => new(1, 2, new("Korrelasjon", "Correlation"), new("Korrelasjon,", "Correlation,"), false) { IntervalDecimals = 2 },
        Measure.Consistency => new(1, 2, new("Reliabilitet", "Reliability"), new("Reliabilitet,", "Reliability,"), false) { IntervalDecimals = 2 },
        Measure.OddsRatio => new(1, 2, new("Oddsforhold", "Odds ratio"), new("Oddsforhold,", "Odds ratio,"), false),
        Measure.RelativeRisk => new(1, 2, new("Forhold mellom andeler", "Ratio of shares"), new("Forhold mellom andeler,", "Ratio of shares,"), false),
        Measure.Ratio => new(1, 2, new("Forholdstall", "Ratio"), new("Forholdstall,", "Ratio,"), false),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table.Measure, "Unknown measure."),
    };
}

/// <summary>Response rates: their base is not answers but those who were invited, and that is what n says of them.</summary>
internal static class ResponseRate
{
    private const string Answered = "answered";

    public static readonly LocalizedText BaseNote = new("n: antall inviterte.", "n: number of invited.");

    public static readonly LocalizedText Invited = new("Inviterte (n)", "Invited (n)");

    /// <summary>Whether the table holds the rates of <see cref="ResponseTables.ResponseRates"/>.</summary>
    public static bool Is(ReleasedTable table) =>
        table.Measure == Measure.Share && table.Estimates.All(estimate => estimate.Outcome is { Variable: Answered, Code: null });
}
