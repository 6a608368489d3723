namespace Barometer.Evidence.Tests;

public class SentenceTests
{
    private const string Hard = "\u00A0";

    [Fact]
    public void Write_Share_HasIntervalAndIsMarkedSynthetic()
    {
        var sentence = Write(TestReleases.ByGroup(), "{0} jobber med innovasjon.");

        Assert.Equal($"85,0{Hard}prosent (95{Hard}% KI 83–87) jobber med innovasjon. (Syntetiske data)", sentence.Text.Nb);
        Assert.Equal($"85.0{Hard}per cent (95% CI 83–87) jobber med innovasjon. (Synthetic data)", sentence.Text.En);
        Assert.Contains("innovated-by-group", sentence.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RealAnswers_HasNoMark() =>
        Assert.DoesNotContain("yntet", Write(TestReleases.ByGroup(synthetic: false), "{0}").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Write_NumberOfAnswersOrValueAlone_AsAsked()
    {
        Assert.StartsWith("762 svar", Write(TestReleases.ByGroup(), "{0:n} svar").Text.Nb, StringComparison.Ordinal);
        Assert.StartsWith($"85,0{Hard}prosent av", Write(TestReleases.ByGroup(), "{0:value} av").Text.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LabelOfAGroup_IsTheCodebooksInsideTheSentence()
    {
        var barometer = TestSchemes.Open();
        var sentence = barometer.Release(barometer.Design("operational-2018").Proportion("innovated", by: "agency_type"), id: "innovated-by-type")
            .Sentence("I {innovated@central:label} {innovated@central:n}.", "In {innovated@central:label} {innovated@central:n}.");

        Assert.StartsWith("I departement eller direktorat 317.", sentence.Text.Nb, StringComparison.Ordinal);
        Assert.StartsWith("In ministry or directorate 317.", sentence.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HiddenNumber_SaysThatTheSentenceCannotBeQuoted()
    {
        var sentence = Write(TestReleases.AllHidden(), "{0} er skjult");

        Assert.Equal("Setningen kan ikke siteres: et tall i den kan ikke offentliggjøres.", sentence.Text.Nb);
        Assert.Equal("The sentence can't be quoted: a number in it may not be published.", sentence.Text.En);
    }

    [Fact]
    public void Write_DifferenceOfTwoItems_IsCalledByBoth()
    {
        var barometer = TestSchemes.Open();
        var sentence = barometer.Release(barometer.Design("operational-2018").ItemDifference("factor_employees", "factor_leader", "promoted_strongly"), id: "employees-less-leader")
            .Sentence("Forskjellen er {factor_employees-factor_leader:value}; {factor_employees-factor_leader:chance}.", "They differ by {factor_employees-factor_leader:value}.");

        Assert.Matches(@"^Forskjellen er −?\d+,\d prosentpoeng; (ikke )?mer enn tilfeldigheter", sentence.Text.Nb.Replace(Hard, " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{nothing} av alle", "names no number")]
    [InlineData("{nothing@here} av alle", "names no number")]
    [InlineData("Alle jobber med innovasjon", "has no number in it")]
    public void Write_PlaceThatNamesNothing_IsRefused(string words, string problem) =>
        Assert.Contains(problem, Assert.Throws<BarometerException>(() => Write(TestReleases.ByGroup(), words)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{innovated@Ministry.1–49 employees}", "{innovated@Ministry/1–49 employees}")]
    [InlineData("{inovated}", "{innovated}")]
    [InlineData("{innovated@Ministri/1–49 employees:value}", "{innovated@Ministry/1–49 employees}")]
    [InlineData("{innovated:value} og {innovated @Ministry/1–49 employees}", "{innovated@Ministry/1–49 employees}")]
    public void Write_MisspeltPlace_ProposesTheRightOne(string words, string right)
    {
        var problem = Assert.Throws<BarometerException>(() => Sentence.Of(new LocalizedText(words, words), TestReleases.TwoGroupings())).Problems[0];

        Assert.Contains("names no number of «Har arbeidsplassen innført innovasjon?»", problem.What, StringComparison.Ordinal);
        Assert.StartsWith("one of " + right, problem.Expected, StringComparison.Ordinal);
        Assert.Equal($"did you mean «{right}»?", problem.Hint);
    }

    [Theory]
    [InlineData("{innovated@Ministry/1–49 employees:value}")]
    [InlineData("{innovated=yes@Ministry/1–49 employees:value}")]
    [InlineData("{innovated=Ja@Departement/1–49 ansatte:value}")]
    public void Write_TwoGroupings_AreParted(string words) =>
        Assert.StartsWith($"80,0{Hard}prosent", Sentence.Of(new LocalizedText(words, words), TestReleases.TwoGroupings()).Text.Nb, StringComparison.Ordinal);

    [Theory]
    [InlineData("{innovated}")]
    [InlineData("{innovated=yes}")]
    [InlineData("{innovated=yes@+1·from_50 -1·under_20}")]
    public void Write_Difference_NeedsTheVariableAlone(string place)
    {
        var barometer = TestSchemes.Open();
        var difference = barometer.Release(barometer.Design("operational-2018").Difference("innovated", "size_group", "from_50", "under_20"), "difference");

        var text = difference.Sentence($"Forskjellen er {place}.", $"The difference is {place}.").Text;

        Assert.Matches($@"^Forskjellen er [+\u2212]?\d+(,\d)?{Hard}prosentpoeng \(95{Hard}% KI ", text.Nb);
    }

    [Fact]
    public void Write_DifferenceOfSeveralAnswers_AsksWhich()
    {
        var barometer = TestSchemes.Open();
        var difference = barometer.Release(barometer.Design("operational-2018").Difference("evaluated", "size_group", "from_50", "under_20"), "difference");

        var problem = Assert.Throws<BarometerException>(() => difference.Sentence("{evaluated}", "{evaluated}")).Problems[0];

        Assert.Contains("{evaluated=no}", problem.Expected, StringComparison.Ordinal);
        Assert.NotNull(difference.Sentence("{evaluated=no}", "{evaluated=Nei}"));
    }

    [Fact]
    public void ToHtml_WordsThatAreMarkup_AreEscaped() =>
        Assert.DoesNotContain("<script>", Write(TestReleases.ByGroup(), "<script>{0}</script>").ToHtml(), StringComparison.Ordinal);

    /// <summary>The table of a model's effects is by its predictors, and each effect is of a category of one.</summary>
    [Fact]
    public void Write_EffectOfAModel_IsCalledByItsCategory()
    {
        var released = TestReleases.ByGroup();
        var model = new Released<ReleasedTable>(released.Content with { By = ["characteristic"] }, released.Stamp);

        Assert.StartsWith($"87,4{Hard}prosent", Sentence.Of(new LocalizedText("{innovated@Direktorat}", "{innovated@Directorate}"), model).Text.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TwoReleases_HasNumbersAndSourcesOfBoth()
    {
        var sentence = Sentence.Of(new LocalizedText("{innovated@Direktorat:value} mot {q5_1:value}", "{innovated@Directorate:value} v. {q5_1:value}"), TestReleases.ByGroup(), TestReleases.Battery());

        Assert.StartsWith($"87,4{Hard}prosent mot ", sentence.Text.Nb, StringComparison.Ordinal);
        Assert.Single(sentence.Source.Nb.Split(';'));
    }

    [Fact]
    public void Write_PlaceOfTwoReleases_AsksForTheReleasesName()
    {
        var problem = Assert.Throws<BarometerException>(() => Sentence.Of(new LocalizedText("{innovated}", "{innovated}"), TestReleases.ByGroup(), TestReleases.AwkwardLabels())).Problems[0];

        Assert.Contains("{innovated-by-group/innovated}", problem.Expected, StringComparison.Ordinal);
        Assert.StartsWith($"85,0{Hard}prosent", Sentence.Of(new LocalizedText("{innovated-by-group/innovated}", "{innovated-by-group/innovated}"), TestReleases.ByGroup(), TestReleases.AwkwardLabels()).Text.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TimesAsOften_IsSaidAsFarAsTheIntervalsBearIt() =>
        Assert.StartsWith("ikke klart oftere eller sjeldnere", Write(TestReleases.ByGroup(), "{times(innovated@Direktorat, innovated@Departement)}").Text.Nb, StringComparison.Ordinal);

    [Fact]
    public void Write_RankAmongHiddenNumbers_CannotBeQuoted() =>
        Assert.Equal("Setningen kan ikke siteres: et tall i den kan ikke offentliggjøres.", Write(TestReleases.ByGroup(), "{innovated@Direktorat:rank}").Text.Nb);

    private static Sentence Write(Released<ReleasedTable> released, string words)
    {
        var place = released.Content.Estimates[^1].Outcome.Variable;
        var text = words.Replace("{0", "{" + place, StringComparison.Ordinal);
        return Sentence.Of(new LocalizedText(text, text), released);
    }
}
