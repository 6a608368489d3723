namespace Barometer.Cli.Tests.Checking;

/// <summary>Numbers leave a cell through a release only.</summary>
public class ReleaseRulesTests
{
    [Theory]
    [InlineData("var x = share.Estimates[0].Value;", "it reads «Estimates»")]
    [InlineData("design.WeightHistory[0].Weights.Maximum", "it reads «WeightHistory»")]
    [InlineData("survey.Responses.ToDataFrame()", "it reads «ToDataFrame»")]
    [InlineData("Console.Write(0x559.ToString(\"x\"))", "it prints")]
    [InlineData("System.IO.File.WriteAllText(\"x.csv\", \"1\")", "it opens files")]
    [InlineData("SurveyReader.Read(\"data\", \"operational-2018\")", "it uses «SurveyReader»")]
    [InlineData("figure.Titled(\"96 prosent av departementene\", \"Most\")", "«Titled(…)» has a number")]
    [InlineData("var x = 1;\nfigure.Titled($\"{x} av ti\", \"Most\")", "«Titled(…)» has a number")]
    [InlineData("share.Sentence(nb: \"{innovated}, og 13 svarte\", en: \"{innovated}\")", "«Sentence(…)» has a number")]
    [InlineData("Workbench.Open(data: \"elsewhere\")", "it opens another data folder")]
    [InlineData("Workbench.Open(Language.Nb, \"elsewhere\")", "it opens another data folder")]
    public void Check_NumberOnItsWayOut_IsAFault(string code, string fault) =>
        Assert.StartsWith("01-first, cell c2: " + fault, Assert.Single(RuleTestNotebook.FaultsOfCode(code)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Workbench.Open(Language.En)")]
    [InlineData("share.Sentence(nb: \"{size_50} innoverer i 2018.\", en: \"{size_50} innovate in 2018.\")")]
    [InlineData("barometer.Release(design.Proportion(\"innovated\"), id: \"innovated\").Bars()")]
    [InlineData("chosen.TrimmedTo(0, 3.0 * survey.Frame.RowCount / survey.Responses.RowCount)")]
    public void Check_ReleasedNumbers_AreNone(string code) => Assert.Empty(RuleTestNotebook.FaultsOfCode(code));
}
