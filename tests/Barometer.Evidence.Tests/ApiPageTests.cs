using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Barometer.Evidence.Tests;

/// <summary>
/// The page of names a researcher needs, made from the doc comments: each with one line and one example, which is run.
/// <c>BAROMETER_RENEW=1</c> writes the page anew.
/// </summary>
public partial class ApiPageTests
{
    private const string Renew = "BAROMETER_RENEW";

    private static readonly (string Title, Type Type, string[] Names)[] Chapters =
    [
        ("The workbench: `barometer`", typeof(Workbench), ["Open", "Variables", "Survey", "Design", "Release", "OverTime", "Schemes", "ResponseTable", "Headlines", "Provenance"]),
        ("Who was asked and who answered: `survey`", typeof(ResponseTables), ["ResponseCounts", "ResponseRates"]),
        ("How answers stand for the population: `design`", typeof(BarometerDesign), ["StratifiedBy", "RakedTo", "StandardisedTo", "Where", "Merging"]),
        ("What is asked of a design", typeof(BarometerDesign), ["Proportion", "Battery", "TopShare", "NetBalance", "Mean", "Total", "Quantile", "Count", "CrossTable"]),
        ("What is compared", typeof(BarometerDesign), ["Difference", "RelativeRisk", "TTest", "Independence", "Trend", "Ranks", "Scale", "Regression", "OrdinalRegression"]),
        ("What is made of a table's estimates", typeof(UnreleasedTable), ["Function", "EqualityTest"]),
        ("What is shown of a release: `released`", typeof(ReleasedEstimates), ["Table", "Sentence", "Beside", "Bars", "Dots", "Likert", "AroundZero", "Dumbbell", "Forest", "ToDataFrame"]),
        ("What an author chooses about a figure", typeof(Figure), ["Titled", "Labelled", "Ordered", "Coloured", "Highlighted", "WithDecimals", "Sized"]),
    ];

    private static readonly Dictionary<Assembly, XDocument> Comments = new[] { typeof(Workbench).Assembly, typeof(BarometerDesign).Assembly }
        .ToDictionary(assembly => assembly, assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    private static readonly Lazy<ExampleProgram> Program = new(() => new(
        "Workbench barometer, Survey survey, BarometerDesign design, ReleasedEstimates released", Names.Select(row => (Identifier(row.Data), Read(row.Data).Example))));

    public static TheoryData<string> Names => [.. Chapters.SelectMany(chapter => chapter.Names.Select(name => $"{chapter.Type.Name}.{name}"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_Run_GivesSomethingToShow(string name)
    {
        var barometer = TestSchemes.Open();
        var (survey, design) = (barometer.Survey("operational-2018"), barometer.Design("operational-2018"));
        var released = barometer.Release(design.Proportion("innovated", by: "agency_group"), id: "innovated-by-agency-group");

        Assert.NotEmpty(Program.Value.Run(Identifier(name), barometer, survey, design, released).ToString()!);
    }

    [Fact]
    public void Page_OfTheDocComments_IsTheStoredOne()
    {
        var stored = Path.Combine(Root(AppContext.BaseDirectory), "docs", "api.md");
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            File.WriteAllText(stored, Page());
        }

        Assert.Equal(Page(), File.ReadAllText(stored));
    }

    private static string Page()
    {
        var page = new StringBuilder("# Names to know\n\nMade from the doc comments by a test, which runs every example (`tests/Barometer.Evidence.Tests/ApiPageTests.cs`). A cell of a notebook begins with\n\n")
            .Append("```csharp\nvar barometer = Workbench.Open();\nvar survey = barometer.Survey(\"operational-2018\");\nvar design = barometer.Design(\"operational-2018\");\n")
            .Append("var released = barometer.Release(design.Proportion(\"innovated\", by: \"agency_group\"), id: \"innovated-by-agency-group\");\n```\n\n")
            .Append("What a design makes is unreleased: pass it to `barometer.Release(…, id: \"a-name\")` to show it. All names of the engines are in their READMEs.\n");
        foreach (var (title, type, names) in Chapters)
        {
            page.Append("\n## ").Append(title).Append("\n\n");
            foreach (var name in names)
            {
                var (summary, example) = Read($"{type.Name}.{name}");
                page.Append("**").Append(name).Append("**: ").Append(summary).Append("\n\n```csharp\n").Append(example).Append("\n```\n\n");
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    // The first overload that has an example.
    private static (string Summary, string Example) Read(string name)
    {
        var type = Chapters.First(chapter => name.StartsWith(chapter.Type.Name + ".", StringComparison.Ordinal)).Type;
        var member = Comments[type.Assembly].Descendants("member").First(one =>
            one.Element("example") is not null && Regex.IsMatch(one.Attribute("name")!.Value, $@"^[MP]:{Regex.Escape(type.FullName!)}\.{name.Split('.')[1]}(\(|$)"));
        return (Text(member.Element("summary")!), member.Element("example")!.Value.Trim());
    }

    private static string Text(XElement summary) => Space().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "paramref" or "typeparamref" } named => $"`{named.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "see" } named => $"`{named.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1]}`",
        XElement other => $"`{other.Value}`",
        _ => node.ToString(),
    })), " ").Trim().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Barometer.Analysis.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private static string Identifier(string name) => name.Replace('.', '_');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
