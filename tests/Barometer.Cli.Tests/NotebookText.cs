using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests;

/// <summary>Makes the text of notebooks that keep every rule, for tests to run or to break.</summary>
internal static class NotebookText
{
    /// <summary>The sections before the analysis: title with answer, and question.</summary>
    private static readonly (string Id, string Text)[] Opening =
    [
        ("title", "# En tittel\n\n**Svaret.**"), ("question", "## Spørsmålet\n\nHva?"),
    ];

    private static readonly (string Id, string Text)[] Closing =
    [
        ("takeaway", "## Ta med deg\n\nDette."), ("how", "## Slik er tallet laget\n\nSlik."), ("sources", "## Hvor tallene kommer fra"), ("next", "[neste](01-first.ipynb)"),
    ];

    /// <summary>The English beside them.</summary>
    public const string English = """
        <!-- cell: title -->
        # A title

        **The answer.**

        <!-- cell: question -->
        ## The question

        What?

        <!-- cell: takeaway -->
        ## What to take away

        This.

        <!-- cell: how -->
        ## How this number is made

        So.

        <!-- cell: sources -->
        ## Where the numbers come from

        """;

    /// <summary>A notebook whose code cells, after the one that loads the library, are c2, c3, ….</summary>
    public static string Of(params string[] code) => Write(Document(code));

    /// <summary>The same as a tree, for a test to change.</summary>
    public static JsonObject Document(params string[] code) => new()
    {
        ["cells"] = new JsonArray(
        [
            .. Opening.Select(cell => Markdown(cell.Id, cell.Text)),
            Code("c1", "#!import load.cs"),
            .. code.Select((text, i) => Code(FormattableString.Invariant($"c{i + 2}"), text)),
            .. Closing.Select(cell => Markdown(cell.Id, cell.Text)),
        ]),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    public static string Write(JsonObject document) => document.ToJsonString() + "\n";

    /// <summary>The cell of that id.</summary>
    public static JsonObject Cell(this JsonObject document, string id) =>
        (JsonObject)((JsonArray)document["cells"]!).Single(cell => (string?)cell!["id"] == id)!;

    public static JsonObject Markdown(string id, string text) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["source"] = text,
    };

    public static JsonObject Code(string id, string text, params JsonNode[] outputs) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(outputs),
        ["source"] = text,
    };
}
