namespace Barometer.Synthesis.Tests;

public class AnswersTests
{
    // One respondent of the operational survey stands for at most half a point of those asked; 1.3 of the strategic one.
    [Fact]
    public void Operational_EveryWantedShare_IsMet() =>
        AssertShares(Surveys.Operational, Surveys.OperationalModel.Questions.Where(q => q.Variable != "under_way"), 0.75, "agency_group", "size_band");

    [Fact]
    public void Operational_UnderWay_IsMetAmongTheFewAsked() =>
        AssertShares(Surveys.Operational, Surveys.OperationalModel.Questions.Where(q => q.Variable == "under_way"), 3, "agency_group", "size_band");

    [Fact]
    public void Strategic_EveryWantedShare_IsMet() => AssertShares(Surveys.Strategic, Surveys.StrategicModel.Questions, 2.5, "agency_group");

    [Fact]
    public void Questions_Answers_AreTheCodebooks()
    {
        AssertAnswers(Surveys.Operational.Codebook, Surveys.OperationalModel.Questions, ["partner_none", "value_none_yet"]);
        AssertAnswers(Surveys.Strategic.Codebook, Surveys.StrategicModel.Questions, []);
    }

    [Fact]
    public void Questions_WantedShares_LeaveRoomForTheFirstAnswer() => Assert.All(
        Surveys.OperationalModel.Questions.Concat(Surveys.StrategicModel.Questions),
        question => Assert.InRange(question.PerMille.Sum() + question.DontKnow + question.NotRelevant, 0, 995));

    [Theory]
    [InlineData("operational-2018")]
    [InlineData("strategic-2018")]
    public void EveryQuestion_LeftUnansweredOrNotKnown_IsRare(string id)
    {
        var survey = SurveyReader.Read(Surveys.Data, id);
        foreach (var column in survey.Codebook.Responses.Select(v => survey.Responses[v.Name]))
        {
            var reasons = Enumerable.Range(0, column.Count).Select(column.MissingAt).Where(r => r != MissingReason.NotAsked).ToList();
            Assert.InRange(reasons.Count(r => r == MissingReason.NoAnswer) / (double)reasons.Count, 0, 0.06);
            Assert.InRange(reasons.Count(r => r == MissingReason.DontKnow) / (double)reasons.Count, 0, 0.16);
        }
    }

    [Fact]
    public void ItemNonResponse_OfABattery_IsOfTheWholeBattery()
    {
        var survey = Surveys.Operational;
        foreach (var battery in survey.Codebook.Batteries.Keys)
        {
            var items = survey.Codebook.Items(battery).Select(item => survey.Responses[item.Name]).ToList();
            for (var row = 0; row < survey.Responses.RowCount; row++)
            {
                Assert.Single(items.Select(item => item.MissingAt(row) is MissingReason.NoAnswer).Distinct());
            }
        }
    }

    /// <summary>«None» included, which is made of the other items.</summary>
    [Theory]
    [InlineData("initiators")]
    [InlineData("financing")]
    [InlineData("values")]
    public void DontKnow_OfABatteryAsAWhole_IsToAllOfIt(string battery)
    {
        var survey = Surveys.Operational;
        var items = survey.Codebook.Items(battery).Select(item => survey.Responses[item.Name]).ToList();
        var known = Enumerable.Range(0, survey.Responses.RowCount).Select(row => items.Select(item => item.MissingAt(row) is MissingReason.DontKnow).Distinct().ToList()).ToList();

        Assert.All(known, row => Assert.Single(row));
        Assert.InRange(known.Count(row => row[0]), 5, 40);
    }

    [Fact]
    public void Factors_BehindTheAnswers_ShowInThem()
    {
        var responses = Surveys.Operational.Responses;

        Assert.InRange(Correlation(responses, "culture_encouraged", "culture_risk"), 0.15, 0.7);
        Assert.InRange(Correlation(responses, "partner_research", "partner_private"), 0.1, 0.6);
        Assert.InRange(Correlation(responses, "initiated_by_law", "partner_foreign"), -0.15, 0.15);
    }

    private static void AssertShares(Survey survey, IEnumerable<Question> questions, double tolerance, params string[] strata)
    {
        var weights = Surveys.Weights(survey, strata);
        foreach (var question in questions.Where(q => !q.Variable.StartsWith("initiated_by_", StringComparison.Ordinal)))
        {
            for (var i = 1; i < question.Answers.Length; i++)
            {
                var share = Surveys.Share(survey, question.Variable, question.Answers[i], weights);
                Assert.True(Math.Abs(share - question.PerMille[i - 1] / 10.0) < tolerance, $"{question.Variable} {question.Answers[i]}: {share:F2}");
            }
        }
    }

    private static void AssertAnswers(Codebook codebook, IReadOnlyList<Question> questions, string[] derived)
    {
        Assert.Equal(
            codebook.Responses.Select(v => v.Name).Where(name => name != "unit_id").Except(derived).Order(StringComparer.Ordinal),
            questions.Select(q => q.Variable).Order(StringComparer.Ordinal));
        foreach (var question in questions.Where(q => codebook[q.Variable].Kind == VariableKind.Categorical))
        {
            Assert.Equal(
                codebook[question.Variable].Categories.Select(c => c.Code).Order(StringComparer.Ordinal),
                question.Answers.Order(StringComparer.Ordinal));
        }
    }

    private static double Correlation(DataSet data, string first, string second)
    {
        var (a, b) = (data.Categorical(first), data.Categorical(second));
        var pairs = Enumerable.Range(0, data.RowCount).Where(row => a.Codes[row] >= 0 && b.Codes[row] >= 0)
            .Select(row => (X: (double)Ascending(a, row), Y: (double)Ascending(b, row))).ToList();
        var (meanX, meanY) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        return pairs.Sum(p => (p.X - meanX) * (p.Y - meanY))
            / Math.Sqrt(pairs.Sum(p => (p.X - meanX) * (p.X - meanX)) * pairs.Sum(p => (p.Y - meanY) * (p.Y - meanY)));
    }

    // «Yes» is the first category of a yes/no question.
    private static int Ascending(CategoricalColumn column, int row) => column.Ordered ? column.Codes[row] : -column.Codes[row];
}
