using Barometer.Analysis.Weighting;

namespace Barometer.Synthesis.Tests;

/// <summary>A survey of which no code knows anything: its stand-in is made of the margins that are declared beside its codebook.</summary>
public sealed class DeclaredModelTests : IDisposable
{
    private const string Codebook = """
        {
          "name": "schools-2030", "title": "Skoleundersøkelsen", "titleEn": "The school survey", "description": "Laget.", "descriptionEn": "Made up.",
          "universe": "skoler", "universeEn": "schools", "year": 2030, "unit": { "kind": "other", "plural": "skoler", "pluralEn": "schools" },
          "design": { "strata": ["owner"], "finitePopulation": true, "raking": ["county"], "choice": "Vår.", "choiceEn": "Ours." },
          "resources": [
            { "name": "responses", "schema": { "fields": [
              { "name": "unit_id", "type": "string", "title": "Skole", "titleEn": "School", "disclosureRole": "identifier" },
              { "name": "digital", "type": "string", "title": "Digitale prøver", "titleEn": "Digital tests", "disclosureRole": "sensitive",
                "categories": [ { "value": "all", "label": "Alle", "labelEn": "All" }, { "value": "some", "label": "Noen", "labelEn": "Some" }, { "value": "none", "label": "Ingen", "labelEn": "None" } ],
                "missingValues": [ { "value": "", "label": "Ubesvart", "labelEn": "No answer", "reason": "no_answer" }, { "value": "vet_ikke", "label": "Vet ikke", "labelEn": "Don’t know", "reason": "dont_know" } ] } ] } },
            { "name": "frame", "schema": { "fields": [
              { "name": "unit_id", "type": "string", "title": "Skole", "titleEn": "School", "disclosureRole": "identifier" },
              { "name": "owner_id", "type": "string", "title": "Eier", "titleEn": "Owner", "disclosureRole": "organisation" },
              { "name": "owner", "type": "string", "title": "Eierskap", "titleEn": "Ownership", "disclosureRole": "group",
                "categories": [ { "value": "public", "label": "Offentlig", "labelEn": "Public" }, { "value": "private", "label": "Privat", "labelEn": "Private" } ] },
              { "name": "county", "type": "string", "title": "Fylke", "titleEn": "County", "disclosureRole": "group",
                "categories": [ { "value": "north", "label": "Nord", "labelEn": "North" }, { "value": "south", "label": "Sør", "labelEn": "South" } ] },
              { "name": "invited", "type": "string", "title": "Invitert", "titleEn": "Invited", "disclosureRole": "none", "categories": [ { "value": "yes", "label": "Ja", "labelEn": "Yes" }, { "value": "no", "label": "Nei", "labelEn": "No" } ] },
              { "name": "answered", "type": "string", "title": "Svart", "titleEn": "Answered", "disclosureRole": "none", "categories": [ { "value": "yes", "label": "Ja", "labelEn": "Yes" }, { "value": "no", "label": "Nei", "labelEn": "No" } ] } ] } }
          ]
        }
        """;

    private const string Model = """
        {
          "survey": "schools-2030", "seeds": { "response": 7, "answers": 8 },
          "population": {
            "seed": 9, "organisations": { "variable": "owner_id", "prefix": "E", "digits": 2 }, "units": { "prefix": "S", "digits": 3 },
            "groups": { "variable": "owner", "codes": [ { "code": "public", "organisations": 20, "units": [300] }, { "code": "private", "organisations": 15, "units": [100], "response": 0.8 } ] },
            "others": { "county": { "north": 30, "south": 70 } }
          },
          "sample": { "of": "units", "invited": 320, "answered": 200 },
          "questions": [ { "variable": "digital", "rest": "none", "shares": { "some": 45, "all": 25.5 }, "capacity": 0.5, "dontKnow": 4, "noAnswer": 1 } ]
        }
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("barometer");

    private string Data => Path.Combine(_root.FullName, "data");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Write_NewSurvey_IsReadWeightedAndMeetsTheDeclaredShares()
    {
        Lay(Codebook, Model);
        SyntheticSurveys.Write(Data);

        var survey = SurveyReader.Read(Data, "schools-2030");
        var shares = survey.ChosenDesign().Proportion("digital").Estimates.ToDictionary(one => one.Numbers.Outcome.Code!, one => one.Numbers.Value);

        Assert.Equal((400, 200), (survey.Population, survey.Answers));
        Assert.Equal(0.255, shares["all"], 0.02); // raking to the counties moves them a little
        Assert.Equal(0.45, shares["some"], 0.02);
        Assert.InRange(Enumerable.Range(0, 400).Count(row => Surveys.Code(survey.Frame["county"], row) == "north"), 90, 150);
        Assert.Equal(35, Enumerable.Range(0, 400).Select(row => Surveys.Code(survey.Frame["owner_id"], row)).Distinct().Count());
    }

    [Theory]
    [InlineData("\"survey\": \"schools-2030\"", "\"survey\": \"schools-2031\"", "The model is of another survey")]
    [InlineData("\"response\": 7, ", "", "«seeds.response» is missing")]
    [InlineData("\"population\": {", "\"folk\": {", "The synthetic model cannot be read")]
    [InlineData("\"organisations\": 20", "\"organisations\": 301", "A group of the model has other numbers than it needs")]
    [InlineData("\"units\": [100]", "\"units\": [50, 50]", "A group of the model has other numbers than it needs")]
    [InlineData("\"code\": \"private\"", "\"code\": \"church\"", "The model makes a code that the codebook lacks")]
    [InlineData("\"county\": {", "\"region\": {", "The model doesn't make a variable of the frame")]
    [InlineData("\"of\": \"units\"", "\"of\": \"pupils\"", "«sample.of» is not understood")]
    [InlineData("\"of\": \"units\"", "\"of\": \"organisations\"", "The model doesn't say how many organisations answer")]
    [InlineData("\"invited\": 320", "\"invited\": 500", "The sample of the model can't be")]
    [InlineData("\"answered\": 200", "\"answered\": 330", "The sample of the model can't be")]
    [InlineData("\"answered\": 200", "\"answered\": 200, \"panel\": { \"of\": \"schools-2027\", \"share\": 50 }", "The panel of the model is of no earlier survey")]
    [InlineData("\"variable\": \"digital\"", "\"variable\": \"digitial\"", "The model has a question that isn't asked")]
    [InlineData("\"variable\": \"digital\"", "\"variable\": \"digitial\"", "The model says nothing of a question")]
    [InlineData("\"some\": 45", "\"several\": 45", "The answers of the model are not the codebook's")]
    [InlineData("\"some\": 45", "\"some\": 75", "The shares of an answer add up to more than everybody")]
    [InlineData("\"some\": 45", "\"some\": 45.25", "A number of the model has too many decimals")]
    [InlineData("\"dontKnow\": 4", "\"notRelevant\": 4", "The model has an answer that the codebook lacks")]
    [InlineData("\"prefix\": \"S\", ", "", "«units.prefix» is missing")]
    public void Create_WrongModel_SaysWhatAndWhere(string right, string wrong, string what)
    {
        Assert.Contains(right, Model, StringComparison.Ordinal);
        Lay(Codebook, Model.Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Throws<BarometerException>(() => SyntheticSurveys.Create(Data));

        Assert.Contains(error.Problems, problem => problem.What == what && problem.File == "data/synthesis/schools-2030.json");
    }

    private void Lay(string codebook, string model)
    {
        Directory.CreateDirectory(Path.Combine(Data, "codebook"));
        Directory.CreateDirectory(Path.Combine(Data, "synthesis"));
        File.WriteAllText(Path.Combine(Data, "codebook", "schools-2030.json"), codebook);
        File.WriteAllText(Path.Combine(Data, "synthesis", "schools-2030.json"), model);
    }
}
