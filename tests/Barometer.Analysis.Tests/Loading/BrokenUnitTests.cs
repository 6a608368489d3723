namespace Barometer.Analysis.Tests.Loading;

/// <summary>Units that the two files disagree about, and answers that the form does not allow together. What is said, where, and that nobody's answer is told.</summary>
public class BrokenUnitTests
{
    private const string Responses = "responses.csv";
    private const string Frame = "frame.csv";
    private const string ResponsesPath = "data/synthetic/operational-2018/responses.csv";
    private const string FramePath = "data/synthetic/operational-2018/frame.csv";

    [Fact]
    public void Read_UnitTwice_SaysTheLaterLine()
    {
        using var fixture = new SurveyFixture();
        var lines = fixture.Lines(Responses);
        fixture.Write(Responses, lines.Append(lines[4]));

        var problem = fixture.ReadProblem();

        Assert.Equal(("A unit stands twice", ResponsesPath, 764, "unit_id"), (problem.What, problem.File, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_RespondentNotInTheFrame_SaysTheLineWithoutTheId()
    {
        using var fixture = new SurveyFixture();
        var unit = fixture.Get(Responses, 8, "unit_id");
        fixture.Set(Responses, 8, "unit_id", SurveyFixture.Secret);

        var problems = fixture.ReadProblems();

        var lost = Assert.Single(problems, p => p.What == "A respondent is not in the frame");
        Assert.Equal((ResponsesPath, 8, "unit_id"), (lost.File, lost.Row, lost.Column));
        var empty = Assert.Single(problems, p => p.What == "A unit is marked as answered but has no answers");
        Assert.Equal((FramePath, fixture.LineWhere(Frame, "unit_id", unit)), (empty.File, empty.Row));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Read_FilteredFile_AsksWhetherItWasFiltered()
    {
        using var fixture = new SurveyFixture();
        fixture.Write(Responses, fixture.Lines(Responses).Take(400));

        var problem = fixture.ReadProblem();

        Assert.Equal("363 units are marked as answered but have no answers", problem.What);
        Assert.Contains("design.Where", problem.Hint, StringComparison.Ordinal);
        Assert.Null(problem.Row);
    }

    [Fact]
    public void Read_RespondentMarkedAsNotAnswered_SaysTheResponsesLine()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Frame, "unit_id", fixture.Get(Responses, 12, "unit_id"));
        fixture.Set(Frame, line, "answered", "no");

        var problem = fixture.ReadProblem();

        Assert.Equal(
            ("A respondent is marked as not having answered", ResponsesPath, 12, "unit_id"),
            (problem.What, problem.File, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_RespondentNotInvited_SaysBothFiles()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Frame, "unit_id", fixture.Get(Responses, 12, "unit_id"));
        fixture.Set(Frame, line, "invited", "no");

        var problems = fixture.ReadProblems();

        Assert.Equal(
            [("A unit answered without being invited", FramePath, line), ("A respondent was not invited", ResponsesPath, 12)],
            problems.Select(p => (p.What, p.File, p.Row)));
    }

    [Fact]
    public void Read_AnswerThatRoutingLeadsPast_SaysTheQuestionThatDecides()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Responses, "innovated", "no");
        fixture.Set(Responses, line, "novelty", "first");

        var problem = fixture.ReadProblem();

        Assert.Equal(
            new Problem(
                "A question was answered that routing leads past",
                ResponsesPath,
                null,
                "novelty",
                "an empty field unless innovated is yes",
                "1 row with another answer",
                "mend innovated or empty this field; the lines are listed while exploring (BAROMETER_EXPLORE=1), because they tell answers"),
            problem);
    }

    [Fact]
    public void Read_DontKnowWhereRoutingLeadsPast_IsAnAnswerToo()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Responses, "innovated", "yes");
        fixture.Set(Responses, line, "under_way", "dont_know");

        var problem = fixture.ReadProblem();

        Assert.Equal((null, "under_way", "an empty field unless innovated is no"), (problem.Row, problem.Column, problem.Expected));
    }

    [Fact]
    public void Read_MoreChosenThanTheFormAllows_SaysTheBattery()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Responses, "initiated_by_leader", "yes");
        foreach (var item in new[] { "employees", "citizens", "law" })
        {
            fixture.Set(Responses, line, "initiated_by_" + item, "yes");
        }

        var problem = fixture.ReadProblem();

        Assert.Equal(("More answers were chosen than the form allows", null, "initiators"), (problem.What, problem.Row, problem.Column));
    }

    [Fact]
    public void Read_NoneChosenWithOthers_SaysTheItem()
    {
        using var fixture = new SurveyFixture();
        var line = fixture.LineWhere(Responses, "partner_private", "yes");
        fixture.Set(Responses, line, "partner_none", "yes");

        var problem = fixture.ReadProblem();

        Assert.Equal(("An answer that stands alone was chosen with others", null, "partner_none"), (problem.What, problem.Row, problem.Column));
    }
}
