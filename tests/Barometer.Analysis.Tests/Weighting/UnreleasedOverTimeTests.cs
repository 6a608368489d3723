using Barometer.Analysis.Tests.Anonymity;

namespace Barometer.Analysis.Tests.Weighting;

/// <summary>
/// Changes from 2018 to 2021 in the synthetic surveys, 463 of whose workplaces answered both times. Expected values: over-time.R beside this file (R's survey package 4.1-1, and the overlap's covariance by the formula of
/// docs/method.md on the residuals that its rake leaves).
/// </summary>
public class UnreleasedOverTimeTests
{
    private static readonly string Data = DataFolder.Find(AppContext.BaseDirectory);
    private static readonly Lazy<Survey> First = new(() => SurveyReader.Read(Data, "operational-2018"));
    private static readonly Lazy<Survey> Second = new(() => SurveyReader.Read(Data, "operational-2021"));

    [Theory]
    [InlineData("innovated", null, null, 0.8499567743, 0.9089511796, 0.0589944053, 0.0159000351)]
    [InlineData("innovated", null, "under_20", 0.7965689040, 0.8602644109, 0.0636955069, 0.0286736289)]
    [InlineData("shared", null, null, 0.5158922082, 0.5752881525, 0.0593959442, 0.0250845714)]
    [InlineData("evaluated", "no", null, 0.3775600098, 0.3642967154, -0.0132632943, 0.0243392406)]
    public void Runs_OfTwoWaves_AreRs(string variable, string? category, string? group, double before, double after, double change, double error)
    {
        var overTime = OverTime(variable, category);
        var run = Assert.Single((group is null ? overTime : overTime.By("size_group")).Runs());

        var shares = run.Estimates.Estimates.Where(one => group is null || one.Groups.Any(label => label.Code == group)).Select(one => one.Numbers.Value).ToList();
        var difference = Assert.Single(run.Changes.Single(one => one.Group == group).Test.Compared().Estimates).Numbers;

        Assert.Equal(before, shares[0], 1e-8);
        Assert.Equal(after, shares[1], 1e-8);
        Assert.Equal(change, difference.Value, 1e-8);
        Assert.Equal(error, difference.StandardError, 1e-6);
    }

    [Theory]
    [InlineData("innovated", 0.0140213689, 0.0113533177)]
    public void Runs_EstimatesOfAWave_AreThoseOfItsOwnDesign(string variable, double first, double second)
    {
        var together = Assert.Single(OverTime(variable).Runs()).Estimates.Estimates.Select(one => one.Numbers).ToList();
        var apart = new[] { First.Value, Second.Value }.Select(wave => wave.ChosenDesign().Proportion(variable).Estimates[0].Numbers).ToList();

        Assert.All(together.Zip(apart), pair => Assert.Equal(pair.Second.Value, pair.First.Value, 1e-9));
        Assert.All(together.Zip(apart), pair => Assert.Equal(pair.Second.StandardError, pair.First.StandardError, 1e-7));
        Assert.Equal([first, second], together.Select(one => Math.Round(one.StandardError, 10)), (one, other) => Math.Abs(one - other) < 1e-7);
    }

    [Fact]
    public void Runs_OverABreak_AreTwoAndSubtractNothing()
    {
        var overTime = OverTime("novelty", "first");

        Assert.Equal(2, overTime.Runs().Count);
        Assert.All(overTime.Runs(), run => Assert.Empty(run.Changes));
        Assert.Contains("“Adapted” belongs to another answer", Assert.Single(overTime.Breaks()).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_OfWhatIsNoLongerAsked_EndThere()
    {
        var overTime = OverTime("partner_foreign");

        Assert.Equal((0, 0), Assert.Single(overTime.Runs()) is var run ? (run.First, run.Last) : default);
        Assert.Single(overTime.Breaks());
    }

    [Fact]
    public void Release_ChangeAfterTheWaves_SaysNoMoreThanTheyDo()
    {
        // A panel member's answer is not told: what is shown of the panel's change is decided on beside what is shown of both waves.
        var session = new ReleaseSession(Policies.Standard, First.Value.Codebook, Second.Value.Codebook);
        foreach (var wave in new[] { First.Value, Second.Value })
        {
            session.Release(wave.ChosenDesign().Proportion("innovated", by: "size_group"), $"in-{wave.Codebook.Year}");
        }

        var run = Assert.Single(OverTime("innovated").By("size_group").Runs());
        var changes = run.Changes.Select(one => session.ReleaseWithTest(one.Test, $"change-{one.Group!.Replace('_', '-')}").Table.Content.Estimates[0]).ToList();

        Assert.Equal(3, changes.Count);
        Assert.All(changes.Where(one => one.Status == CellStatus.Suppressed), one => Assert.True(double.IsNaN(one.Value)));
        Assert.Contains(changes, one => one.Status == CellStatus.Published);
    }

    [Theory]
    [InlineData("\"mapping\": \"renamed\"", "\"mapping\": \"moved\"", "«mapping» is not understood")]
    [InlineData("\"to\": \"shared\"", "\"to\": \"shred\"", "The crosswalk names a variable that isn't there")]
    [InlineData("\"mapping\": \"not-comparable\"", "\"mapping\": \"same\"", "Variables that are said to be the same have other codes")]
    [InlineData("\"to\": [\"no\", \"planned\"]", "\"to\": [\"no\"]", "Merged categories don't fit both variables")]
    [InlineData("\"mapping\": \"dropped\"", "\"mapping\": \"new\"", "The mapping needs other sides of the crosswalk")]
    [InlineData("\"closeness\",", "", "A variable is in one survey only, and nobody says why")]
    [InlineData("\"closeness\",", "\"closeness\", \"novelty\",", "A variable stands twice in the crosswalk")]
    [InlineData("\"reasonEn\": \"Foreign bodies were not an answer in 2021.\"", "\"reasonEn\": \"\"", "The crosswalk gives no reason")]
    [InlineData("\"from\": \"operational-2018\"", "\"from\": \"operational-2017\"", "The crosswalk is of other surveys")]
    [InlineData("\"variables\": [", "\"fields\": [", "The crosswalk cannot be read")]
    public void Read_WrongCrosswalk_SaysWhat(string right, string wrong, string what)
    {
        var root = Directory.CreateTempSubdirectory("barometer");
        try
        {
            var (folder, name) = (Directory.CreateDirectory(Path.Combine(root.FullName, "crosswalk")).FullName, "operational-2018--operational-2021.json");
            var text = File.ReadAllText(Path.Combine(Data, "crosswalk", name));
            Assert.Contains(right, text, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, name), text.Replace(right, wrong, StringComparison.Ordinal));

            var error = Assert.Throws<BarometerException>(() => CrosswalkReader.Read(root.FullName, First.Value.Codebook, Second.Value.Codebook));

            Assert.Contains(error.Problems, problem => problem.What == what && problem.File == "data/crosswalk/" + name);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Read_WavesWithoutACrosswalk_SaysThatNobodyHasSaid() => Assert.StartsWith(
        "Nobody has said how «operational-2021» and «operational-2018» can be compared",
        Assert.Throws<BarometerException>(() => CrosswalkReader.Read(Data, Second.Value.Codebook, First.Value.Codebook)).Message, StringComparison.Ordinal);

    private static UnreleasedOverTime OverTime(string variable, string? category = null)
    {
        var line = UnreleasedOverTime.Of(variable, [First.Value, Second.Value], [CrosswalkReader.Read(Data, First.Value.Codebook, Second.Value.Codebook)]);
        return category is null ? line : line.Of(category);
    }
}
