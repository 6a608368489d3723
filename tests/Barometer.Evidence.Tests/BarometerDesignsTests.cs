namespace Barometer.Evidence.Tests;

public class BarometerDesignsTests
{
    [Theory]
    [InlineData("ministry_area")]
    [InlineData("agency_group")]
    [InlineData("size_band")]
    public void Design_Operational_MeetsTheFramesCounts(string variable)
    {
        var barometer = TestSchemes.Open();
        var survey = barometer.Survey("operational-2018");
        var weights = barometer.Design("operational-2018").Engine.Weights.ToArray();
        var (answers, frame) = (survey.Responses.Categorical(variable), survey.Frame.Categorical(variable));

        foreach (var category in frame.Categories)
        {
            var units = Count(frame, category).Count();
            Assert.Equal(units, Count(answers, category).Sum(row => weights[row]), 1e-6 * Math.Max(1, units));
        }
    }

    [Fact]
    public void Design_Strategic_StandsForAllAgencies() =>
        Assert.Equal(180, TestSchemes.Open().Design("strategic-2018").Engine.Weights.ToArray().Sum(), 1e-9);

    [Fact]
    public void Design_AskedForTwice_IsMadeOnce()
    {
        var barometer = TestSchemes.Open();

        Assert.Same(barometer.Design("operational-2018"), barometer.Design("operational-2018"));
    }

    private static IEnumerable<int> Count(CategoricalColumn column, string code) =>
        Enumerable.Range(0, column.Codes.Length).Where(row => column.Codes[row] == column.IndexOf(code));
}
