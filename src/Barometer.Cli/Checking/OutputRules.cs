using Barometer.Notebooks.Documents;

namespace Barometer.Cli.Checking;

/// <summary>What is stored under a cell: no errors, no scripts, no addresses that a reader's browser would fetch.</summary>
internal static class OutputRules
{
    private static readonly (string Mark, string Fault)[] Forbidden =
    [
        ("\"output_type\":\"error\"", "its stored output is an error"),
        ("<script", "its stored output holds a script"),
        ("src=\\\"http", "its stored output loads something from the network"),
        ("src='http", "its stored output loads something from the network"),
    ];

    /// <summary>What is wrong with a cell's stored outputs.</summary>
    public static IEnumerable<string> Check(NotebookCell cell) =>
        Forbidden.Where(rule => cell.OutputText.Contains(rule.Mark, StringComparison.OrdinalIgnoreCase)).Select(rule => rule.Fault).Distinct();
}
