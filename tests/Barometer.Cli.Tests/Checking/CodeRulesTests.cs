namespace Barometer.Cli.Tests.Checking;

/// <summary>What keeps a cell from being run: names that no list has, and numbers that are the author's. No message repeats either.</summary>
public class CodeRulesTests
{
    private static readonly KnownNames Names = KnownNames.Read(new Repository(Clone.Original));

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"x\", text)", "it opens files")]
    [InlineData("using System.IO;", "it opens files")]
    [InlineData("using F = System.IO.File;", "it opens files")]
    [InlineData("new global::System.IO.StreamWriter(\"x\")", "it opens files")]
    [InlineData("var c = new System.Net.Http.HttpClient();", "it reaches for the network")]
    [InlineData("System.Net.WebRequest.Create(address)", "it reaches for the network")]
    [InlineData("share.GetType().GetProperties()", "it looks into types")]
    [InlineData("typeof(Survey)", "it looks into types")]
    [InlineData("dynamic rows = share;", "it looks into types")]
    [InlineData("share.\\u0047etType()", "it looks into types")]
    [InlineData("System.Diagnostics.Process.Start(\"sh\")", "it looks into types or starts programs")]
    [InlineData("Environment.SetEnvironmentVariable(\"BAROMETER_EXPLORE\", \"on\")", "it looks into types or starts programs")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(share)", "it writes objects out")]
    [InlineData("Console.Write(share)", "it prints")]
    [InlineData("share.Explore()", "it reads what isn't released")]
    [InlineData("Exploration.IsOn", "it looks into types or starts programs")]
    [InlineData("action.Method.Invoke(share, null)", "it uses a name that neither")]
    [InlineData("new System.Threading.Timer(null)", "it uses a name that neither")]
    [InlineData("frame.SaveCsv(rows, text)", "it uses a name that neither")]
    [InlineData("DataFrame.LoadCsv(text)", "it uses a name that neither")]
    [InlineData("new BarometerException(problem)", "it uses a name that neither")]
    [InlineData("ReleasePolicy.Read(text)", "it uses a name that neither")]
    [InlineData("SurveyReader.Read(\"data\", \"operational-2018\")", "it uses a name that neither")]
    [InlineData("Workbench.Open(data: \"elsewhere\")", "it opens another data folder")]
    [InlineData("Workbench.Open(Language.Nb, \"elsewhere\")", "it opens another data folder")]
    public void Check_WhatReachesOut_IsRefusedEvenWhileExploring(string code, string kind)
    {
        Assert.Contains(Faults(code), fault => fault.StartsWith("line 1: " + kind, StringComparison.Ordinal));
        Assert.Equal(kind is "it prints" or "it reads what isn't released", !new CodeRules(Names, isExploring: true).Check(code).Any());
    }

    [Theory]
    [InlineData("int Twice(int x) => 2 * x;", "it declares")]
    [InlineData("static class More { }", "it declares")]
    [InlineData("record Row(string Name);", "it declares")]
    [InlineData("throw new Exception(text);", "it throws or catches")]
    [InlineData("try { share = null; } catch { }", "it throws or catches")]
    [InlineData("#region more\n#endregion", "it has a command")]
    [InlineData("// 31 of 35", "its comment holds a number")]
    [InlineData("var x = 1; /* thirty-one of thirty-five */", "its comment holds a numeral in letters")]
    [InlineData("/// 31 of 35\nvar x = 1;", "its comment holds a number")]
    [InlineData("var x = 1; ⅞ 31", "a number")]
    [InlineData("// åttitre av nittiseks", "its comment holds a numeral in letters")]
    [InlineData("var note = \"31 av 35 departementer\";", "its text holds a number")]
    [InlineData("var note = \"50 ansatte eller flere: 31\";", "its text holds a number")]
    [InlineData("released.Sentence(nb: \"50 ansatte eller flere {innovated@31}\", en: \"\")", "its text holds a number")]
    [InlineData("var note = @\"sju av åtte\";", "its text holds a numeral in letters")]
    [InlineData("var note = \"\"\"\n    31 av 35\n    \"\"\";", "its text holds a number")]
    [InlineData("var note = $\"31 av {x}\";", "its text holds a number")]
    [InlineData("var note = '8';", "its text holds a number")]
    [InlineData("var note = \"\\u0033\\u0031\";", "its text holds a number")]
    [InlineData("var note = \"MzEgb2YgMzU=\";", "its text holds a")]
    [InlineData("barometer.Release(share, id: \"innovated-31-of-35\")", "its text holds a number")]
    [InlineData("shares.Function(\"a\", \"b\", x => 0.8857 + 0 * x[\"from_50\"])", "it holds a number")]
    [InlineData("shares.Function(\"a \" + text, \"b\", x => x[\"from_50\"])", "it computes a title")]
    [InlineData("shares.Function(nb: $\"{text}\", en: \"b\", x => x[\"from_50\"])", "it computes a title")]
    [InlineData("figure.Titled(\"96 prosent av departementene\", \"Most\")", "its text holds a number")]
    [InlineData("share.Sentence(nb: \"{innovated}, og 13 svarte\", en: \"{innovated}\")", "its text holds a number")]
    [InlineData("share.Sentence(nb: \"{innovated=31}\", en: \"{innovated}\")", "its text holds a number")]
    [InlineData("figure.Titled($\"{x} av alle\", \"Most\")", "it computes a title")]
    [InlineData("barometer.Release(share, id: \"x\" + y)", "it computes a title")]
    [InlineData("var ministry31of35 = true;", "it names something after a number")]
    [InlineData("var thirtyOneOfThirtyFive = true;", "it names something after a number")]
    [InlineData("var x = 31;", "it holds a number")]
    [InlineData("83.96", "it holds a number")]
    [InlineData("0x1f", "it holds a number")]
    [InlineData("Math.Max(31, x)", "it holds a number")]
    [InlineData("new[] { 31, 35 }", "it holds a number")]
    [InlineData("rows.Take(31)", "it holds a number")]
    [InlineData("rows.Sum(row => 31)", "it holds a number")]
    [InlineData("$\"{x,31}\"", "it holds a number")]
    [InlineData("$\"{x:31}\"", "its text holds a number")]
    public void Check_NumberOfTheAuthors_IsRefusedUnlessExploring(string code, string kind)
    {
        var faults = Faults(code);

        Assert.Contains(faults, fault => fault.Contains(kind, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotMatch("3[15]|96|innovated|thirty", fault));
        Assert.DoesNotContain(new CodeRules(Names, isExploring: true).Check(code), fault => fault.Contains("number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Workbench.Open(Language.En)")]
    [InlineData("share.Sentence(nb: \"{innovated@from_50} innoverer i 2018.\", en: \"{innovated@from_50} innovate in 2018.\")")]
    [InlineData("barometer.Release(design.Proportion(\"innovated\"), id: \"innovated\").Bars()")]
    [InlineData("barometer.Release(shares.Function(nb: \"De store mot de små\", en: \"Large against small\", x => (x[\"from_50\"] / x[\"under_20\"]).Log()), id: \"large\")")]
    [InlineData("design.RelativeRisk(\"innovated\", \"size_group\", \"from_50\", from: \"under_20\")")]
    [InlineData("chosen.TrimmedTo(0, 3.0 * survey.Population / survey.Answers)")]
    [InlineData("design.WithIntervals(IntervalMethod.Logit, level: .9)")]
    [InlineData("design.Replicated(Replication.SubBootstrap(200, 6))")]
    [InlineData("barometer.Check(\"NOS18-INN-A\", released)")]
    [InlineData("released.Sentence(nb: \"{innovated=Ja@50 ansatte eller flere:n} svar\", en: \"{innovated@from_50:n} answers\")")]
    [InlineData("design.Where(\"size_group\", \"50 ansatte eller flere\").Proportion(\"Evaluering\")")]
    [InlineData("design.Derive(\"two_sizes\", Rule.Merge(\"size_group\", (\"small\", [\"1–19 ansatte\", \"20–49 employees\"], \"Færre enn femti ansatte\", \"Fewer than fifty employees\")))")]
    [InlineData("var rows = released.ToDataFrame();\nrows[\"value\"].Sum()")]
    [InlineData("var high = released.Released.Content.Estimates.Where(one => one.Value > other).Select(one => $\"{one.Value * 100:F1}\").ToList();\nhigh")]
    [InlineData("Math.Round(released.Released.Content.Estimates[0].Value, 2)")]
    [InlineData("survey.Population.Display();")]
    [InlineData("// de største\nvar to = \"To ting, fem klasser\";")]
    public void Check_WhatComesFromReleases_IsNoFault(string code) => Assert.Empty(Faults(code));

    [Fact]
    public void Check_NotebooksOfTheRepository_AreNoFault() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Clone.Original, "notebooks"), "*.ipynb"),
        path => Assert.Empty(NotebookDocument.Read(path).Cells.Where(cell => cell.Type == CellType.Code).SelectMany(cell => Faults(cell.Source))));

    private static IReadOnlyList<string> Faults(string code) => [.. new CodeRules(Names).Check(code)];
}
