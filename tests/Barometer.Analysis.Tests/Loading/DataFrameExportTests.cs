using Microsoft.Data.Analysis;

namespace Barometer.Analysis.Tests.Loading;

public class DataFrameExportTests
{
    private static readonly Survey Strategic = SurveyReader.Read(SurveyFixture.Committed, "strategic-2018");

    [Fact]
    public void ToDataFrame_Default_HoldsEveryVariableWithNorwegianLabels()
    {
        var frame = Strategic.Responses.ToDataFrame();

        Assert.Equal(Strategic.Responses.Columns.Select(c => c.Name), frame.Columns.Select(c => c.Name));
        Assert.Equal(80, frame.Rows.Count);
        var labels = Strategic.Codebook["strategy"].Categories.Select(c => c.Label.Nb).ToHashSet();
        Assert.All(Texts(frame, "strategy").OfType<string>(), text => Assert.Contains(text, labels));
    }

    [Fact]
    public void ToDataFrame_English_HoldsEnglishLabels() => Assert.Contains(
        "Being prepared", Texts(Strategic.Responses.ToDataFrame(DataFrameContent.Labels, Language.En), "strategy"));

    [Fact]
    public void ToDataFrame_Codes_AreThoseOfTheFile()
    {
        var lines = File.ReadAllLines(Path.Combine(SurveyFixture.Committed, "synthetic", "strategic-2018", "responses.csv"));
        var index = Array.IndexOf(lines[0].Split(','), "main_partner");
        var expected = lines.Skip(1).Select(line => line.Split(',')[index]).Select(code => code is "" or "dont_know" ? null : code);

        Assert.Equal(expected, Texts(Strategic.Responses.ToDataFrame(DataFrameContent.Codes), "main_partner"));
    }

    [Fact]
    public void ToDataFrame_Numbers_AreDoublesWithNullWhereMissing()
    {
        var column = Assert.IsType<DoubleDataFrameColumn>(Strategic.Responses.ToDataFrame()["staff_central"]);
        var values = Strategic.Responses.Numeric("staff_central").Values;

        Assert.True(column.NullCount > 0);
        for (var row = 0; row < values.Length; row++)
        {
            Assert.Equal(double.IsNaN(values[row]) ? null : values[row], column[row]);
        }
    }

    [Fact]
    public void ToDataFrame_MissingText_IsNullNotEmpty()
    {
        var frame = Strategic.Responses.ToDataFrame();

        Assert.DoesNotContain("", Texts(frame, "strategy_users"));
        Assert.Contains(null, Texts(frame, "strategy_users"));
    }

    private static List<string?> Texts(DataFrame frame, string column) => [.. (StringDataFrameColumn)frame[column]];
}
