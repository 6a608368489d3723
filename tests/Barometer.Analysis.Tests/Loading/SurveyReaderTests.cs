using System.Globalization;
using System.Text;

namespace Barometer.Analysis.Tests.Loading;

public class SurveyReaderTests
{
    private static readonly string Data = SurveyFixture.Committed;

    [Theory]
    [InlineData("operational-2018", 2267, 762)]
    [InlineData("strategic-2018", 180, 80)]
    public void Read_CommittedSurvey_GivesEveryFieldOfTheFile(string id, int units, int answers)
    {
        var survey = SurveyReader.Read(Data, id);

        Assert.Equal((units, answers), (survey.Frame.RowCount, survey.Responses.RowCount));
        AssertSameFields(survey.Frame, survey.Codebook.Frame, Rows(id, "frame.csv"));
        AssertSameFields(survey.Responses, survey.Codebook.Responses, Rows(id, "responses.csv"));
    }

    [Fact]
    public void Read_Responses_CarryTheFramesGroupsOfTheSameUnit()
    {
        var survey = SurveyReader.Read(Data, "operational-2018");
        var frame = Rows("operational-2018", "frame.csv").ToDictionary(row => row["unit_id"]);
        var ids = ((TextColumn)survey.Responses["unit_id"]).Values;
        var agencies = ((TextColumn)survey.Responses["agency_id"]).Values;
        var groups = survey.Responses.Categorical("agency_group");
        var employees = survey.Responses.Numeric("employees");

        for (var row = 0; row < survey.Responses.RowCount; row++)
        {
            var unit = frame[ids[row]];
            Assert.Equal(unit["agency_id"], agencies[row]);
            Assert.Equal(unit["agency_group"], groups.Categories[groups.Codes[row]]);
            Assert.Equal(unit["employees"], employees.Values[row].ToString(CultureInfo.InvariantCulture));
        }

        Assert.False(survey.Responses.TryGet("answered", out _));
    }

    [Fact]
    public void Read_EmptyField_MeansNotAskedOnlyWhereRoutingLeadsPast()
    {
        var survey = SurveyReader.Read(Data, "operational-2018");
        var innovated = survey.Responses.Categorical("innovated");
        var novelty = survey.Responses.Categorical("novelty");
        var yes = innovated.IndexOf("yes");
        var reasons = new Dictionary<MissingReason, int>();
        for (var row = 0; row < survey.Responses.RowCount; row++)
        {
            var reason = novelty.MissingAt(row);
            Assert.Equal(innovated.Codes[row] != yes, reason == MissingReason.NotAsked);
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        Assert.All([MissingReason.None, MissingReason.NotAsked, MissingReason.NoAnswer, MissingReason.DontKnow], reason => Assert.True(reasons[reason] > 0));
    }

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Read_OtherCulture_GivesTheSameNumbers(string culture)
    {
        var expected = SurveyReader.Read(Data, "strategic-2018").Responses.Numeric("staff_central").Values.ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, SurveyReader.Read(Data, "strategic-2018").Responses.Numeric("staff_central").Values.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains(3.5, expected);
    }

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLineEnds_GivesTheSame()
    {
        using var fixture = new SurveyFixture();
        var text = string.Join("\r\n", fixture.Lines("responses.csv")) + "\r\n";
        File.WriteAllText(fixture.PathOf("responses.csv"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var expected = SurveyReader.Read(Data, "operational-2018").Responses.Categorical("spread");
        Assert.Equal(expected.Codes.ToArray(), fixture.Read().Responses.Categorical("spread").Codes.ToArray());
    }

    [Fact]
    public void Read_ColumnsInAnotherOrder_GivesTheCodebooksOrder()
    {
        using var fixture = new SurveyFixture();
        fixture.Write("responses.csv", fixture.Lines("responses.csv").Select(line => string.Join(',', line.Split(',').Reverse())));

        var survey = fixture.Read();

        Assert.Equal(survey.Codebook.Responses.Select(v => v.Name), survey.Responses.Columns.Select(c => c.Name).Take(survey.Codebook.Responses.Count));
    }

    [Theory]
    [InlineData("operational-2018")]
    [InlineData("strategic-2018")]
    public void Read_MergedVariable_IsInFrameAndResponses(string id)
    {
        var survey = SurveyReader.Read(SurveyFixture.Committed, id);

        foreach (var (fine, coarse) in new[] { survey.Frame, survey.Responses }.Select(data => (data.Categorical("size_band"), data.Categorical("size_group"))))
        {
            Assert.Equal(["under_20", "from_20", "from_50"], coarse.Categories);
            Assert.All(fine.Codes.ToArray().Zip(coarse.Codes.ToArray()), pair => Assert.Equal(pair.First < 3 ? 0 : pair.First == 3 ? 1 : 2, pair.Second));
        }
    }

    [Fact]
    public void Read_QuotedFields_AreUnquoted()
    {
        using var fixture = new SurveyFixture();
        fixture.Set("responses.csv", 2, "innovated", $"\"{fixture.Get("responses.csv", 2, "innovated")}\"");

        Assert.Equal(762, fixture.Read().Responses.RowCount);
    }

    private static void AssertSameFields(DataSet data, IReadOnlyList<Variable> variables, List<Dictionary<string, string>> rows)
    {
        foreach (var variable in variables)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                Assert.Equal(rows[row][variable.Name], Field(data[variable.Name], variable, row));
            }
        }
    }

    private static string Field(Column column, Variable variable, int row) => column switch
    {
        _ when column.MissingAt(row) is MissingReason.NotAsked => "",
        _ when column.MissingAt(row) is not MissingReason.None and var reason => variable.MissingCodes.First(m => m.Reason == reason).Code,
        CategoricalColumn categorical => categorical.Categories[categorical.Codes[row]],
        NumericColumn numeric => numeric.Values[row].ToString(CultureInfo.InvariantCulture),
        _ => ((TextColumn)column).Values[row],
    };

    private static List<Dictionary<string, string>> Rows(string survey, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Data, "synthetic", survey, file));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
