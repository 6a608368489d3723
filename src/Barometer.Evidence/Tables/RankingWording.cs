namespace Barometer.Evidence.Tables;

/// <summary>
/// What a whole release says in a few words: which of its groups, items or answers is the largest, from what to what they go, how many
/// differences are certain. Made of what is shown; as in <see cref="ComparisonWording.Rank"/> two whose intervals overlap are not told apart.
/// </summary>
internal static class RankingWording
{
    /// <summary>So many that can't be told apart are named.</summary>
    private const int Most = 3;

    private static readonly LocalizedText NoneLargest = new("ingen klart oftere enn de andre", "none clearly more often than the others");
    private static readonly LocalizedText NoneSmallest = new("ingen klart sjeldnere enn de andre", "none clearly less often than the others");
    private static readonly LocalizedText Alike = new("uten klar forskjell", "without a clear difference");

    /// <summary>The words for a place.</summary>
    /// <param name="what"><c>largest</c>, <c>smallest</c>, <c>between</c> or <c>certain</c>.</param>
    /// <param name="table">The release.</param>
    /// <param name="told">What of it is spoken of, all of it shown.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="BarometerException">It holds one number only, or isn't of differences.</exception>
    public static string Of(string what, ReleasedTable table, IReadOnlyList<ReleasedEstimate> told, Language language) =>
        table.By.Count > 0 && what != "certain" && told.Select(one => one.Outcome).Distinct().Skip(1).Any() ? throw new BarometerException(new Problem($"The place {{{what}}} ranks groups by one answer", Expected: "a release of one answer by groups", Got: $"«{table.Title.Nb}»"))
        : told.Count < 2 ? throw new BarometerException(new Problem($"The place {{{what}}} speaks of several numbers", Expected: "two groups, items or answers or more", Got: $"«{table.Title.Nb}»"))
        : what == "certain" ? Certain(table, told, language)
        : what == "between" ? Between(table, told, language)
        : Outermost(table, told, what == "largest" ? 1 : -1, language);

    /// <summary>The estimates that the words for a place name; none where they name none.</summary>
    public static IReadOnlyList<ReleasedEstimate> Named(string what, IReadOnlyList<ReleasedEstimate> told) => what switch
    {
        "largest" => IfFew(AtTheEnd(told, 1), told),
        "smallest" => IfFew(AtTheEnd(told, -1), told),
        _ => [],
    };

    private static List<ReleasedEstimate> IfFew(List<ReleasedEstimate> found, IReadOnlyList<ReleasedEstimate> told) => found.Count > Most || found.Count == told.Count ? [] : found;

    // The outermost one, and those whose interval overlaps with its.
    private static List<ReleasedEstimate> AtTheEnd(IReadOnlyList<ReleasedEstimate> told, int sign)
    {
        var ordered = told.OrderByDescending(one => sign * one.Value).ToList();
        return [.. ordered.Where(one => one == ordered[0] || !AreApart(one, ordered[0]))];
    }

    // «lederen (47 %) eller medarbeiderne (46 %)»
    private static string Outermost(ReleasedTable table, IReadOnlyList<ReleasedEstimate> told, int sign, Language language)
    {
        var found = IfFew(AtTheEnd(told, sign), told);
        if (found.Count == 0)
        {
            return (sign > 0 ? NoneLargest : NoneSmallest).In(language);
        }

        var layout = EstimateLayout.Of(table);
        var words = found.Select(one => $"{SentenceCase.Inside(layout.RowLabelInFull(one).In(language))} ({Number(table, one, NumberFormat.For(language))})").ToList();
        return Wording.Listed(words, language == Language.En ? "or" : "eller");
    }

    // «fra 64 til 95 prosent»
    private static string Between(ReleasedTable table, IReadOnlyList<ReleasedEstimate> told, Language language)
    {
        var (low, high) = (told.MinBy(one => one.Value)!, told.MaxBy(one => one.Value)!);
        if (!AreApart(low, high))
        {
            return Alike.In(language);
        }

        var (quantity, format) = (Quantity.Of(table), NumberFormat.For(language));
        var decimals = quantity.DecimalsBorne(table.Estimates);
        var from = format.Number(quantity.Scale(low.Value), decimals);
        var to = quantity.IsPercent ? format.PercentInProse(high.Value, decimals) : format.Number(quantity.Scale(high.Value), decimals);
        return language == Language.En ? $"from {from} to {to}" : $"fra {from} til {to}";
    }

    // «3 av 11»
    private static string Certain(ReleasedTable table, IReadOnlyList<ReleasedEstimate> told, Language language)
    {
        double? none = table.Measure switch { Measure.Difference or Measure.Balance => 0, Measure.OddsRatio => 1, _ => null };
        if (none is not { } value)
        {
            throw new BarometerException(new Problem("The place {certain} counts differences", Expected: "differences, balances or odds ratios", Got: $"«{table.Title.Nb}»"));
        }

        var certain = told.Count(one => one.Interval is { } interval && (interval.Lower > value || interval.Upper < value));
        var (number, of) = (certain == 0 ? language == Language.En ? "none" : "ingen" : NumberFormat.For(language).Integer(certain), language == Language.En ? "of" : "av");
        return $"{number} {of} {NumberFormat.For(language).Integer(told.Count)}";
    }

    // Numbers without intervals are what they are.
    private static bool AreApart(ReleasedEstimate one, ReleasedEstimate other) => one.Interval is { } a && other.Interval is { } b ? a.Upper < b.Lower || b.Upper < a.Lower : one.Value != other.Value;

    private static string Number(ReleasedTable table, ReleasedEstimate estimate, NumberFormat format)
    {
        var quantity = Quantity.Of(table);
        var decimals = quantity.DecimalsBorne(table.Estimates);
        return quantity.IsPercent ? format.Percent(estimate.Value, decimals)
            : (estimate.Value > 0 && quantity.Factor == 100 ? "+" : "") + format.Number(quantity.Scale(estimate.Value), decimals);
    }
}
