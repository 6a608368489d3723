using static Barometer.Evidence.Tests.TestReleases;

namespace Barometer.Evidence.Tests.Tables;

/// <summary>
/// Two releases side by side: what they don't share is said or refused. The waves are a synthetic case: a made-up survey of 2021 whose question has a new answer, «planned», which takes from «no».
/// </summary>
public class ComparedReleasesTests
{
    private static readonly Called No = new("no", new("Nei", "No"));
    private static readonly Called Yes = new("yes", new("Ja", "Yes"));
    private static readonly Called Planned = new("planned", new("Planlagt", "Planned"));
    private static readonly LocalizedText Old = new("2018", "2018");
    private static readonly LocalizedText New = new("2021", "2021");
    private static readonly (string Name, LocalizedText Label)[] BySize = [("size_group", new("Størrelse", "Size"))];

    private readonly Workbench _barometer = TestSchemes.Open();

    [Fact]
    public void Dumbbell_AnswerThatOnlyOneWaveHad_IsNamedInFigureAndTable()
    {
        var figure = Wave(2021, [], (No, 0.257), (Planned, 0.121), (Yes, 0.622)).Dumbbell(Wave(2018, [], (No, 0.378), (Yes, 0.622)), Old, New);

        const string Said = "Bare 2021 hadde svaralternativet «Planlagt»: andelene av de andre svarene kan ikke uten videre sammenlignes.";
        Assert.Contains(Said, Notes(figure), StringComparison.Ordinal);
        Assert.Contains(Said, figure.Numbers.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Nei", "Ja"], figure.Ordered(BarOrder.Codebook).Description.Chart.Rows.Select(row => row.Label));
    }

    [Fact]
    public void Dumbbell_OneAnswerReleased_StillNamesTheOneThatWasAdded()
    {
        var old = With(Wave(2018, [], (No, 0.378)), table => table with { Choices = new Dictionary<string, IReadOnlyList<Called>> { ["evaluated"] = [No, Yes] } });
        var now = With(Wave(2021, [], (No, 0.257)), table => table with { Choices = new Dictionary<string, IReadOnlyList<Called>> { ["evaluated"] = [No, Planned, Yes] } });

        Assert.Contains("Only 2021 had the answer “Planned”", Notes(now.Dumbbell(old, Old, New).In(Language.En)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_AlikeWaves_HasNoCaution()
    {
        var figure = Wave(2021, [], (No, 0.257), (Yes, 0.743)).Dumbbell(Wave(2018, [], (No, 0.378), (Yes, 0.622)), Old, New);

        Assert.DoesNotContain("Bare ", Notes(figure), StringComparison.Ordinal);
        Assert.DoesNotContain("ikke like", Notes(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_BalancesOfLongerAndShorterScales_SaysHowLong()
    {
        ReleasedEstimates Balance(params Called[] scale) => With(
            Shown(TestAnswers.Balances(2)), table => table with { Choices = new Dictionary<string, IReadOnlyList<Called>> { ["factor_0"] = scale } });

        Assert.Contains("Svarskalaene er ikke like: 3 svar (2021) og 2 (2018).", Notes(Balance(No, Planned, Yes).Dumbbell(Balance(No, Yes), Old, New)), StringComparison.Ordinal);
        Assert.DoesNotContain("Svarskalaene", Notes(Balance(No, Planned).Dumbbell(Balance(No, Yes), Old, New)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_OtherQuestion_SetsBothDown()
    {
        var old = With(Wave(2018, [], (No, 0.378)), table => table with { Question = new("Er den evaluert?", "Was it evaluated?") });
        var now = With(Wave(2021, [], (No, 0.257)), table => table with { Question = new("Skal den evalueres?", "Will it be?") });

        Assert.Contains(
            "Spørsmålene er ikke like. 2021: «Skal den evalueres?» 2018: «Er den evaluert?»", Notes(now.Dumbbell(old, Old, New)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_OtherBase_SaysOfWhomEachIs()
    {
        var old = With(Wave(2018, [], (No, 0.378)), table => table with { Universe = new("alle arbeidsplasser", "all workplaces") });

        Assert.Contains("2018: alle arbeidsplasser.", Notes(Wave(2021, [], (No, 0.257)).Dumbbell(old, Old, New)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_OtherWeights_SaysWhichIsWeighted()
    {
        var old = With(Wave(2018, [], (No, 0.378)), table => table with { Weighting = Labels.Unweighted });
        var figure = Wave(2021, [], (No, 0.257)).Dumbbell(old, Old, New);

        Assert.Contains("2021: vektet etter virksomhetsgruppe og størrelse. 2018: uvektet.", Notes(figure), StringComparison.Ordinal);
        Assert.DoesNotContain("Vektet", figure.Description.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_Groups_EndWithAlle()
    {
        var figure = Wave(2021, BySize, (Yes, 0.6)).Dumbbell(Wave(2018, BySize, (Yes, 0.5)), Old, New);

        Assert.Equal(["Liten", "Stor", "Alle"], figure.Description.Chart.Rows.Select(row => row.Label));
        Assert.Contains("Alle", figure.Numbers.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(figure.Description.Chart.Rows, row => row.Label == "Ja");
    }

    [Fact]
    public void Dumbbell_GroupsOfSeveralAnswers_StandUnderTheirAnswer()
    {
        var rows = Wave(2021, BySize, (No, 0.4), (Yes, 0.6)).Dumbbell(Wave(2018, BySize, (No, 0.5), (Yes, 0.5)), Old, New).Ordered(BarOrder.Codebook).Description.Chart.Rows;

        Assert.Equal(
            [("Nei", "Liten"), ("Nei", "Stor"), ("Nei", "Alle"), ("Ja", "Liten"), ("Ja", "Stor"), ("Ja", "Alle")], rows.Select(row => (row.Section!, row.Label)));
    }

    [Fact]
    public void Dumbbell_CodeThatMeansAnotherAnswer_IsRefused()
    {
        var problem = Refused(() => Wave(2021, [], (new Called("yes", new("Ja, internt", "Yes, internally")), 0.2)).Dumbbell(Wave(2018, [], (Yes, 0.3)), Old, New));

        Assert.Equal("«Ja» and «Ja, internt»", problem.Got);
    }

    [Fact]
    public void Dumbbell_GroupsOfAnotherVariable_AreRefused()
    {
        var problem = Refused(() => Wave(2021, BySize, (Yes, 0.6)).Dumbbell(Wave(2018, [], (Yes, 0.5)), Old, New));

        Assert.Equal(("groups of the same variables", "no variable and size_group"), (problem.Expected, problem.Got));
    }

    [Fact]
    public void Design_Proportion_TellsAllAnswersThereWere()
    {
        var released = _barometer.Release(_barometer.Design("operational-2018").Proportion("evaluated", category: "no"), "evaluated-no");

        Assert.Equal(["no", "under_way", "internal", "external"], released.Released.Content.Choices["evaluated"].Select(choice => choice.Name));
    }

    [Fact]
    public void Beside_TwoSurveys_IsRefused()
    {
        var problem = Refused(() => Wave(2021, [], (No, 0.257), (Yes, 0.743)).Beside(Wave(2018, [], (No, 0.378), (Yes, 0.622))));

        Assert.Equal(("operational-2021 and operational-2018", "Dumbbell puts two surveys beside each other"), (problem.Got, problem.Hint));
    }

    [Fact]
    public void Beside_WeightedPartner_IsRefused()
    {
        var design = _barometer.Design("operational-2018");
        var chosen = _barometer.Release(design.Proportion("innovated", by: "agency_group"), "chosen");
        var other = _barometer.Release(_barometer.Survey("operational-2018").Design().StratifiedBy("agency_group").Proportion("innovated", by: "agency_group"), "other");

        Assert.Equal("two weighted ones", Refused(() => chosen.Beside(other)).Got);
    }

    [Fact]
    public void Beside_TheWrongWayRound_IsRefused()
    {
        var weighted = _barometer.Release(_barometer.Design("operational-2018").Proportion("innovated", by: "agency_group"), "weighted");
        var unweighted = _barometer.Release(_barometer.Survey("operational-2018").Unweighted().Proportion("innovated", by: "agency_group"), "unweighted");

        Assert.Equal("an unweighted one first", Refused(() => unweighted.Beside(weighted)).Got);
        Assert.Contains("Vektingen flytter", weighted.Beside(unweighted).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_OtherPeople_IsRefused()
    {
        var weighted = _barometer.Release(_barometer.Design("operational-2018").Proportion("innovated"), "all");
        var unweighted = _barometer.Release(_barometer.Survey("operational-2018").Unweighted().Where("size_group", "under_20").Proportion("innovated"), "small");

        Assert.Equal("shares of the same people", Refused(() => weighted.Beside(unweighted)).Expected);
    }

    [Fact]
    public void Likert_NetOfOtherPeople_IsRefused()
    {
        var net = With(Shown(TestAnswers.Balances(2)), table => table with { Universe = new("andre", "others") });

        Assert.Contains("is not the net balance", Refused(() => Shown(TestAnswers.Distribution(2)).Likert(net)).What, StringComparison.Ordinal);
    }

    private static ReleasedEstimates Wave(int year, (string Name, LocalizedText Label)[] by, params (Called Answer, double Share)[] answers)
    {
        string[] groups = by.Length == 0 ? [""] : ["Liten|Small", "Stor|Large", ""];
        var table = Release(
            $"evaluated-{year}",
            new LocalizedText("Evaluering", "Evaluation"),
            by,
            [.. groups.SelectMany(group => answers.Select(answer => Cell(group.Length == 0 ? [] : [group], answer.Share, answer.Share - 0.05, answer.Share + 0.05, 300) with
            {
                Outcome = new LabelledOutcome("evaluated", answer.Answer.Name, answer.Answer.Title),
            }))]);
        var choices = new Dictionary<string, IReadOnlyList<Called>> { ["evaluated"] = [.. answers.Select(answer => answer.Answer)] };
        return Shown(new(table.Content with { Survey = $"operational-{year}", Choices = choices }, table.Stamp with { Survey = $"operational-{year}" }));
    }

    private static ReleasedEstimates With(ReleasedEstimates released, Func<ReleasedTable, ReleasedTable> change) => Shown(new(change(released.Released.Content), released.Stamp));

    private static ReleasedEstimates Shown(Released<ReleasedTable> released) => new(released, Language.Nb);

    private static string Notes(Figure figure) => string.Join(' ', figure.Description.Notes);

    private static Problem Refused(Func<object> compare) => Assert.Throws<BarometerException>(compare).Problems[0];
}
