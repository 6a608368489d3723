namespace Barometer.Analysis.Tests.Loading;

/// <summary>Fields that hold what the codebook does not allow. What is said, where, and that nobody's answer is told.</summary>
public class BrokenFieldTests
{
    private const string Responses = "responses.csv";
    private const string Frame = "frame.csv";
    private const string ResponsesPath = "data/synthetic/operational-2018/responses.csv";
    private const string FramePath = "data/synthetic/operational-2018/frame.csv";

    [Fact]
    public void Read_CodeOutsideTheCategories_SaysLineColumnAndCodes()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Responses, 7, "culture_room", SurveyFixture.Secret);

        var problem = fixture.ReadProblem();

        Assert.Equal(
            new Problem(
                "A code is not among the categories",
                ResponsesPath,
                7,
                "culture_room",
                "one of strongly_disagree, disagree, neither, agree, strongly_agree, dont_know or an empty field",
                "another text",
                "look the code up in the codebook"),
            problem);
    }

    [Theory]
    [InlineData("Agree", "a code in other letter case")]
    [InlineData("\" agree\"", "a code with blanks around it")]
    [InlineData("Litt enig", "a label")]
    [InlineData("Somewhat agree", "a label")]
    [InlineData("4", "a number")]
    [InlineData("  ", "blanks")]
    public void Read_CodeThatIsNearlyRight_SaysWhatKindItIs(string text, string got)
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Responses, 3, "culture_risk", text);

        var problem = fixture.ReadProblem();

        Assert.Equal(("A code is not among the categories", 3, "culture_risk", got), (problem.What, problem.Row, problem.Column, problem.Got));
        Assert.NotNull(problem.Hint);
    }

    [Fact]
    public void Read_FrameGroupEmpty_SaysThatAFieldIsEmpty()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Frame, 11, "agency_group", "");

        var problem = fixture.ReadProblem();

        Assert.Equal(("A field is empty", FramePath, 11, "agency_group"), (problem.What, problem.File, problem.Row, problem.Column));
    }

    [Theory]
    [InlineData("\"7731,5\"", "The decimal mark is wrong", "a number with a comma")]
    [InlineData("7 731", "A field is not a number", "a number with spaces")]
    [InlineData("7731e0", "A field is not a number", "a text with digits that is no plain number")]
    [InlineData("NaN", "A field is not a number", "a text without digits")]
    [InlineData("77310", "A number lies outside its range", "a number above the range")]
    [InlineData("-7731", "A number lies outside its range", "a number below the range")]
    [InlineData("7731.5", "A number is not whole", "a number with decimals")]
    public void Read_WrongNumber_SaysTheKindAndTheRange(string text, string what, string got)
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Frame, 5, "employees", text);

        var problem = fixture.ReadProblem();

        Assert.Equal((what, FramePath, 5, "employees", got), (problem.What, problem.File, problem.Row, problem.Column, problem.Got));
        Assert.StartsWith("a whole number", problem.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("7731", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("7 731", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_IdentifierMissing_SaysTheLine()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Frame, 9, "agency_id", "");

        var problem = fixture.ReadProblem();

        Assert.Equal(("An identifier is missing", 9, "agency_id"), (problem.What, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_SeveralKindsInBothFiles_ReportsAllTogether()
    {
        using var fixture = new SurveyFixture();
        fixture.Set(Frame, 4, "size_band", SurveyFixture.Secret);
        fixture.Set(Frame, 6, "employees", "\"3,5\"");
        fixture.Set(Responses, 2, "culture_room", SurveyFixture.Secret);
        fixture.Set(Responses, 9, "culture_risk", SurveyFixture.Secret);

        Assert.Equal(
            [(FramePath, 4), (FramePath, 6), (ResponsesPath, 2), (ResponsesPath, 9)],
            fixture.ReadProblems().Select(p => (p.File!, p.Row!.Value)));
    }

    [Fact]
    public void Read_ManyOfOneKind_ListsTwentyAndCountsTheRest()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        var index = Array.IndexOf(lines[0].Split(','), "culture_room");
        fixture.Write(Responses, lines.Select((line, i) => i == 0 ? line : string.Join(',', line.Split(',').Select((f, k) => k == index ? SurveyFixture.Secret : f))));

        var problems = fixture.ReadProblems();

        Assert.Equal(21, problems.Count);
        Assert.Equal("A code is not among the categories: and 742 more of this kind", problems[^1].What);
        Assert.Equal((ResponsesPath, null, "culture_room"), (problems[^1].File, problems[^1].Row, problems[^1].Column));
    }
}
