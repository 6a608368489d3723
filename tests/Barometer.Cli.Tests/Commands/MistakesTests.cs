namespace Barometer.Cli.Tests.Commands;

/// <summary>What a researcher writes who knows R or Stata and tries: each mistake is told once, with what to write instead.</summary>
public class MistakesTests
{
    private static readonly (string Cell, string Said)[] Mistakes =
    [
        ("design.Proportion(\"evaluated\", category: [\"internal\", \"external\"])", "«category» takes one text, not a list: \"one\", and not [\"one\", \"another\"]. Without it every answer is shown; answers are taken together by a rule"),
        ("design.Mean([\"culture_risk\", \"culture_learn\"])", "«Mean» takes one text, not a list: \"one\", and not [\"one\", \"another\"]. Of several items take an index"),
        ("design.Proportion([\"evaluated\", \"spread\"])", "Of several variables take Proportions"),
        ("design.Where([\"size_group\", \"region\"], \"x\")", "«Where» takes one text, not a list: \"one\", and not [\"one\", \"another\"]. Conditions on several variables follow each other"),
        ("design.Where(\"size_group\")", "Where names no category of «size_group»; expected: one or more of under_20 (1–19 ansatte)"),
        ("design.Where(\"region\", \"Nord-Norg\")", "did you mean «north» (Nord-Norge)?"),
        ("design.Proportion(\"innovated\", by: \"size_group + region\")", "several variables are a list: [\"size_group\", \"region\"]"),
        ("design.Proportion(\"innovated\", by: \"size_group, region\")", "several variables are a list: [\"size_group\", \"region\"]"),
        ("design.Proportion(evaluated)", "CS0103: The name 'evaluated' does not exist in the current context (a text stands in quotes: \"evaluated\")"),
        ("design.Proportion(\"\")", "No variable is named; expected: a variable's name or title; hint: barometer.Variables(\"…\") lists them"),
        ("design.Mean(\"culture_risk\")", "«culture_risk» is not numeric; expected: a variable with numbers; hint: of items of a scale take an index, design.Derive(\"a_name\", Rule.MeanOf(\"culture_risk\", "),
        ("design.Mean(\"region\")", "hint: of one with categories take shares: Proportion"),
        ("design.Merging(\"evaluated\", [\"internal\", \"external\"])", "Rule.Merge(\"evaluated\""),
        ("design.Regression(\"innovated\", [\"size_group\"]).OddsRatios()", "fit it with RegressionFamily.Logistic, or take its Effects()"),
        ("design.Filter(\"size_group\", \"x\")", "(filter and subset are Where; mutate, recode and generate are Derive with a Rule; "),
        ("design.Mutate(\"x\")", "it recodes as other programs do: design.Derive("),
        ("design.Correlation(\"a\", \"b\")", "cor and alpha are Scale([…]).Correlations() and .Alpha()"),
        ("barometer.Survey(\"operational-2018\").ToDataFrame()", "(a survey shows no row of answers: Variables() lists what there is"),
        ("barometer.Release(design.Proportion(\"innovated\"), id: \"x\").Value", "(a released number is quoted by Sentence(…), shown by Table(), Bars() or Dots(), and computed with by ToDataFrame())"),
        ("barometer.Release(design.Proportion(\"innovated\"), id: \"x\").Bars().Titled(\"\", \"\")", "The title is empty in both languages"),
        ("var made = design.Proportion(\"nothing\");", "There is no variable «nothing»"),
    ];

    [Fact]
    public async Task Run_EachMistake_IsToldOnceWithWhatToWriteInstead()
    {
        string Name(int i) => FormattableString.Invariant($"mistake-{(char)('a' + i)}");
        using var clone = Clone.With([.. Mistakes.Select((mistake, i) => (Name(i), NotebookText.Of("var barometer = Workbench.Open();\nvar design = barometer.Design(\"operational-2018\");", mistake.Cell)))]);

        var run = (await Tool.RunAsync(clone, ["run", .. Mistakes.Select((_, i) => Name(i))])).Ended(ExitCode.Failure);

        var told = run.Error.Split("error notebooks/", StringSplitOptions.RemoveEmptyEntries).ToLookup(text => text.Split('.')[0]);
        Assert.All(Mistakes.Index(), one =>
        {
            var text = Assert.Single(told[Name(one.Index)]).Trim();
            Assert.Contains(one.Item.Said, text, StringComparison.Ordinal);
            Assert.True(text.Split('\n').Length <= 2, text);
        });
    }

    [Fact]
    public async Task Run_TestWithoutATitle_IsCalledByItsVariables()
    {
        using var clone = Clone.With(("untitled", NotebookText.Of(
            "var barometer = Workbench.Open();\nvar design = barometer.Design(\"operational-2018\");",
            "barometer.Release(design.Independence(\"innovated\", \"size_group\"), id: \"independent\")",
            "barometer.Release(design.Trend(\"innovated\", \"size_group\"), id: \"trend\", title: new LocalizedText(\"Kun norsk\", \"\"))")));

        (await Tool.RunAsync(clone, "run", "untitled")).Succeeded();

        var text = clone.Read("notebooks/untitled.ipynb");
        Assert.Contains("Jobber med innovasjon, etter størrelse", text, StringComparison.Ordinal);
        Assert.Contains("Kun norsk", text, StringComparison.Ordinal);
    }
}
