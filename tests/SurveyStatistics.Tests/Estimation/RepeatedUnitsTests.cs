namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Changes between two stratified waves of 240 units, 86 and 61 of which answered, 44 both times, five of them in another stratum than before. Expected values: RepeatedUnits.R beside this file (R's survey
/// package 4.1-1 for independent samples and for the influences; the covariance by Tam's formula; svyDelta of ReGenesees 2.4).
/// </summary>
public class RepeatedUnitsTests
{
    [Theory]
    [InlineData(true, "y", false, -0.030158908909, 0.070311667235, 0.065956906379)]
    [InlineData(true, "y", true, 0.118112536418, 0.148884262990, 0.151376029927)]
    [InlineData(true, "x", false, 2.351074824825, 0.507696994920, 0.405979762279)]
    [InlineData(true, "x", true, 1.928613049295, 1.047108187493, 1.040045832578)]
    [InlineData(false, "y", false, -0.030158908909, 0.083863454039, 0.070725716616)]
    [InlineData(false, "y", true, 0.118112536418, 0.177469300871, 0.181565691170)]
    [InlineData(false, "x", false, 2.351074824825, 0.602333147334, 0.426619772290)]
    [InlineData(false, "x", true, 1.928613049295, 1.242001307574, 1.229046741094)]
    public void Difference_OfTwoWaves_IsRs(bool finite, string variable, bool ofGroup, double change, double independent, double overlapping)
    {
        var design = Stacked(finite);
        design = ofGroup ? design.Where("g", "1") : design;
        var repeated = Stacked(finite, repeated: true);
        repeated = ofGroup ? repeated.Where("g", "1") : repeated;

        var (apart, together) = (Change(design, variable), Change(repeated, variable));

        Assert.Equal(change, apart.Value, 1e-11);
        Assert.Equal(independent, apart.StandardError, 1e-11);
        Assert.Equal(change, together.Value, 1e-11);
        Assert.Equal(overlapping, together.StandardError, 1e-11);
    }

    [Theory]
    [InlineData("y", 0.06858827877, 0.035)]
    [InlineData("x", 0.4300048532, 0.01)]
    public void Difference_WithoutSamplingFractions_IsNearReGenesees(string variable, double svyDelta, double apart) =>
        // Berger and Priam pool the strata's correlations, so that single strata of few pairs weigh otherwise.
        Assert.InRange(Change(Stacked(finite: false, repeated: true), variable).StandardError / svyDelta, 1 - apart, 1 + apart);

    [Fact]
    public void Difference_OfTheSameUnitsAndAnswers_HasNoError()
    {
        // Everybody answers both times, and the same: the change is nought in every sample.
        var rows = Enumerable.Range(1, 240).Where(i => i % 4 == 0).ToArray();
        var design = Design([.. rows.Select(i => (1, i, "A", Answer(i))), .. rows.Select(i => (2, i, "A", Answer(i)))], _ => "A", _ => "A", finite: true).WithRepeatedUnits("id", "wave");

        var change = design.Difference("y", "wave", "2", "1", "yes").Estimates[0];

        Assert.Equal(0, change.Value, 1e-14);
        Assert.Equal(0, change.StandardError, 1e-8);
    }

    [Fact]
    public void Difference_OverIndependentDraws_IsRightOnAverage()
    {
        // Two waves drawn independently from 400 units, 30 per cent each: the conditional standard errors, with the units that happen to be in both, tell the spread of the changes.
        var random = new Random(5);
        var (changes, variances) = (new List<double>(), new List<double>());
        for (var draw = 0; draw < 400; draw++)
        {
            (int, int, string, bool)[] rows = [.. Drawn(random).Select(i => (1, i, "A", Answer(i))), .. Drawn(random).Select(i => (2, i, "A", Answer(i + (i % 5 == 0 ? 1 : 0))))];
            var change = Design(rows, _ => "A", _ => "A", finite: true, population: 400).WithRepeatedUnits("id", "wave").Difference("y", "wave", "2", "1", "yes").Estimates[0];
            changes.Add(change.Value);
            variances.Add(change.StandardError * change.StandardError);
        }

        var mean = changes.Average();
        Assert.InRange(variances.Average() / changes.Average(change => (change - mean) * (change - mean)), 0.85, 1.15);
    }

    [Fact]
    public void WithRepeatedUnits_WhatCannotBe_IsRefused()
    {
        Refused("A stratum holds several waves", () => Stacked(finite: false).StratifiedBy("h").WithRepeatedUnits("id", "wave").Weights.ToArray());
        Refused("drawn in clusters", () => Stacked(finite: false, repeated: true).ClusteredBy("id", idsRepeat: true).Weights.ToArray());
        Refused("stands twice in one wave", () => Design([(1, 4, "A", true), (1, 4, "A", true), (2, 8, "B", true), (2, 9, "B", true)], _ => "A", _ => "B", finite: false).WithRepeatedUnits("id", "wave").Weights.ToArray());
        Refused("no replicate weights", () => Stacked(finite: false, repeated: true).Replicated(Replication.Bootstrap(replicates: 20, seed: 1)));

        static void Refused(string what, Func<object> make) => Assert.Contains(what, Assert.Throws<SurveyException>(make).Message, StringComparison.Ordinal);
    }

    private static Estimate Change(SurveyDesign design, string variable) => design.Difference(variable, "wave", "2", "1", variable == "y" ? "yes" : null).Estimates[0];

    private static bool Answer(int i) => i * 37 % 11 < 5;

    private static IEnumerable<int> Drawn(Random random)
    {
        var units = Enumerable.Range(1, 400).ToArray();
        random.Shuffle(units);
        return units.Take(120);
    }

    private static SurveyDesign Stacked(bool finite, bool repeated = false)
    {
        static string First(int i) => i <= 140 ? "A" : "B";
        static string Second(int i) => i % 40 != 0 ? First(i) : First(i) == "A" ? "B" : "A";
        var units = Enumerable.Range(1, 240).ToArray();
        var design = Design(
            [
                .. units.Where(i => i % 4 == 0 || i % 7 == 1).Select(i => (1, i, First(i), Answer(i))),
                .. units.Where(i => (i % 4 == 0 && i % 12 != 0) || i % 9 == 2 || i % 80 == 0).Select(i => (2, i, Second(i), i % 5 == 0 ? !Answer(i) : Answer(i))),
            ],
            First, Second, finite);
        return repeated ? design.WithRepeatedUnits("id", "wave") : design;
    }

    private static SurveyDesign Design(IReadOnlyList<(int Wave, int Id, string Stratum, bool Yes)> rows, Func<int, string> first, Func<int, string> second, bool finite, int population = 240)
    {
        (int Wave, int Id, string Stratum)[] frame = [.. Enumerable.Range(1, population).Select(i => (1, i, first(i))), .. Enumerable.Range(1, population).Select(i => (2, i, second(i)))];
        var data = new DataSet("waves",
        [
            Coded("wave", ["1", "2"], rows.Select(row => row.Wave - 1)), new TextColumn("id", [.. rows.Select(row => $"{row.Id}")]), Coded("h", ["A", "B"], rows.Select(row => row.Stratum == "A" ? 0 : 1)),
            Coded("y", ["yes", "no"], rows.Select(row => row.Yes ? 0 : 1)), Coded("g", ["0", "1"], rows.Select(row => row.Id % 2)),
            new NumericColumn("x", [.. rows.Select(row => (double)((row.Id * 37 % 11) + (row.Id % 3) + (row.Wave == 2 ? row.Id * 13 % 5 : 0)))]),
        ]);
        var population2 = new DataSet("frames",
        [
            Coded("wave", ["1", "2"], frame.Select(unit => unit.Wave - 1)), new TextColumn("id", [.. frame.Select(unit => $"{unit.Id}")]), Coded("h", ["A", "B"], frame.Select(unit => unit.Stratum == "A" ? 0 : 1)),
        ]);
        var design = SurveyDesign.Of(data, population2).StratifiedBy(["wave", "h"]);
        return finite ? design.WithFinitePopulation() : design;
    }

    private static CategoricalColumn Coded(string name, string[] codes, IEnumerable<int> of) => new(name, codes, [.. of]);
}
