using System.Text;

namespace Barometer.Analysis.Tests.Loading;

/// <summary>Files that are no proper CSV in UTF-8. What is said, where, and that nobody's answer is told.</summary>
public class BrokenFormTests
{
    private const string Responses = "responses.csv";
    private const string ResponsesPath = "data/synthetic/operational-2018/responses.csv";

    [Fact]
    public void Read_RaggedRow_SaysHowManyFields()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        lines[20] += "," + SurveyFixture.Secret;
        fixture.Write(Responses, lines);

        var problem = fixture.ReadProblem();

        Assert.Equal(
            ("A row has the wrong number of fields", 21, "70 fields, as in the header", "71 fields"),
            (problem.What, problem.Row, problem.Expected, problem.Got));
    }

    [Fact]
    public void Read_BlankLine_SaysTheLine()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        lines.Insert(3, "");
        fixture.Write(Responses, lines);

        Assert.Equal(("A line is empty", 4), (fixture.ReadProblem() is var problem ? problem.What : "", problem.Row));
    }

    [Fact]
    public void Read_AfterAQuotedLineBreak_StillGivesTheEditorsLine()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Responses, 3, "culture_room", $"\"{SurveyFixture.Secret}\n\nmore\"");
        var lines = fixture.Lines(Responses);
        lines[10] = lines[10].Replace(",", ",,", StringComparison.Ordinal);
        fixture.Write(Responses, lines);

        var problems = fixture.ReadProblems();

        Assert.Equal([3, 11], problems.Select(p => p.Row!.Value));
    }

    [Theory]
    [InlineData("\"hemmelig7731")]
    [InlineData("\"hemmelig\"7731")]
    public void Read_QuoteOutOfPlace_SaysTheLineOnWhichTheRowBegins(string text)
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Responses, 30, "culture_room", text);

        var problem = fixture.ReadProblem();

        Assert.Equal(("A quotation mark is out of place", ResponsesPath, 30), (problem.What, problem.File, problem.Row));
    }

    [Fact]
    public void Read_Latin1_SaysTheLineOfTheFirstSuchByte()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Responses, 400, "culture_room", "på" + SurveyFixture.Secret);
        File.WriteAllBytes(fixture.PathOf(Responses), Encoding.Latin1.GetBytes(File.ReadAllText(fixture.PathOf(Responses))));

        var problem = fixture.ReadProblem();

        Assert.Equal(("The file is not UTF-8", ResponsesPath, 400), (problem.What, problem.File, problem.Row));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Read_Utf16_SaysSo(bool hasMark, bool bigEndian)
    {
        using var fixture = new SurveyFixture();
        var text = File.ReadAllText(fixture.PathOf(Responses));
        var encoding = new UnicodeEncoding(bigEndian, hasMark);
        File.WriteAllBytes(fixture.PathOf(Responses), [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        var problem = fixture.ReadProblem();

        Assert.Equal(("The file is not UTF-8", "UTF-16"), (problem.What, problem.Got));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("\n\n", "The file is empty")]
    public void Read_EmptyFile_SaysSo(string text, string what)
    {
        using var fixture = new SurveyFixture();
        File.WriteAllText(fixture.PathOf(Responses), text);

        Assert.Equal((what, ResponsesPath), (fixture.ReadProblem() is var problem ? problem.What : "", problem.File));
    }
}
