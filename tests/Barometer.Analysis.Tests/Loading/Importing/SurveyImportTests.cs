using System.Text;

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
