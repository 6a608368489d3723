namespace Barometer.Analysis.Tests;

public class ProblemTests
{
    [Fact]
    public void ToString_EverythingKnown_SaysWhereExpectedGotAndHint()
    {
        var problem = new Problem("Unknown code", "responses.csv", 7, "q6", "one of yes, no", "a code outside the categories", "check the codebook");

        Assert.Equal(
            "Unknown code (responses.csv, line 7, column q6); expected: one of yes, no; got: a code outside the categories; hint: check the codebook",
            problem.ToString());
    }
}
