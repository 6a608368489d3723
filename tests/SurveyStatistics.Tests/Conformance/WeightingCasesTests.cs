using Barometer.Conformance.Weighting;
using Outcome = Barometer.Conformance.Weighting.Outcome;
namespace SurveyStatistics.Tests.Conformance;

/// <summary>The project's test vectors for weighting and estimation, run as the conformance runner does.</summary>
public class WeightingCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases", "weighting");

    private static readonly Lazy<IReadOnlyList<Outcome>> Outcomes = new(() => [.. WeightingCommand.Outcomes(Folder)]);

    [Fact]
    public void Library_CommittedCases_NoneDiffersOrIsRefusedUnexpectedly()
    {
        var wrong = Outcomes.Value.Where(outcome => !outcome.IsExpected);

        Assert.Empty(wrong.Select(outcome => outcome.ToString()));
    }

    [Fact]
    public void Coverage_EstimatorsListed_NoneDropped()
    {
        var covered = Outcomes.Value.Where(outcome => outcome.Verdict is Verdict.Ok or Verdict.Refuses)
            .CountBy(outcome => $"{outcome.Suite} {outcome.Estimator}")
            .ToDictionary(count => count.Key, count => count.Value);

        // Beside the cases for whoever extends the coverage: copy it over coverage.txt.
        File.WriteAllLines(
            Path.Combine(Folder, "coverage.actual.txt"),
            covered.Select(count => FormattableString.Invariant($"{count.Key} {count.Value}")).Order(StringComparer.Ordinal));
        Assert.All(File.ReadLines(Path.Combine(Folder, "coverage.txt")), line =>
        {
            var (name, count) = (line[..line.LastIndexOf(' ')], int.Parse(line[line.LastIndexOf(' ')..], Invariant));
            Assert.True(covered.GetValueOrDefault(name) >= count, line);
        });
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
