namespace Barometer.Analysis.Tests.Loading;

public class CodebookReaderTests
{
    private static readonly string Folder = Path.Combine(SurveyFixture.Committed, "codebook");

    [Theory]
    [InlineData("operational-2018")]
    [InlineData("strategic-2018")]
    public void Read_CommittedCodebook_SaysThatItIsAReconstruction(string id)
    {
        var codebook = Read(id);

        Assert.Equal(id, codebook.Id);
        Assert.StartsWith("Rekonstruksjon.", codebook.Provenance.Nb, StringComparison.Ordinal);
        Assert.StartsWith("A reconstruction.", codebook.Provenance.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operational-2018")]
    [InlineData("strategic-2018")]
    public void Read_CommittedCodebook_HasEveryTextInBothLanguages(string id)
    {
        var codebook = Read(id);

        Assert.All(codebook.Responses.Where(v => v.Kind != VariableKind.Identifier), variable => Assert.NotNull(variable.Question));
        var texts = codebook.Variables.SelectMany(v => v.Categories.Select(c => c.Label).Append(v.Label).Append(v.Question ?? v.Label));
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Nb) || string.IsNullOrWhiteSpace(text.En)));
    }

    [Fact]
    public void Read_Operational_HasTheFormsFourteenQuestions()
    {
        var codebook = Read("operational-2018");

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["types"] = 4,
                ["initiators"] = 15,
                ["partners"] = 9,
                ["financing"] = 5,
                ["values"] = 8,
                ["factors"] = 14,
                ["culture"] = 6,
            },
            codebook.Batteries.Keys.ToDictionary(name => name, name => codebook.Items(name).Count));
        Assert.All(
            ["novelty", "closeness", "technology_role", "core_task", "spread", "evaluated"],
            name => Assert.Equal(["yes"], codebook[name].Routing!.Codes));
        Assert.Equal(["no"], codebook["under_way"].Routing!.Codes);
        Assert.All(codebook.Items("culture").Append(codebook["innovated"]), variable => Assert.Null(variable.Routing));
    }

    [Theory]
    [InlineData("operational-2018")]
    [InlineData("strategic-2018")]
    public void Read_CommittedCodebook_GivesTheRolesThatAnonymityNeeds(string id)
    {
        var codebook = Read(id);

        Assert.Equal(["agency_id"], codebook.Frame.Where(v => v.Role == DisclosureRole.Organisation).Select(v => v.Name));
        Assert.Equal(
            ["agency_group", "ministry_area", "size_band", "region"],
            codebook.Frame.Where(v => v.Role == DisclosureRole.Group).Select(v => v.Name));
        Assert.All(codebook.Responses.Skip(1), variable => Assert.Equal(DisclosureRole.Sensitive, variable.Role));
    }

    [Fact]
    public void Read_Operational_KeepsMissingCodesApartFromCategories()
    {
        var factor = Read("operational-2018")["factor_time"];

        Assert.Equal(
            ["inhibited_strongly", "inhibited_somewhat", "neither", "promoted_somewhat", "promoted_strongly"],
            factor.Categories.Select(c => c.Code));
        Assert.True(factor.Ordered);
        Assert.Equal(
            [("", MissingReason.NoAnswer), ("dont_know", MissingReason.DontKnow), ("not_relevant", MissingReason.NotRelevant)],
            factor.MissingCodes.Select(m => (m.Code, m.Reason)));
        Assert.Equal("Vet ikke", factor.MissingCodes[1].Label.Nb);
    }

    [Fact]
    public void Read_Operational_KnowsTheFormsLimits() => Assert.Equal(
        [new("initiators", 3, null), new("partners", null, "partner_none"), new BatteryLimit("values", null, "value_none_yet")],
        Read("operational-2018").BatteryLimits);

    [Theory]
    [InlineData("\"type\": \"string\"", "\"type\": \"date\"", "«type» is not understood")]
    [InlineData("\"titleEn\": \"Novelty\",", "", "«titleEn» is missing")]
    [InlineData("\"disclosureRole\": \"group\"", "\"disclosureRole\": \"public\"", "«disclosureRole» is not understood")]
    [InlineData("\"reason\": \"dont_know\"", "\"reason\": \"unknown\"", "«missingValues.reason» is not understood")]
    [InlineData("\"name\": \"closeness\"", "\"name\": \"novelty\"", "A variable is described twice")]
    [InlineData("\"name\": \"region\"", "\"name\": \"spread\"", "A variable stands in both files")]
    [InlineData("\"name\": \"invited\"", "\"name\": \"sampled\"", "A variable that must be there is missing")]
    [InlineData("\"value\": \"adapted\"", "\"value\": \"first\"", "A code is used twice")]
    [InlineData("\"labelEn\": \"To a great extent a copy of others’ solutions\"", "\"labelEn\": \"The workplace was the first to develop the innovation\"", "A label is used twice")]
    [InlineData("{ \"name\": \"culture\", \"title\"", "{ \"name\": \"climate\", \"title\"", "A battery has no label")]
    [InlineData("\"exclusive\": \"partner_none\"", "\"exclusive\": \"partner_nobody\"", "A battery’s limit cannot hold")]
    [InlineData("\"variable\": \"innovated\"", "\"variable\": \"under_way\"", "Routing names no earlier question")]
    [InlineData("\"codes\": [\"yes\"]", "\"codes\": [\"ja\"]", "Routing names a code that its question does not have")]
    [InlineData("\"of\": \"size_band\"", "\"of\": \"region\"", "A merged variable does not fit its source")]
    [InlineData("\"codes\": [\"from_20\"]", "\"codes\": []", "A merged variable does not fit its source")]
    [InlineData("\"name\": \"size_group\"", "\"name\": \"region\"", "A variable is described twice")]
    [InlineData("\"name\": \"frame\"", "\"name\": \"population\"", "The codebook describes no such file")]
    [InlineData("\"year\": 2018", "\"year\": 218", "«year» is no year")]
    [InlineData("\"kind\": \"workplace\"", "\"kind\": \"school\"", "«unit.kind» is not understood")]
    [InlineData("\"plural\": \"arbeidsplasser\",", "", "«unit.plural» is missing")]
    [InlineData("\"strata\": [", "\"stratum\": [", "The design has a part that is not understood")]
    [InlineData("\"strata\": [\"agency_group\"", "\"strata\": [\"agency_id\"", "The design names no group of the frame")]
    [InlineData("\"raking\": [\"ministry_area\"", "\"raking\": [[\"ministry_area\", \"size\"]", "The design names no group of the frame")]
    [InlineData("\"weights\": \"respondents\"", "\"weights\": \"equal\"", "The design’s weights are not understood")]
    [InlineData("\"weights\": \"respondents\"", "\"clusters\": [\"agency\"]", "The design’s sampling unit is not in the frame")]
    [InlineData("\"finitePopulation\": true", "\"nonResponse\": [\"size_band\"]", "The design adjusts for non-response, but its weights do not start from the invitations")]
    [InlineData("\"weights\": \"respondents\"", "\"weights\": \"invited\", \"responsePhase\": true", "The design has a response phase without groups")]
    [InlineData("\"finitePopulation\": true", "\"collapseBelow\": 1", "The design merges no strata")]
    [InlineData("\"finitePopulation\": true", "\"lonelyStrata\": \"centred\"", "«design.lonelyStrata» is not understood")]
    [InlineData("\"finitePopulation\": true", "\"postStratification\": [\"region\"]", "The design fits its weights twice")]
    [InlineData("\"finitePopulation\": true", "\"trimming\": { \"lower\": 3, \"upper\": 1 }", "The design’s limits of weights cannot hold")]
    [InlineData("\"finitePopulation\": true", "\"finitePopulation\": \"yes\"", "The codebook cannot be read")]
    [InlineData("\"choiceEn\": \"", "\"choiceEnglish\": \"", "«design.choiceEn» is missing")]
    [InlineData("\"question\": \"innovated\", \"by\"", "\"question\": \"inovated\", \"by\"", "What is shown first is no question")]
    [InlineData("\"by\": [\"size_group\"]", "\"by\": [\"novelty\"]", "What is shown first is by no group")]
    [InlineData("\"categoriesOrdered\": false,", "\"categoriesOrdered\": \"no\",", "The codebook cannot be read")]
    [InlineData("\"resources\": [", "\"resources\": ", "The codebook cannot be read")]
    public void Read_BrokenCodebook_SaysWhat(string right, string wrong, string what)
    {
        using var fixture = new SurveyFixture();
        var text = File.ReadAllText(fixture.CodebookPath);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(fixture.CodebookPath, text.Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Throws<BarometerException>(() => CodebookReader.Read(fixture.CodebookPath, "data/codebook/x.json"));

        Assert.Contains(error.Problems, problem => problem.What == what && problem.File == "data/codebook/x.json");
    }

    [Fact]
    public void Read_SyntaxError_SaysTheLine()
    {
        using var fixture = new SurveyFixture();
        var lines = File.ReadAllLines(fixture.CodebookPath);
        lines[40] = "}{";
        File.WriteAllLines(fixture.CodebookPath, lines);

        var error = Assert.Throws<BarometerException>(() => CodebookReader.Read(fixture.CodebookPath));

        Assert.Equal(41, Assert.Single(error.Problems).Row);
    }

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        var error = Assert.Throws<BarometerException>(() => CodebookReader.Read(Path.Combine(Folder, "none.json")));

        Assert.Equal("There is no codebook", Assert.Single(error.Problems).What);
    }

    [Fact]
    public void Read_CodebookOfAnotherSurvey_SaysSo()
    {
        using var fixture = new SurveyFixture();
        File.Copy(Path.Combine(Folder, "strategic-2018.json"), fixture.CodebookPath, overwrite: true);

        Assert.Equal("The codebook is of another survey", fixture.ReadProblem().What);
    }

    private static Codebook Read(string id) => CodebookReader.Read(Path.Combine(Folder, id + ".json"));
}
