using System.Globalization;

namespace Barometer.Synthesis.Tests;

/// <summary>The model's description holds every number of the model: a change here must be made there too.</summary>
public class ModelDocumentTests
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Surveys.Data)!, "docs", "synthetic-data.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Document_Strata_AreThoseOfTheFrame() => AssertTable(Surveys.Operational.FrameCounts("agency_group", "size_band").Strata
        .GroupBy(s => s.Categories[0])
        .Select(group => Row([$"`{group.Key}`", .. Surveys.Bands.Codes.Select(band =>
            group.FirstOrDefault(s => s.Categories[1] == band) is { } s ? $"{s.Population} / {s.Invited} / {s.Answered}" : "–")])));

    [Fact]
    public void Document_GroupNumbers_AreTheModels() => AssertTable(Surveys.Groups.Codes.Select((code, i) => Row([
        $"`{code}`", Text(Surveys.Groups.Organisations[i]), Text(Surveys.StrategicModel.Sample.AnsweredOf[i]), Hundredth(Surveys.Groups.Response[i]), Hundredth(Surveys.Groups.Capacity[i]), Hundredth(Surveys.Groups.Openness[i])])));

    [Fact]
    public void Document_BandNumbers_AreTheModels() => AssertTable(Surveys.Bands.Codes.Select((code, i) => Row([
        $"`{code}`", Hundredth(Surveys.Bands.Sampling[i]), Hundredth(Surveys.Bands.Response[i]), Hundredth(Surveys.Bands.Capacity[i])])));

    [Fact]
    public void Document_OperationalQuestions_AreTheModels() => AssertTable(Surveys.OperationalModel.Questions.Select(Row));

    [Fact]
    public void Document_StrategicQuestions_AreTheModels() => AssertTable(Surveys.StrategicModel.Questions.Select(Row));

    /// <summary>What is wanted stands beside the sums that the notes to the Danish tables state.</summary>
    [Theory]
    [InlineData("types", 202)]
    [InlineData("initiators", 217)]
    [InlineData("values", 229)]
    public void Document_SumOfAList_IsTheModels(string list, int stated)
    {
        var items = Surveys.OperationalModel.Questions.Where(question => Surveys.Operational.Codebook[question.Variable].Battery == list).ToList();
        var wanted = items.Sum(item => item.PerMille[0]) + (items[0].DontKnowTogether ? items[0].DontKnow : 0);

        AssertTable([Row([list, $"about {stated} %", Percent(wanted) + " %"])]);
    }

    private static void AssertTable(IEnumerable<string> rows)
    {
        var table = string.Join('\n', rows) + "\n";
        Assert.True(Document.Contains(table, StringComparison.Ordinal), "docs/synthetic-data.md should hold:\n" + table);
    }

    private static string Row(Question question) => Row([
        $"`{question.Variable}`",
        string.Join(" · ", question.PerMille.Select((share, i) => $"{question.Answers[i + 1]} {Percent(share)}")),
        Hundredth(question.Capacity),
        Hundredth(question.Openness),
        Percent(question.DontKnow),
        Percent(question.NotRelevant),
        Percent(question.NoAnswer)]);

    private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Hundredth(int hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');
}
