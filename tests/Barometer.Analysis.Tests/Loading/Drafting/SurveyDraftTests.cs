using System.Text;
using System.Text.Json.Nodes;
using Barometer.Analysis.Tests.Loading.Spss;

namespace Barometer.Analysis.Tests.Loading.Drafting;

public sealed class SurveyDraftTests : IDisposable
{
    private const string Id = "service-2024";

    private readonly SurveyFixture _survey = new();

    private Codebook Operational => SurveyCatalog.Codebook(_survey.DataRoot, "operational-2018");

    [Fact]
    public void Make_SpssFile_HasWhatTheFileSays()
    {
        var draft = Make(Spss());
        var codebook = Read(draft);

        Assert.Equal(["unit_id", "q1_a", "q1_b", "score", "again"], codebook.Responses.Select(variable => variable.Name));
        Assert.Equal(["unit_id", "organisation_id", "sector", "w", "invited", "answered"], codebook.Frame.Select(variable => variable.Name));
        var (item, score, again) = (codebook["q1_a"], codebook["score"], codebook["again"]);
        Assert.Equal(("Svartid", "Hvor fornøyd er du? – Svartid", "q1"), (item.Label.Nb, item.Question!.Nb, item.Battery));
        Assert.Equal(["1", "2", "3"], item.Categories.Select(category => category.Code));
        Assert.True(item.Ordered);
        Assert.Equal([("", MissingReason.NoAnswer), ("8", MissingReason.DontKnow)], item.MissingCodes.Select(code => (code.Code, code.Reason)));
        Assert.Equal((VariableKind.Numeric, true, DisclosureRole.Sensitive), (score.Kind, score.WholeNumbers, score.Role));
        Assert.Equal(["yes", "no"], again.Categories.Select(category => category.Code));
        Assert.Equal(DisclosureRole.Group, codebook["sector"].Role);
        Assert.Equal("Hvor fornøyd er du?", codebook.Batteries["q1"].Nb);
        Assert.Equal("w", codebook.Design!.Weights);
        Assert.Contains(draft.Notes, note => note.EndsWith("left out: comment", StringComparison.Ordinal));
        Assert.Contains(draft.Notes, note => note.Contains("FYLL UT", StringComparison.Ordinal));
        Assert.Equal(draft.Notes, JsonNode.Parse(draft.Json)!["toFillIn"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public void Make_ThenImportOfTheSameFile_IsASurveyWithADesign()
    {
        var path = Spss();
        var draft = Make(path);
        File.WriteAllText(Path.Combine(_survey.DataRoot, "codebook", Id + ".json"), draft.Json);
        new RestrictedFolder(_survey.DataRoot, Id).Write(draft.Mapping!);

        var import = SurveyImport.Plan(new ImportRequest(_survey.DataRoot, Id, path, path));
        Assert.True(import.IsDecided, string.Join('\n', import.Files.SelectMany(file => file.Import.Lines)));
        import.Write(import.Make());

        var survey = SurveyReader.Read(_survey.DataRoot, Id);
        Assert.Equal((40, 40), (survey.Answers, survey.Population));
        Assert.NotNull(survey.ChosenDesign().Proportion("again", by: ["sector"]));
    }

    [Fact]
    public void Make_RareTexts_AreNeverAnswersOfACodebook()
    {
        var path = Path.Combine(_survey.DataRoot, "svar.csv");
        File.WriteAllLines(path, Enumerable.Range(0, 30).Select(i => $"{i};{(i == 7 ? SurveyFixture.Secret : i % 2 == 0 ? "Ofte" : "Sjelden")};{(i % 2 == 0 ? "Bra" : "Dårlig")}").Prepend("id;Hvor ofte?;Hvordan?"));

        var draft = Make(path);

        Assert.DoesNotContain(SurveyFixture.Secret, draft.Json, StringComparison.Ordinal);
        Assert.Equal(["unit_id", "hvordan"], Read(draft).Responses.Select(variable => variable.Name));
    }

    [Fact]
    public void Make_LikeAnotherSurvey_TakesItsFieldsAndListsDifferences()
    {
        // The file is of the form as it was then, and so is the survey that it is like.
        var cases = Path.Combine(AppContext.BaseDirectory, "cases", "deliveries");
        var path = Path.Combine(cases, "files", "barometer-merged-cp1252.sav");
        File.Copy(Path.Combine(cases, "canonical", "codebook-operational-2018.json"), Path.Combine(_survey.DataRoot, "codebook", "operational-2018.json"), overwrite: true);

        var draft = SurveyDraft.Make(new DraftRequest(_survey.DataRoot, "operational-2021", path, Like: "operational-2018"));
        var codebook = CodebookReader.Parse(Encoding.UTF8.GetBytes(draft.Json), "operational-2021.json");

        Assert.Equal(Operational.Responses.Select(variable => variable.Name), codebook.Responses.Select(variable => variable.Name).Where(name => name != "vekt"));
        Assert.Equal(Operational["spread"].Routing!.Universe, codebook["spread"].Routing!.Universe);
        Assert.Equal(Operational["novelty"].Label, codebook["novelty"].Label);
        Assert.Equal(Operational.Series, codebook.Series);
        Assert.Equal(Operational.Design!.Strata, codebook.Design!.Strata);
        Assert.Equal(2021, codebook.Year);
        Assert.DoesNotContain(draft.Notes, note => note.Contains("not in the file", StringComparison.Ordinal));
        Assert.Contains(draft.Notes, note => note.EndsWith("left out: svart_dato", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_LikeAnotherSurveyWithOtherQuestions_ListsWhatDiffers()
    {
        var path = Path.Combine(_survey.DataRoot, "svar.sav");
        SpssColumn[] columns =
        [
            SavFixture.Text("unit_id", 8),
            SavFixture.Number("innovated") with { Label = "Har dere innført noe nytt?", ValueLabels = [Label(1, "Ja"), Label(2, "Nei"), Label(3, "Planlegger")] },
        ];
        File.WriteAllBytes(path, SavFixture.Write(new SpssDictionary { Columns = columns }, [.. Enumerable.Range(0, 30).Select(i => new[] { DeliveredValue.Of("U" + i), DeliveredValue.Of((i % 3) + 1) })], SavWriting.Default));

        var draft = SurveyDraft.Make(new DraftRequest(_survey.DataRoot, "operational-2021", path, Like: "operational-2018"));
        var codebook = CodebookReader.Parse(Encoding.UTF8.GetBytes(draft.Json), "operational-2021.json");

        Assert.Equal(["yes", "no", "planlegger"], codebook["innovated"].Categories.Select(category => category.Code));
        Assert.Contains("an answer that operational-2018 hasn't, added as the last category: innovated", draft.Notes);
        Assert.Contains("the question reads otherwise than in operational-2018, whose words were taken: innovated", draft.Notes);
        Assert.Contains(draft.Notes, note => note.StartsWith("in operational-2018, not in the file: inno_product", StringComparison.Ordinal));
        Assert.Contains(draft.Notes, note => note.StartsWith("the design of operational-2018 needs it", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_ColumnThatIsNotThere_IsTold()
    {
        var error = Assert.Throws<BarometerException>(() => { SurveyDraft.Make(new DraftRequest(_survey.DataRoot, Id, Spss(), Groups: ["sektor"])); });

        Assert.Equal("did you mean «Sector»?", Assert.Single(error.Problems).Hint);
    }

    public void Dispose() => _survey.Dispose();

    private SurveyDraft Make(string path) => SurveyDraft.Make(new DraftRequest(_survey.DataRoot, Id, path));

    private static Codebook Read(SurveyDraft draft) => CodebookReader.Parse(Encoding.UTF8.GetBytes(draft.Json), Id + ".json");

    private static ValueLabel Label(double value, string label) => new(DeliveredValue.Of(value), label);

    // A survey that isn't shaped like ours: respondents only, with a weight, two items of a battery, a number and a text of one's own words.
    private string Spss()
    {
        var path = Path.Combine(_survey.DataRoot, "tjeneste.sav");
        ValueLabel[] satisfied = [Label(1, "Lite"), Label(2, "Noe"), Label(3, "Svært"), Label(8, "Vet ikke")];
        var missing = new MissingValues([DeliveredValue.Of(8)]);
        SpssColumn[] columns =
        [
            SavFixture.Number("RESPID"),
            SavFixture.Number("Sector") with { Label = "Sektor", ValueLabels = [Label(1, "Stat"), Label(2, "Kommune")] },
            SavFixture.Number("q1_a") with { Label = "Hvor fornøyd er du? – Svartid", ValueLabels = satisfied, Missing = missing, Measure = MeasurementLevel.Ordinal },
            SavFixture.Number("q1_b") with { Label = "Hvor fornøyd er du? – Språk", ValueLabels = satisfied, Missing = missing, Measure = MeasurementLevel.Ordinal },
            SavFixture.Number("score") with { Label = "Hvor mange ganger?" },
            SavFixture.Number("again") with { Label = "Kommer du igjen?", ValueLabels = [Label(1, "Ja"), Label(2, "Nei")] },
            SavFixture.Text("comment", 40),
            SavFixture.Number("w"),
        ];
        var rows = Enumerable.Range(0, 40).Select(i => new[]
        {
            DeliveredValue.Of(1000 + i), DeliveredValue.Of((i % 2) + 1), DeliveredValue.Of(i % 9 == 0 ? 8 : (i % 3) + 1), i % 7 == 0 ? DeliveredValue.Empty : DeliveredValue.Of((i % 3) + 1),
            DeliveredValue.Of(i), DeliveredValue.Of((i % 4) / 2 + 1), DeliveredValue.Of("mening " + i), DeliveredValue.Of(1 + (i % 5) / 10.0),
        });
        File.WriteAllBytes(path, SavFixture.Write(new SpssDictionary { Columns = columns, Weight = "w", FileLabel = "Tjenester" }, [.. rows], SavWriting.Default));
        return path;
    }
}
