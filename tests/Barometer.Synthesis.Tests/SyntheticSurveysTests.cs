using Barometer.Analysis.Loading;
using Xunit;

namespace Barometer.Synthesis.Tests;

public class SyntheticSurveysTests
{
    private static readonly string Data = DataFolder.Find(AppContext.BaseDirectory);

    [Fact]
    public void Create_CommittedCodebooks_GivesTheCommittedBytes()
    {
        foreach (var file in SyntheticSurveys.Create(Data))
        {
            var committed = File.ReadAllBytes(Path.Combine(Data, file.Path));
            Assert.True(file.Content.Span.SequenceEqual(committed), $"{file.Path} differs: run «barometer synthesize».");
        }
    }

    [Theory]
    [InlineData("operational-2018", 2267, 1686, 762)]
    [InlineData("strategic-2018", 180, 180, 80)]
    public void Create_Counts_AreThoseOfTheResponseTable(string survey, int units, int invited, int answered)
    {
        var read = SurveyReader.Read(Data, survey);

        Assert.Equal(units, read.Frame.RowCount);
        Assert.Equal(invited, Yes(read.Frame.Categorical("invited")));
        Assert.Equal(answered, Yes(read.Frame.Categorical("answered")));
        Assert.Equal(answered, read.Responses.RowCount);
        Assert.True(read.IsSynthetic);
    }

    private static int Yes(CategoricalColumn column)
    {
        var yes = column.IndexOf("yes");
        return column.Codes.ToArray().Count(code => code == yes);
    }
}
