namespace Barometer.Analysis.Tests.Weighting;

/// <summary>A researcher calls variables, answers and batteries by what the codebook calls them: name or title, code or label, in either language.</summary>
public class VocabularyTests
{
    private static readonly Lazy<Survey> Operational = new(() => SurveyReader.Read(DataFolder.Find(AppContext.BaseDirectory), "operational-2018"));

    private static BarometerDesign Design => Operational.Value.ChosenDesign();

    public static TheoryData<string> Calls => [.. Pairs.Keys];

    private static readonly Dictionary<string, (Func<BarometerDesign, UnreleasedTable> Spoken, Func<BarometerDesign, UnreleasedTable> Named)> Pairs = new()
    {
        ["title"] = (design => design.Proportion("Evaluering"), design => design.Proportion("evaluated")),
        ["title in English, small letters"] = (design => design.Proportion("evaluation"), design => design.Proportion("evaluated")),
        ["group and answer"] = (design => design.Proportion("Evaluering", by: "Virksomhetsgruppe", category: "Nei"), design => design.Proportion("evaluated", by: "agency_group", category: "no")),
        ["several groups"] = (design => design.Proportion("evaluated", by: ["Private bedrifter", "size_group"]), design => design.Proportion("evaluated", by: ["partner_private", "size_group"])),
        ["domain by label"] = (design => design.Where("size_group", "1–19 ansatte").Proportion("innovated"), design => design.Where("size_group", "under_20").Proportion("innovated")),
        ["range of a number"] = (design => design.Where("Antall ansatte", 50, double.PositiveInfinity, new("minst 50", "50 or more")).Proportion("innovated"),
            design => design.Where("employees", 50, double.PositiveInfinity, new("minst 50", "50 or more")).Proportion("innovated")),
        ["merged groups"] = (design => design.Merging("size_group", ["1–19 ansatte", "20–49 ansatte"]).Proportion("innovated", by: "size_group"),
            design => design.Merging("size_group", ["under_20", "from_20"]).Proportion("innovated", by: "size_group")),
        ["mean"] = (design => design.Mean("Antall ansatte", by: "Landsdel"), design => design.Mean("employees", by: "region")),
        ["total"] = (design => design.TotalWith("Jobber med innovasjon", category: "Nei"), design => design.TotalWith("innovated", category: "no")),
        ["quantile"] = (design => design.Quantile("Number of employees"), design => design.Quantile("employees")),
        ["count"] = (design => design.Count(by: "Region"), design => design.Count(by: "region")),
        ["battery by title"] = (design => design.Battery("Samarbeidspartnere"), design => design.Battery("partners")),
        ["battery of a balance"] = (design => design.NetBalance("factors"), design => design.NetBalance(Factors)),
        ["battery of a top share"] = (design => design.TopShare("Innovasjonskultur"), design => design.TopShare(Items("culture"))),
        ["battery of shares"] = (design => design.Proportions("partners"), design => design.Battery("partners")),
        ["battery of ranks"] = (design => design.Ranks("Gevinster").Shares, design => design.Ranks(Items("values")).Shares),
        ["a battery's items and one more"] = (design => design.Proportions(["types", "partner_private"]), design => design.Proportions([.. Items("types"), "partner_private"])),
        ["scale"] = (design => design.Scale("Innovation culture").Means(), design => design.Scale(Items("culture")).Means()),
        ["any of a battery by title"] = (design => Derived(design, Rule.AnyOf("Samarbeidspartnere")), design => Derived(design, Rule.AnyOf("partners"))),
        ["count of a battery and one item more"] = (design => Mean(design, Rule.CountOf("types", "Private bedrifter")), design => Mean(design, Rule.CountOf([.. Items("types"), "partner_private"]))),
        ["index by titles of items"] = (design => Mean(design, Rule.MeanOf("Innovation culture")), design => Mean(design, Rule.MeanOf("culture"))),
        ["rule by title and label"] = (design => Derived(design, Rule.Is("Evaluering", "Nei")), design => Derived(design, Rule.Is("evaluated", "no"))),
        ["condition by title and label"] = (design => design.Where(!Rule.Is("Landsdel", "Nord-Norge")).Count(), design => design.Where(!Rule.Is("region", "north")).Count()),
        ["response counts"] = (_ => Operational.Value.ResponseCounts("Virksomhetsgruppe"), _ => Operational.Value.ResponseCounts("agency_group")),
        ["response rates"] = (_ => Operational.Value.ResponseRates(["region", "Agency group"]), _ => Operational.Value.ResponseRates(["region", "agency_group"])),
        ["difference"] = (design => design.Difference("Jobber med innovasjon", "size_group", "50 ansatte eller flere", "1–19 ansatte"), design => design.Difference("innovated", "size_group", "from_50", "under_20")),
        ["contrast"] = (design => design.Contrast("innovated", "size_group", new Dictionary<string, double> { ["50 employees or more"] = 1, ["under_20"] = -1 }),
            design => design.Difference("innovated", "size_group", "from_50", "under_20")),
    };

    private static Grouping Factors => Items("factors");

    private static UnreleasedTable Derived(BarometerDesign design, Rule rule) => design.Derive("made", rule).Proportion("made", by: "size_group");

    private static UnreleasedTable Mean(BarometerDesign design, Rule rule) => design.Derive("made", rule, nb: "Laget", en: "Made").Mean("made");

    [Theory]
    [MemberData(nameof(Calls))]
    public void Title_InThePlaceOfTheName_GivesTheSameTable(string call)
    {
        var (spoken, named) = (Pairs[call].Spoken(Design), Pairs[call].Named(Design));

        Assert.Equal((named.Title, named.Heading.Universe), (spoken.Title, spoken.Heading.Universe));
        Assert.Equal(named.By, spoken.By);
        Assert.Equal(
            named.Estimates.Select(one => (one.Outcome, string.Join('|', one.Groups.Select(group => group.Code)), one.Numbers.Value, one.Numbers.Respondents)),
            spoken.Estimates.Select(one => (one.Outcome, string.Join('|', one.Groups.Select(group => group.Code)), one.Numbers.Value, one.Numbers.Respondents)));
    }

    [Fact]
    public void Tests_ByTitleAndLabel_GiveTheSameAsByNameAndCode()
    {
        var design = Design;
        var byName = design.TTest("innovated", "size_group", "from_50", "under_20").PValue;

        Assert.Equal(byName, design.TTest("Jobber med innovasjon", "size_group", "50 ansatte eller flere", "1–19 ansatte").PValue);
        Assert.Equal(design.Trend("innovated", "size_group").PValue, design.Trend("works with innovation", "size_group").PValue);
        Assert.Equal(design.Independence("partner_private", "region").PValue, design.Independence("Private bedrifter", "Landsdel").PValue);
        Assert.Equal(design.RankTest("employees", "region").PValue, design.RankTest("Antall ansatte", "Landsdel").PValue);
    }

    [Fact]
    public void Rule_ByTitleAndLabel_IsTheSameFactAsByNameAndCode()
    {
        string About(params Rule[] rules) => string.Join('\n', rules.Select(rule => TableDigest.About(Design.Where(!rule).Derive("made", rule).Proportion("made").Heading)));

        Assert.Equal(
            About(Rule.Is("evaluated", "internal", "external"), Rule.OtherThan("region", "north"), Rule.AnyOf("partners"), Rule.AtLeast("employees", 50)),
            About(Rule.Is("Evaluering", "Ja, internt", "Ja, av eksterne"), Rule.OtherThan("Landsdel", "Nord-Norge"), Rule.AnyOf("Samarbeidspartnere"), Rule.AtLeast("Antall ansatte", 50)));
    }

    [Theory]
    [InlineData("partner_private, partner_users", "several variables are named one by one: \"partner_private\", \"partner_users\"")]
    [InlineData("partner_private + partner_users", "several variables are named one by one: \"partner_private\", \"partner_users\"")]
    [InlineData("privat bedrift", "did you mean «partner_private» (Private bedrifter)?")]
    [InlineData("xyzzy", "barometer.Variables(\"…\") lists them")]
    public void Rule_NameThatIsNone_IsProposed(string asked, string hint) =>
        Assert.Equal(hint, Assert.Throws<BarometerException>(() => Design.Derive("made", Rule.AnyOf(asked, "partner_none"))).Problems[0].Hint);

    [Fact]
    public void Rule_WithoutAnswers_NamesThoseThereAre() => Assert.Equal(
        "A rule names no category of «size_group»; expected: one or more of under_20 (1–19 ansatte), from_20 (20–49 ansatte), from_50 (50 ansatte eller flere)",
        Assert.Throws<BarometerException>(() => Design.Where(Rule.OtherThan("size_group"))).Message);

    [Fact]
    public void Rule_OfAnOrganisation_NamesNoOther()
    {
        var message = Assert.Throws<BarometerException>(() => Design.Where(!Rule.Is("agency_id", "nobody"))).Message;

        Assert.DoesNotContain(CodedColumn.Of(Operational.Value.Responses["agency_id"]).Categories, name => message.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_NumberFromAnywhere_IsToldInTheWordsOfItsLabel()
    {
        Assert.Equal("Antall ansatte: minst 50", Design.Where(Rule.AtLeast("employees", 50)).Conditions[0].Told.Words.Nb);
        Assert.Equal("Number of employees: below 7.5", Design.Where(Rule.Below("employees", 7.5)).Conditions[0].Told.Words.En);
        Assert.Equal("Antall ansatte: under 7,5", Design.Where(Rule.Below("employees", 7.5)).Conditions[0].Told.Words.Nb);
    }

    [Fact]
    public void Function_OfLabels_IsTheSameAsOfCodes()
    {
        var shares = Design.Proportion("innovated", by: "size_group");

        Assert.Equal(
            shares.Function("x", "x", x => x["from_50"] / x["under_20"]).Parts.Estimates.Select(one => one.Caption),
            shares.Function("x", "x", x => x["50 ansatte eller flere"] / x["1–19 EMPLOYEES"]).Parts.Estimates.Select(one => one.Caption));
        Assert.Contains("did you mean «from_50»", Assert.Throws<BarometerException>(() => shares.Function("x", "x", x => x["from_5"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merging_Answers_PointsToTheRule() => Assert.Contains(
        "Rule.Merge(\"evaluated\"", Assert.Throws<BarometerException>(() => Design.Merging("evaluated", ["internal", "external"])).Problems[0].Hint, StringComparison.Ordinal);

    [Fact]
    public void Merge_GroupsOfTheFrame_HaveTheAuthorsLabel()
    {
        var table = Design.Derive("size_two", Rule.Merge("size_group", ("under_50", ["1–19 ansatte", "from_20"], "Under 50 ansatte", "Under 50 employees")), nb: "Størrelse i to", en: "Size in two")
            .Proportion("innovated", by: "size_two");

        Assert.Equal(["Under 50 ansatte", "50 ansatte eller flere"], table.Estimates.SelectMany(one => one.Groups).Select(group => group.Label.Nb));
        Assert.Equal("Størrelse i to", table.ByLabels[0].Nb);
    }

    [Fact]
    public void Regression_PredictorsByTitle_AreTheNamedOnes()
    {
        var spoken = Design.Regression("Jobber med innovasjon", ["Virksomhetsgruppe", "agency_type:size_group"]).Effects();

        Assert.Equal(["agency_group", "agency_type:size_group"], spoken.Heading.Method!.Model!.Predictors);
    }

    [Theory]
    [InlineData("evaluert", "did you mean «evaluated» (Evaluering)?")]
    [InlineData("Evalueringen", "did you mean «evaluated» (Evaluering)?")]
    [InlineData("private bedrift", "did you mean «partner_private» (Private bedrifter)?")]
    [InlineData("evaluated, size_group", "several variables are a list: [\"evaluated\", \"size_group\"]")]
    [InlineData("Evaluering + Landsdel", "several variables are a list: [\"Evaluering\", \"Landsdel\"]")]
    [InlineData("xyzzy", "barometer.Variables(\"…\") lists them")]
    public void Variable_CalledAlmostSo_IsProposed(string asked, string hint)
    {
        var problem = Assert.Throws<BarometerException>(() => Design.Proportion(asked)).Problems[0];

        Assert.Contains($"no variable «{asked}»", problem.What, StringComparison.Ordinal);
        Assert.Equal(hint, problem.Hint);
    }

    [Fact]
    public void Variable_TitleOfTwo_NamesBoth()
    {
        var problem = Assert.Throws<BarometerException>(() => Design.Proportion("innovated", by: "Størrelse")).Problems[0];

        Assert.Equal("«Størrelse» is what more than one variable is called", problem.What);
        Assert.Equal("one of size_band, size_group", problem.Expected);
    }

    [Fact]
    public void Where_LabelAlmostSo_ProposesTheCode()
    {
        var problem = Assert.Throws<BarometerException>(() => Design.Where("size_group", "1-19 ansatt")).Problems[0];

        Assert.Equal("«size_group» has no category «1-19 ansatt»", problem.What);
        Assert.StartsWith("one of under_20 (1–19 ansatte), ", problem.Expected, StringComparison.Ordinal);
        Assert.Equal("did you mean «under_20» (1–19 ansatte)?", problem.Hint);
    }

    [Fact]
    public void Where_NoCode_NamesThoseThereAre()
    {
        var problem = Assert.Throws<BarometerException>(() => Design.Where("size_group")).Problems[0];

        Assert.Equal("Where names no category of «size_group»", problem.What);
        Assert.Equal("one or more of under_20 (1–19 ansatte), from_20 (20–49 ansatte), from_50 (50 ansatte eller flere)", problem.Expected);
    }

    [Fact]
    public void Where_OrganisationThatIsNone_NamesNoOther()
    {
        var message = Assert.Throws<BarometerException>(() => Design.Where("agency_id", "nobody")).Message;

        var organisations = Operational.Value.Responses["agency_id"];
        Assert.DoesNotContain(CodedColumn.Of(organisations).Categories, name => message.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Battery_Unknown_ProposesTheNearest()
    {
        var problem = Assert.Throws<BarometerException>(() => Design.Battery("partnere")).Problems[0];

        Assert.Equal("There is no battery «partnere»", problem.What);
        Assert.Equal("did you mean «partners» (Samarbeidspartnere)?", problem.Hint);
    }

    private static Grouping Items(string battery) => Operational.Value.Codebook.Items(battery).Select(item => item.Name).ToArray();
}
