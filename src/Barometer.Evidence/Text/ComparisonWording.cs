namespace Barometer.Evidence.Text;

/// <summary>
/// Comparisons of released numbers in words, as far as their intervals bear them: how many times as often, which is the largest, whether a difference is beyond chance. They are made of what is shown and tell no more.
/// </summary>
internal static class ComparisonWording
{
    /// <summary>How far a ratio may lie from a round one that is said in its place: a tenth.</summary>
    private const double Near = 0.10;

    private static readonly (double Ratio, LocalizedText Words)[] Round =
    [
        (0.25, new("en firedel så ofte", "a quarter as often")),
        (1.0 / 3, new("en tredel så ofte", "a third as often")),
        (0.5, new("halvparten så ofte", "half as often")),
        (1.5, new("halvannen gang så ofte", "one and a half times as often")),
        (2, new("dobbelt så ofte", "twice as often")),
        (3, new("tre ganger så ofte", "three times as often")),
        (4, new("fire ganger så ofte", "four times as often")),
        (5, new("fem ganger så ofte", "five times as often")),
    ];

    private static readonly LocalizedText AsOften = new("ikke klart oftere eller sjeldnere", "not clearly more or less often");
    private static readonly LocalizedText MoreOften = new("oftere", "more often");
    private static readonly LocalizedText LessOften = new("sjeldnere", "less often");
    private static readonly LocalizedText BeyondChance = new("mer enn tilfeldigheter ventes å gi", "more than chance is expected to give");
    private static readonly LocalizedText WithinChance = new("ikke mer enn tilfeldigheter kan gi", "no more than chance can give");
    private static readonly string[] NumbersNb = ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"];
    private static readonly string[] NumbersEn = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>
    /// How many times as often a share is as another. A round ratio is said where it lies in the interval and a tenth from the ratio at most; where the interval holds one, that neither is clearly more often.
    /// The interval is that of the ratio on the scale of its logarithm, recovered from the limits that are shown (Zou and Donner, Statistics in Medicine 27, 2008); of shares that may share respondents as wide as it can be.
    /// </summary>
    /// <exception cref="BarometerException">They are no shares above zero with intervals.</exception>
    public static string Times(ReleasedEstimate above, ReleasedEstimate below, bool areApart, Language language)
    {
        var (ratio, lower, upper) = Ratio(above, below, areApart);
        if (lower <= 1 && upper >= 1)
        {
            return AsOften.In(language);
        }

        var nearest = Round.MinBy(round => Math.Abs(Math.Log(round.Ratio / ratio)));
        return Math.Abs((nearest.Ratio / ratio) - 1) <= Near && nearest.Ratio >= lower && nearest.Ratio <= upper ? nearest.Words.In(language)
            : language == Language.En ? $"{NumberFormat.For(language).Number(ratio, 1)} times as often" : $"{NumberFormat.For(language).Number(ratio, 1)} ganger så ofte";
    }

    /// <summary>Whether a share is more often than another: «oftere», «sjeldnere», or that neither is clearly so, by the interval of <see cref="Times"/>.</summary>
    /// <exception cref="BarometerException">They are no shares above zero with intervals.</exception>
    public static string Often(ReleasedEstimate above, ReleasedEstimate below, bool areApart, Language language)
    {
        var (_, lower, upper) = Ratio(above, below, areApart);
        return (lower > 1 ? MoreOften : upper < 1 ? LessOften : AsOften).In(language);
    }

    private static (double Ratio, double Lower, double Upper) Ratio(ReleasedEstimate above, ReleasedEstimate below, bool areApart)
    {
        if (above is not { Value: > 0, Interval: { Lower: > 0 } one } || below is not { Value: > 0, Interval: { Lower: > 0 } other })
        {
            throw new BarometerException(new Problem("The sentence asks how many times as often one number is as another", Expected: "two shares above zero with intervals", Hint: "quote the two numbers instead"));
        }

        var ratio = above.Value / below.Value;
        var (down, up) = (Spread(Math.Log(above.Value / one.Lower), Math.Log(other.Upper / below.Value)), Spread(Math.Log(one.Upper / above.Value), Math.Log(below.Value / other.Lower)));
        return (ratio, ratio * Math.Exp(-down), ratio * Math.Exp(up));

        double Spread(double a, double b) => areApart ? Math.Sqrt((a * a) + (b * b)) : a + b;
    }

    /// <summary>The place of a number among others as the intervals that are shown leave it: «størst», «blant de tre største».</summary>
    /// <exception cref="BarometerException">One of them has no interval.</exception>
    public static string Rank(ReleasedEstimate estimate, IReadOnlyList<ReleasedEstimate> among, Language language)
    {
        if (among.Count < 2 || among.Any(one => one.Interval is null))
        {
            throw new BarometerException(new Problem("The sentence asks for a rank", Expected: "two numbers or more with intervals", Hint: "quote the number instead"));
        }

        var (count, highest) = (among.Count, 1 + among.Count(other => other != estimate && other.Interval!.Lower > estimate.Interval!.Upper));
        var lowest = count - among.Count(other => other != estimate && other.Interval!.Upper < estimate.Interval!.Lower);
        var english = language == Language.En;
        return (highest, lowest) switch
        {
            (1, 1) => english ? "largest" : "størst",
            var (a, b) when a == count && b == count => english ? "smallest" : "minst",
            (2, 2) => english ? "second largest" : "nest størst",
            var (a, b) when a == b => english ? $"number {In(a, NumbersEn)} in size" : $"nummer {In(a, NumbersNb)} i størrelse",
            var (a, b) when a == 1 && b == count => english ? "not clearly larger or smaller than the others" : "ikke klart større eller mindre enn de andre",
            (1, var b) => english ? $"among the {In(b, NumbersEn)} largest" : $"blant de {In(b, NumbersNb)} største",
            var (a, b) when b == count => english ? $"among the {In(count - a + 1, NumbersEn)} smallest" : $"blant de {In(count - a + 1, NumbersNb)} minste",
            var (a, b) => english ? $"between number {In(a, NumbersEn)} and {In(b, NumbersEn)} in size" : $"mellom nummer {In(a, NumbersNb)} og {In(b, NumbersNb)} i størrelse",
        };

        static string In(int number, string[] words) => number < words.Length ? words[number] : FormattableString.Invariant($"{number}");
    }

    /// <summary>Whether a difference or balance is larger than chance is expected to give: its interval doesn't hold zero.</summary>
    /// <exception cref="BarometerException">It is no difference with an interval.</exception>
    public static string Chance(ReleasedTable table, ReleasedEstimate estimate, Language language) =>
        table.Measure is Measure.Difference or Measure.Balance && estimate.Interval is { } interval
            ? (interval.Lower > 0 || interval.Upper < 0 ? BeyondChance : WithinChance).In(language)
            : throw new BarometerException(new Problem("The sentence asks whether a difference is beyond chance", Expected: "a difference with its interval", Hint: "design.Difference(…)"));
}
