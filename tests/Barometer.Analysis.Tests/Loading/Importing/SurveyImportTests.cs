using System.Text;
using Barometer.Analysis.Tests.Loading.Tabular;

namespace Barometer.Analysis.Tests.Loading.Importing;

public sealed class SurveyImportTests : IDisposable
{
    private const string Survey = "operational-2018";

    private readonly SurveyFixture _survey = new();
    private readonly Codebook _codebook;

    public SurveyImportTests() => _codebook = SurveyCatalog.Codebook(_survey.DataRoot, Survey);

    public static TheoryData<string> Forms => ["codes.csv", "labels.csv", "numbers.sav", "labels.xlsx", "semicolons.csv", "tabs.tsv"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Import_SameSurveyInSixForms_GivesTheSameBytes(string form)
    {
        var (answers, frame) = (Deliver("svar-" + form, "responses.csv", _codebook.Responses), Deliver("ramme-" + form, "frame.csv", _codebook.Frame));

        var import = SurveyImport.Plan(Request(answers, frame) with { IsFormConfirmed = true });
        if (form == "tabs.tsv")
        {
            Assert.False(import.IsDecided);
            import.KeepMapping();
            Complete();
            import = SurveyImport.Plan(Request(answers, frame));
        }

        Assert.True(import.IsDecided);
        import.Write(import.Make());

        foreach (var file in new[] { "responses.csv", "frame.csv" })
        {
            Assert.Equal(File.ReadAllBytes(_survey.PathOf(file)), File.ReadAllBytes(Path.Combine(_survey.RestrictedFolder, file)));
        }

        Assert.False(_survey.Read().IsSynthetic);
        Assert.Equal(form == "tabs.tsv" ? [Survey, Survey + ".map.json"] : [Survey], Directory.EnumerateFileSystemEntries(Path.Combine(_survey.DataRoot, "restricted")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Plan_EncodingGuessed_HasToBeConfirmed()
    {
        var answers = Deliver("svar-semicolons.csv", "responses.csv", _codebook.Responses);

        var import = SurveyImport.Plan(Request(answers, _survey.PathOf("frame.csv")));

        Assert.False(import.IsDecided);
        Assert.Equal("encoding", Assert.Single(import.Answers.Unconfirmed).What);
        Assert.Equal("windows-1252", import.Answers.Open.Form!.Encoding);
        import.KeepMapping();
        Complete();
        Assert.True(SurveyImport.Plan(Request(answers, _survey.PathOf("frame.csv"))).IsDecided);
    }

    [Fact]
    public void Make_FrameThatContradicts_WritesNothingAndCountsOnce()
    {
        var lines = _survey.Lines("responses.csv");
        _survey.Write("responses.csv", lines.Take(lines.Count - 30));

        var import = SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), _survey.PathOf("frame.csv")));
        var error = Assert.Throws<BarometerException>(() => { import.Make(); });

        Assert.StartsWith("30 units are marked as answered but have no answers", Assert.Single(error.Problems).What, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_survey.DataRoot, "restricted")));
    }

    [Fact]
    public void Plan_ValueThatIsNoAnswer_IsToBeDecidedAndNeverTold()
    {
        _survey.Set("responses.csv", 5, "novelty", SurveyFixture.Secret);

        var import = SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), _survey.PathOf("frame.csv")));

        Assert.False(import.IsDecided);
        var line = Assert.Single(import.Answers.Import.Lines, line => line.Left is not null);
        Assert.Equal(("novelty", "1 value to decide"), (line.Variable, line.Left));
        Assert.DoesNotContain(import.Answers.Import.Lines, one => one.ToString().Contains(SurveyFixture.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Import_OneFileWithTheWholePopulation_GivesBoth()
    {
        var (frame, responses) = (DeliveredForms.Rows(_survey.PathOf("frame.csv")), DeliveredForms.Rows(_survey.PathOf("responses.csv")));
        var answers = responses.Skip(1).ToDictionary(row => row[0]);
        var nothing = new string[responses[0].Length];
        var answered = responses.Skip(1).Select(row => row[0]).ToList();
        var rows = frame.Skip(1).OrderBy(row => answered.IndexOf(row[0]) is >= 0 and var at ? at : int.MaxValue).ToList();
        var path = Path.Combine(_survey.DataRoot, "alt.csv");
        File.WriteAllLines(path, rows.Prepend(frame[0]).Select((row, i) => string.Join(',', row.Concat((i == 0 ? responses[0] : answers.GetValueOrDefault(row[0], nothing)).Skip(1)))));

        var import = SurveyImport.Plan(Request(path, null));
        var made = import.Make();

        Assert.Equal((762, 2267), (made.Answers, made.Units));
        Assert.Equal(File.ReadAllBytes(_survey.PathOf("responses.csv")), made.Responses);
    }

    [Fact]
    public void Plan_AnswersAloneOfThoseWhoAnswered_AsksForTheFrame()
    {
        var error = Assert.Throws<BarometerException>(() => { SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), null)); });

        Assert.Equal("There is no frame", Assert.Single(error.Problems).What);
    }

    [Fact]
    public void Import_AnswersAgainWithoutAFrame_KeepsTheFrameAndOtherFiles()
    {
        Write(Request(_survey.PathOf("responses.csv"), _survey.PathOf("frame.csv")));
        File.WriteAllText(Path.Combine(_survey.RestrictedFolder, "delivery.json"), "{}");

        Write(Request(_survey.PathOf("responses.csv"), null));

        Assert.Equal(["delivery.json", "frame.csv", "responses.csv"], Directory.EnumerateFiles(_survey.RestrictedFolder).Select(Path.GetFileName).Order());
        Assert.Equal(File.ReadAllBytes(_survey.PathOf("frame.csv")), File.ReadAllBytes(Path.Combine(_survey.RestrictedFolder, "frame.csv")));
        Assert.Equal([Survey], Directory.EnumerateFileSystemEntries(Path.Combine(_survey.DataRoot, "restricted")).Select(Path.GetFileName));
    }

    [Fact]
    public void Import_FrameWithoutResponse_GetsItFromTheAnswersAndAConstant()
    {
        var lines = _survey.Lines("frame.csv").Select(line => line.Split(',')).ToList();
        var path = Path.Combine(_survey.DataRoot, "ramme.csv");
        File.WriteAllLines(path, lines.Where(row => row[7] != "no").Select(row => string.Join(',', row[..7])));

        var open = SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), path));
        Assert.Equal("invited", Assert.Single(open.Frame!.Open.Columns!).Variable);
        open.KeepMapping();
        var mapping = Path.Combine(_survey.DataRoot, "restricted", Survey + ".map.json");
        File.WriteAllText(mapping, File.ReadAllText(mapping).Replace("\"columns\": [],", "\"constant\": \"yes\",", StringComparison.Ordinal));
        Complete();

        var made = SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), path)).Make();

        Assert.Equal((762, 1686), (made.Answers, made.Units));
    }

    [Fact]
    public void Make_ErrorsOfExcel_AreCountedByColumn()
    {
        var frame = DeliveredForms.Rows(_survey.PathOf("frame.csv"));
        object?[][] cells = [[.. frame[0]], .. frame.Skip(1).Select((row, i) => row.Select((field, column) => column == 6 && i is 3 or 8 ? (object)new WorkbookFixture.Error("#N/A") : field).ToArray())];
        var path = Path.Combine(_survey.DataRoot, "ramme.xlsx");
        File.WriteAllBytes(path, WorkbookFixture.Of(("Ramme", cells, [])));

        var error = Assert.Throws<BarometerException>(() => { SurveyImport.Plan(Request(_survey.PathOf("responses.csv"), path)).Make(); });

        var problem = Assert.Single(error.Problems, problem => problem.Column == "employees");
        Assert.Equal("2 cells hold an error of Excel, such as #N/A", problem.What);
    }

    [Fact]
    public void Plan_MappingOfAnotherList_DecidesNothing()
    {
        // 1 was called «Ja» when it was decided; in this file it is called something else.
        var mapping = FileMapping.None with { Values = [new ValueMapping(["innovated"], [new ValueCode("1", "Ja", "yes")], Confirmed: true)] };
        var variable = _codebook.Responses.Single(one => one.Name == "innovated");
        ValueMeaning Meaning(string label) => Assert.Single(new ValueMatcher(variable, [new ValueLabel(DeliveredValue.Of(1), label)], mapping.Values![0].Codes!).Match([DeliveredValue.Of(1)], MissingValues.None));

        Assert.Equal(ValueBasis.Mapping, Meaning("ja").Basis);
        Assert.Equal(("no", ValueBasis.FileLabel), (Meaning("Nei").Code, Meaning("Nei").Basis));
        Assert.False(Meaning("Kanskje").IsCertain);
    }

    [Theory]
    [InlineData("svar.sav")]
    [InlineData("svar.xlsx")]
    [InlineData("svar.por")]
    public void Read_DeliveredFileInRestricted_SaysThatImportIsTheWay(string file)
    {
        Directory.CreateDirectory(Path.Combine(_survey.DataRoot, "restricted"));
        File.WriteAllBytes(Path.Combine(_survey.DataRoot, "restricted", file), [1]);
        Assert.Contains("barometer import", _survey.ReadProblem().Hint, StringComparison.Ordinal);

        Directory.CreateDirectory(_survey.RestrictedFolder);
        File.Move(Path.Combine(_survey.DataRoot, "restricted", file), Path.Combine(_survey.RestrictedFolder, file));
        Assert.All(_survey.ReadProblems(), problem => Assert.Contains("barometer import", problem.Hint, StringComparison.Ordinal));
    }

    public void Dispose() => _survey.Dispose();

    private ImportRequest Request(string answers, string? frame) => new(_survey.DataRoot, Survey, answers, frame);

    private static void Write(ImportRequest request)
    {
        var import = SurveyImport.Plan(request);
        import.Write(import.Make());
    }

    // As a person does who agrees with what is proposed.
    private void Complete()
    {
        var path = Path.Combine(_survey.DataRoot, "restricted", Survey + ".map.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"confirmed\": false", "\"confirmed\": true", StringComparison.Ordinal));
    }

    private string Deliver(string name, string file, IReadOnlyList<Variable> variables)
    {
        var rows = DeliveredForms.Rows(_survey.PathOf(file));
        var path = Path.Combine(_survey.DataRoot, name);
        File.WriteAllBytes(path, name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..] switch
        {
            "codes.csv" => File.ReadAllBytes(_survey.PathOf(file)),
            "labels.csv" => DeliveredForms.Text(rows, variables, ';', new UTF8Encoding(true), withLabels: true),
            "numbers.sav" => DeliveredForms.Spss(rows, variables),
            "labels.xlsx" => DeliveredForms.Workbook(rows, variables),
            "semicolons.csv" => DeliveredForms.Text(rows, variables, ';', CodePagesEncodingProvider.Instance.GetEncoding(1252)!, withLabels: true),
            _ => DeliveredForms.Text(rows, variables, '\t', Encoding.Unicode, withLabels: false),
        });
        return path;
    }
}
