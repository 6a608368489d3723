using System.Text.RegularExpressions;

namespace Barometer.Evidence.Sentences;

/// <summary>
/// Puts a released test's result into an author's words: <c>{trend}</c> is what a trend does, and <c>{p}</c> the p-value.
/// A trend that chance can have made is said to be none.
/// </summary>
internal static partial class TestSentenceWriter
{
    private static readonly LocalizedText Rises = new("stiger", "rises");
    private static readonly LocalizedText Falls = new("synker", "falls");
    private static readonly LocalizedText Neither = new("verken stiger eller synker klart", "neither rises nor falls clearly");

    /// <summary>The sentence.</summary>
    /// <param name="released">The test.</param>
    /// <param name="survey">The title of the survey it is of.</param>
    /// <param name="words">The author's words.</param>
    /// <exception cref="BarometerException">There is no place, an unknown one, or one for the trend of a test that has none.</exception>
    public static Sentence Write(Released<ReleasedPValue> released, LocalizedText survey, LocalizedText words)
    {
        var (test, stamp) = (released.Content, released.Stamp);
        return new Sentence(
            new LocalizedText(Fill(test, stamp, words.Nb, Language.Nb), Fill(test, stamp, words.En, Language.En)),
            stamp,
            EstimateWording.Source(survey, stamp.IsSynthetic));
    }

    private static string Fill(ReleasedPValue test, ReleaseStamp stamp, string words, Language language)
    {
        var text = Place().Replace(words, place => place.Groups["name"].Value switch
        {
            "trend" => Trend(test).In(language),
            "p" => PValueWording.InProse(test, language),
            _ => throw Unknown(place.Value),
        });
        return text == words ? throw Unknown(words) : stamp.IsSynthetic ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }

    private static LocalizedText Trend(ReleasedPValue test) => test.Direction == 0
        ? throw new BarometerException(new Problem("The sentence asks for the trend of a test that has none", Expected: "design.Trend(…)"))
        : !PValueWording.IsSignificant(test) ? Neither
        : test.Direction > 0 ? Rises : Falls;

    private static BarometerException Unknown(string words) =>
        new(new Problem($"«{words}» has no result of the test in it", Expected: "a place: {trend} or {p}"));

    [GeneratedRegex(@"\{(?<name>\w*)\}")]
    private static partial Regex Place();
}
