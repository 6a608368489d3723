using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests;

/// <summary>
/// The cookbook (<c>docs/cookbook.md</c>): each piece of code under a heading of the third level is run on the synthetic answers, and what it shows stands under it, shortened. Another output fails;
/// <c>BAROMETER_RENEW=1</c> writes the outputs anew. The forty operations are those that a researcher tried first (synthetic case «own-questions»).
/// </summary>
public partial class CookbookTests
{
    private const int Operations = 40;
    private const int LinesShown = 14;
    private const int Width = 130;

    private static readonly string Stored = Path.Combine(Root(AppContext.BaseDirectory), "docs", "cookbook.md");
    private static readonly IReadOnlyList<Recipe> Recipes = Read();
    private static readonly Lazy<ExampleProgram> Program =
        new(() => new("Workbench barometer, Survey survey, BarometerDesign design", Recipes.Select(one => (one.Name, one.Before + one.Code))));

    // The answers are read once. Each piece of code is the first release of its session: together they would hide each other, as alternatives do.
    private static readonly Lazy<(Survey Survey, BarometerDesign Design)> Answers =
        new(() => TestSchemes.Open() is var barometer ? (barometer.Survey("operational-2018"), barometer.Design("operational-2018")) : default);

    public static TheoryData<string> Names => [.. Recipes.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_Run_ShowsWhatThePageSays(string name)
    {
        var recipe = Recipes.Single(one => one.Name == name);
        var shown = Shown(recipe);
        if (Environment.GetEnvironmentVariable("BAROMETER_RENEW") == "1")
        {
            var page = File.ReadAllText(Stored);
            File.WriteAllText(Stored, page.Replace(recipe.Text, $"```csharp\n{recipe.Code}\n```\n\n```text\n{shown}\n```\n", StringComparison.Ordinal));
            return;
        }

        Assert.Equal(shown, recipe.Output);
    }

    [Fact]
    public void Page_OfOperations_HasEachInThreeLanguages()
    {
        var sections = Section().Matches(File.ReadAllText(Stored)).Select(section => section.Value).Where(section => Number().IsMatch(section)).ToList();

        Assert.Equal(Enumerable.Range(1, Operations), sections.Select(section => int.Parse(Number().Match(section).Groups["number"].Value, CultureInfo.InvariantCulture)).Order());
        Assert.All(sections, section => Assert.Matches(InThreeLanguages(), section));
    }

    private static string Shown(Recipe recipe)
    {
        var (survey, design) = Answers.Value;
        var lines = Program.Value.Run(recipe.Name, TestSchemes.Open(), survey, design).ToString()!.Split('\n').ToList();
        if (!recipe.IsFirst)
        {
            lines = lines.FindAll(line => !Repeated().IsMatch(line));
            lines = lines.Count > LinesShown + 1 && lines.FindIndex(line => line.StartsWith("--", StringComparison.Ordinal)) is var rule and >= 0 ? Cut(lines, rule) : lines;
        }

        return string.Join('\n', lines.SelectMany(Wrapped)).Trim('\n');
    }

    // A long table is cut in its rows: what stands under it says what is hidden, and what can be shown.
    private static List<string> Cut(List<string> lines, int rule)
    {
        var end = lines.FindIndex(rule, string.IsNullOrEmpty) is var blank and >= 0 ? blank : lines.Count;
        return end <= LinesShown + 1 ? lines : [.. lines.Take(LinesShown), "…", .. lines.Skip(end)];
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        var written = new StringBuilder();
        foreach (var word in line.Length > Width && !line.Contains("  ", StringComparison.Ordinal) ? line.Split(' ') : [line])
        {
            if (written.Length > 0 && written.Length + 1 + word.Length > Width)
            {
                yield return written.ToString();
                written.Clear();
            }

            written.Append(written.Length > 0 ? " " : "").Append(word);
        }

        yield return written.ToString();
    }

    // The cells without a number are a notebook, one after the other: what one names the next knows.
    private static List<Recipe> Read()
    {
        var before = "";
        var recipes = new List<Recipe>();
        foreach (Match section in Section().Matches(File.ReadAllText(Stored)))
        {
            var (title, isNumbered) = (section.Groups["title"].Value, Number().IsMatch(section.Value));
            foreach (var (i, block) in Block().Matches(section.Value).Index())
            {
                var code = block.Groups["code"].Value;
                recipes.Add(new Recipe(
                    "_" + Identifier().Replace(title, "_") + (i == 0 ? "" : "_" + (i + 1).ToString(CultureInfo.InvariantCulture)),
                    isNumbered ? "" : before,
                    code,
                    block.Groups["output"].Value,
                    block.Value,
                    title.StartsWith("1. ", StringComparison.Ordinal)));
                before += isNumbered ? "" : code[..(code.LastIndexOf(";\n", StringComparison.Ordinal) + 1)] + "\n";
            }
        }

        return recipes;
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Barometer.Analysis.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"^### (?<title>[^\n]+)\n.*?(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```csharp\n(?<code>[^`]*?)\n```\n(\n```text\n(?<output>[^`]*?)\n```\n)?", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^### (?<number>\d+)\. ")]
    private static partial Regex Number();

    [GeneratedRegex(@"\n- R: .+\n- Stata: .+\n\n(.*\n)*?```csharp\n(.*\n)+?```\n\n```text\n(.*\n)+?```\n")]
    private static partial Regex InThreeLanguages();

    [GeneratedRegex("^(Spørsmål|Vektet|Uvektet|Kilde|Question|Weighted|Source|Avgjort for seg|Decided by itself)[:.;]")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\W+")]
    private static partial Regex Identifier();

    /// <summary>Code of the page and what it is said to show.</summary>
    private sealed record Recipe(string Name, string Before, string Code, string Output, string Text, bool IsFirst);
}
