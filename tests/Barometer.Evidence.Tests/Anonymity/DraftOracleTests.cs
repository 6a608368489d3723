using Barometer.Evidence.Tests.Drafts;

namespace Barometer.Evidence.Tests.Anonymity;

/// <summary>A draft is no oracle: whatever is guessed of a hidden number, and it is checked the same.</summary>
public class DraftOracleTests
{
    private static readonly DraftChecker Checker = new(DraftSample.Facts);

    public static TheoryData<string> Guesses =>
    [
        "{0} prosent av departementene jobber med innovasjon.",
        "I departementene jobber {0} prosent med innovasjon (n = 12).",
        "Rundt {0} prosent av departementene har jobbet med innovasjon de siste to årene.",
        "Over {0} prosent av departementene jobber med innovasjon.",
        "Under {0} prosent av departementene jobber med innovasjon.",
        "90 prosent av direktoratene jobber med innovasjon, mot {0} prosent av departementene.",
        "Blant departementene som svarte (n = {0}), jobber de fleste med innovasjon.",
        "Andelen som jobber med innovasjon, er {0} prosentpoeng høyere i departementene enn i direktoratene.",
        "Of the ministries, {0} per cent work with innovation.",
    ];

    [Theory]
    [MemberData(nameof(Guesses))]
    public void Check_GuessesOfAHiddenNumber_AreJudgedAlike(string sentence)
    {
        var verdicts = Enumerable.Range(1, 19).Select(i => (i * 5) + 2).Select(guess => Told(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, guess))).ToList();

        Assert.Contains("undecided", verdicts[0], StringComparison.Ordinal);
        Assert.True(verdicts.Distinct().Count() == 1, string.Join('\n', verdicts.Index().Select(one => $"{(one.Index * 5) + 7}: {one.Item}")));
    }

    [Theory]
    [InlineData("Departementene jobber {0} med innovasjon enn direktoratene.", "oftere", "sjeldnere", "dobbelt så ofte")]
    [InlineData("Departementene er {0} til å jobbe med innovasjon.", "flinkest", "dårligst", "nest flinkest")]
    [InlineData("Det er {0} i departementene som jobber med innovasjon.", "flest", "færrest", "like mange som i direktoratene")]
    public void Check_ComparisonsWithAHiddenNumber_AreJudgedAlike(string sentence, params string[] words)
    {
        var verdicts = words.Select(word => Told(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, word))).ToList();

        Assert.All(verdicts, verdict => Assert.DoesNotContain("agrees", verdict.Split(' '), StringComparer.Ordinal));
        Assert.All(verdicts, verdict => Assert.DoesNotContain("disagrees", verdict.Split(' '), StringComparer.Ordinal));
    }

    private static string Told(string sentence) => string.Join(", ", Checker.Check(new DraftText("draft.md", MarkdownDraft.Read("Tallene er syntetiske.\n\n" + sentence))).Findings.Where(finding => finding.Sentence.Text.Contains("epartement", StringComparison.Ordinal) || finding.Sentence.Text.Contains("ministr", StringComparison.Ordinal))
        .Select(finding => $"{finding.Code} {finding.Source?.Nb} {finding.Reason.Nb}"));
}
