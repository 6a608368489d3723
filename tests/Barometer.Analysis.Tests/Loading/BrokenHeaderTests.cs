namespace Barometer.Analysis.Tests.Loading;

/// <summary>Headers that do not match the codebook. What is said, where, and that nobody's answer is told.</summary>
public class BrokenHeaderTests
{
    private const string Responses = "responses.csv";
    private const string ResponsesPath = "data/synthetic/operational-2018/responses.csv";

    [Fact]
    public void Read_UnknownColumn_SaysItsName()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        fixture.Write(Responses, lines.Select((line, i) => line + (i == 0 ? ",mood" : "," + SurveyFixture.Secret)));

        var problem = fixture.ReadProblem();

        Assert.Equal(("A column is unknown", ResponsesPath, 1, "mood"), (problem.What, problem.File, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_ColumnNameInOtherCase_IsUnknownAndMissingWithAHint()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        lines[0] = lines[0].Replace("novelty", "Novelty", StringComparison.Ordinal);
        fixture.Write(Responses, lines);

        var problems = fixture.ReadProblems();

        Assert.Equal(["A column is unknown", "A column is missing"], problems.Select(p => p.What));
        Assert.Equal("write novelty", problems[0].Hint);
    }

    [Fact]
    public void Read_UnknownColumnThatIsNoName_GivesItsNumberOnly()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        fixture.Write(Responses, lines.Select((line, i) => line + (i == 0 ? $",Hva mener du? {SurveyFixture.Secret}" : ",x")));

        Assert.Equal("number 71", fixture.ReadProblem().Column);
    }

    [Fact]
    public void Read_MissingColumn_SaysWhich()
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Select(line => line[..line.LastIndexOf(',')]));

        var problem = fixture.ReadProblem();

        Assert.Equal(("A column is missing", 1, "under_way"), (problem.What, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_ColumnTwice_SaysSo()
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Select((line, i) => line + (i == 0 ? ",spread" : ",")));

        var problem = fixture.ReadProblem();

        Assert.Equal(("A column stands twice", 1, "spread"), (problem.What, problem.Row, problem.Column));
    }

    [Theory]
    [InlineData(';', "fields separated by semicolons")]
    [InlineData('\t', "fields separated by tabs")]
    public void Read_OtherSeparator_IsOneProblemWithAHint(char separator, string got)
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Select(line => line.Replace(',', separator)));

        var problem = fixture.ReadProblem();

        Assert.Equal(("The fields are not separated by commas", 1, got), (problem.What, problem.Row, problem.Got));
        Assert.Contains("commas", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoHeader_DoesNotTellTheFirstRow()
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Skip(1));

        var problem = fixture.ReadProblem();

        Assert.Equal(("The first line is no header", 1), (problem.What, problem.Row));
    }

    [Fact]
    public void Read_HeaderOnly_SaysThatThereAreNoRows()
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Take(1));

        Assert.Equal("The file has no rows", fixture.ReadProblems().Single(p => p.File == ResponsesPath).What);
    }
}
