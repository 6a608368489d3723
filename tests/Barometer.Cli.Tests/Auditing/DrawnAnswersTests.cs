using System.Globalization;

namespace Barometer.Cli.Tests.Auditing;

/// <summary>
/// Whatever was answered, nothing that is published of an answer may tell a count that breaks a rule. A few draws are made here; in
/// <c>BAROMETER_DRAWS</c> stands how many more, and in <c>BAROMETER_CASES</c> a folder to write their cases to, with the true counts.
/// </summary>
public class DrawnAnswersTests(ITestOutputHelper output)
{
    private const int Few = 2;
    private const int Seed = 2018;
    private const string Strategic = "strategic-2018";

    [Fact]
    public void StrategicReleases_AreThoseOfTheNotebooks()
    {
        var (_, journal) = PublishedNumbers.Released(PublishedNumbers.Data, ReleaseLedger.Empty, barometer => Assert.Equal(0, StrategicReleases.Release(barometer, StrategicReleases.All)));
        var ledger = ReleaseLedger.Read(Path.Combine(PublishedNumbers.Data, "releases", "ledger.json")).Entries.Where(entry => entry.Survey == Strategic);

        Assert.Equal(ledger.Select(Told).Order(StringComparer.Ordinal), journal.Select(one => Told(one.Entry)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Releases_OfDrawnAnswers_TellNoCountThatBreaksARule(bool withMore)
    {
        IReadOnlyList<(string, Action<Workbench, string>)> releases = withMore ? [.. StrategicReleases.All, .. StrategicReleases.More] : StrategicReleases.All;
        var draws = int.TryParse(Environment.GetEnvironmentVariable("BAROMETER_DRAWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : Few;
        var (answers, shown, hidden, refused, told) = (0, 0, 0, 0, new List<string>());
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new DrawnAnswers(), (draw, _, drawn) =>
        {
            var survey = drawn.Draw(Seed + draw);
            var (document, stopped) = Publish(drawn.Folder, releases);
            var cases = PublishedNumbers.Strategic(document, drawn.Folder).Cases;
            var found = cases.Select(one => (Case: one, Truth: DrawnAnswers.Truth(survey, one))).Select(one => (one.Case, one.Truth, Finding: CaseAttack.Of(one.Case, one.Truth))).ToList();
            lock (told)
            {
                (answers, shown, refused) = (answers + cases.Count, shown + cases.Sum(one => one.Published.Count), refused + stopped);
                hidden += document.Numbers.Count(number => number is { Release.Survey: Strategic, Measure: "share", Status: ":" });
                told.AddRange(found.Where(one => !one.Finding.IsSafe).Select(one => $"draw {draw}: {one.Finding}"));
                Write(withMore, draw, found.Select(one => (one.Case, one.Truth)));
            }

            return drawn;
        }, drawn => drawn.Dispose());

        output.WriteLine($"{draws} sets of answers, {releases.Count} releases of each: {answers} answers with {shown} numbers, {hidden} shares hidden, {refused} releases refused; {told.Count} told");
        Assert.True(shown > draws, "next to nothing is shown");
        Assert.True(told.Count == 0, string.Join("\n", told));
    }

    // As a reproduction does: all releases, a decision on all of them together, and all again as that says.
    private static (EvidenceDocument Document, int Refused) Publish(string data, IReadOnlyList<(string, Action<Workbench, string>)> releases)
    {
        var (_, journal) = PublishedNumbers.Released(data, ReleaseLedger.Empty, barometer => StrategicReleases.Release(barometer, releases));
        var ledger = new JointPlan(PublishedNumbers.Policy, ReleaseLedger.Empty).Decide([.. journal.Select(one => one with { Entry = one.Entry with { Notebook = "drawn" } })]);
        var refused = 0;
        var (document, _) = PublishedNumbers.Released(data, ledger, barometer => refused = StrategicReleases.Release(barometer, releases));
        return (document, refused);
    }

    private static void Write(bool withMore, int draw, IEnumerable<(AnswerCase Case, int[] Truth)> cases)
    {
        if (Environment.GetEnvironmentVariable("BAROMETER_CASES") is not { } folder)
        {
            return;
        }

        foreach (var (one, truth) in cases)
        {
            var path = Path.Combine(folder, FormattableString.Invariant($"{(withMore ? "more-" : "")}{draw:0000}-{one.FileName}"));
            File.WriteAllText(path, one.ToJson());
            File.WriteAllText(path.Replace(".json", ".truth", StringComparison.Ordinal), string.Join(' ', truth));
        }
    }

    private static string Told(LedgerEntry entry) => $"{entry.Id}: {entry.About}: {string.Join("; ", entry.Cells.Select(cell => cell.About))}";
}
