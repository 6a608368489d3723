namespace Barometer.Cli.Publishing;

/// <summary>
/// Kinds of output in the words of output checkers: the classes of the StatbarnSDC ontology 1.0, each with the risks that it is checked
/// for (as in ACRO's tables of that ontology).
/// </summary>
/// <param name="Name">The class, for example <c>Frequencies</c>.</param>
/// <param name="Risks">The risks, by the ontology's names.</param>
internal sealed record Statbarn(string Name, IReadOnlyList<string> Risks)
{
    private const string Base = "https://www.w3id.org/statbarnsdc#";

    /// <summary>Counts and shares, rounded or not.</summary>
    public static Statbarn Frequencies { get; } = new("Frequencies", ["LowCount", "ClassDisclosure", "Differencing"]);

    /// <summary>Means, totals, ratios, and what is added up of shares: differences and balances.</summary>
    public static Statbarn LinearAggregations { get; } = new("LinearAggregations", ["LowCount", "Dominance", "Differencing"]);

    /// <summary>Quantiles.</summary>
    public static Statbarn Position { get; } = new("Position", ["LowCount", "ClassDisclosure"]);

    /// <summary>Odds ratios, relative risks and other functions of estimates.</summary>
    public static Statbarn CalculatedRatios { get; } = new("CalculatedRatios", ["Dominance", "AuxiliaryInformation"]);

    /// <summary>Effects in a regression, correlations, and reliabilities made of these.</summary>
    public static Statbarn CorrelationCoefficients { get; } = new("CorrelationCoefficients", ["LowDOF"]);

    /// <summary>Tests, p-values, intervals and the ranks that tests leave open.</summary>
    public static Statbarn StatisticalHypothesisTests { get; } = new("StatisticalHypothesisTests", ["LowDOF"]);

    /// <summary>The class's address.</summary>
    public string Uri => Base + Name;

    /// <summary>The classes of what a release shows: of its numbers, then of the function, tests, ranks and intervals beside them.</summary>
    /// <param name="table">The released table.</param>
    /// <param name="numbers">The numbers that stand under its id in the evidence pack.</param>
    public static IReadOnlyList<Statbarn> Of(ReleasedTable table, IEnumerable<EvidenceNumber> numbers)
    {
        var own = table.Method?.Model is not null && table.Measure != Measure.OddsRatio ? CorrelationCoefficients : Of(table.Measure);
        var all = numbers.ToList();
        return
        [
            own,
            .. all.Exists(number => number.Measure == EvidenceNumber.Function) && own != CalculatedRatios ? [CalculatedRatios] : Array.Empty<Statbarn>(),
            .. all.Exists(number => number.IntervalMethod is not null || number.Measure is EvidenceNumber.PValue or EvidenceNumber.Rank) ? [StatisticalHypothesisTests] : Array.Empty<Statbarn>(),
        ];
    }

    /// <summary>The class of a measure.</summary>
    public static Statbarn Of(Measure measure) => measure switch
    {
        Measure.Count or Measure.Share => Frequencies,
        Measure.Quantile => Position,
        Measure.OddsRatio or Measure.RelativeRisk => CalculatedRatios,
        Measure.Correlation or Measure.Consistency => CorrelationCoefficients,
        Measure.Mean or Measure.StandardDeviation or Measure.Total or Measure.Ratio or Measure.Difference or Measure.Balance => LinearAggregations,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };
}
