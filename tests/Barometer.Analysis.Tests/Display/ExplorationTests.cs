namespace Barometer.Analysis.Tests.Display;

/// <summary>Not parallel with other tests that show unreleased estimates: the switch is of the whole process.</summary>
[CollectionDefinition(nameof(ExplorationTests), DisableParallelization = true)]
[Collection(nameof(ExplorationTests))]
public sealed class ExplorationTests : IDisposable
{
    public void Dispose() => Exploration.SwitchOff();

    [Fact]
    public void Show_ExploringIsOff_TellsNoNumber()
    {
        var table = Table();

        Assert.DoesNotContain("0.1234", table.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("0.1234", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_ExploringIsOn_TellsNumbersUnderTheBanner()
    {
        Environment.SetEnvironmentVariable(Exploration.EnvironmentVariable, "1");
        var table = Table();

        Assert.StartsWith("<div role=\"alert\"", table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("0.1234", table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("NOT RELEASED", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explored_ForOneCell_ShowsThatAndNothingElse()
    {
        Assert.Throws<BarometerException>(() => Table().Explored());
        Environment.SetEnvironmentVariable(Exploration.EnvironmentVariable, "cell");
        var (table, explored) = (Table(), Table().Explored());

        Assert.StartsWith("<div role=\"alert\"", explored.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("0.1234", explored.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("NOT RELEASED", explored.ToString(), StringComparison.Ordinal);
        Assert.Null(explored.Stored);
        Assert.DoesNotContain("0.1234", table.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("0.1234", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explored_OtherResultsThanTables_ShowTheirNumbersUnderTheSameGuard()
    {
        var design = ScaleSurvey.Make(200).Design();
        var (test, ranks, scale) = (design.Independence("i1", "group"), design.Ranks(["i1", "i2"], "1"), design.Scale([.. ScaleSurvey.Items]));
        var (function, crossing) = (design.RelativeRisk("i1", "group", "a", from: "b", category: "1"), design.CrossTable("group", "i1"));
        (Displayable Result, Func<Displayable> Explored)[] results = [(test, test.Explored), (ranks, ranks.Explored), (scale, scale.Explored), (function, function.Explored), (crossing, crossing.Explored)];
        Assert.All(results, one => Assert.Throws<BarometerException>(one.Explored));

        Environment.SetEnvironmentVariable(Exploration.EnvironmentVariable, "cell");
        var statistic = design.Engine.Independence("i1", "group").Statistic;
        string[] numbers = [Text(statistic), "1 (1", "Cronbachs alfa", Text(function.Explore().Value), Text(statistic)];

        Assert.All(results.Zip(numbers), one =>
        {
            var explored = one.First.Explored();
            Assert.StartsWith("<div role=\"alert\"", explored.ToHtml(), StringComparison.Ordinal);
            Assert.Contains(one.Second, explored.ToHtml(), StringComparison.Ordinal);
            Assert.Contains("NOT RELEASED", explored.ToString(), StringComparison.Ordinal);
            Assert.Null(explored.Stored);
            Assert.DoesNotContain("role=\"alert\"", one.First.Result.ToHtml(), StringComparison.Ordinal);
            Assert.NotNull(one.First.Result.Stored);
        });
        static string Text(double number) => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Read_RowThatBreaksARuleBetweenAnswers_IsListedOnlyWhileExploring()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(SurveyFolder.ResponsesFile, "innovated", "no");
        fixture.Set(SurveyFolder.ResponsesFile, line, "novelty", "first");

        Assert.Null(fixture.ReadProblem().Row);
        Environment.SetEnvironmentVariable(Exploration.EnvironmentVariable, "1");
        Assert.Equal(line, fixture.ReadProblem().Row);
    }

    private static UnreleasedTable Table()
    {
        var label = new LocalizedText("Deler", "Shares");
        return new UnreleasedTable(
            new TableHeading
            {
                Measure = Measure.Share,
                Survey = "test",
                IsSynthetic = true,
                Title = label,
                Universe = label,
                Weighting = label,
                By = [],
                ByLabels = [],
            },
            [
                new UnreleasedEstimate(
                    new Estimate { Outcome = new Outcome("spread", "yes"), Groups = [], Value = 0.1234, Respondents = 80 }, new LabelledOutcome("spread", "yes", label), []),
            ]);
    }
}
