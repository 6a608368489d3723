using System.Text.RegularExpressions;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>A cell that asks what something is: <c>?design.Proportion</c> or <c>design.Proportion?</c>.</summary>
internal static partial class HelpRequest
{
    /// <summary>The name that the cell asks about, or null when it is code.</summary>
    public static string? Name(string code) => Asked().Match(code.Trim()) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"^(?:\?{1,2}\s*(?<name>[\w.]+)|(?<name>[\w.]+)\s*\?{1,2})\z")]
    private static partial Regex Asked();
}
