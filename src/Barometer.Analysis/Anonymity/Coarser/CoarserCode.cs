using System.Text.RegularExpressions;

namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>The line of code that makes a coarser table, written from the one that made the table.</summary>
internal static partial class CoarserCode
{
    /// <summary>The line; only what changes in it where the code of the table isn't known.</summary>
    /// <param name="code">The code of the table as the researcher wrote it, or a variable's name.</param>
    /// <param name="way">How the table is made coarser.</param>
    public static string Of(string code, Coarsening way)
    {
        var by = way.By.Count switch
        {
            0 => "",
            1 => $"by: \"{way.By[0]}\"",
            _ => $"by: [{string.Join(", ", way.By.Select(name => $"\"{name}\""))}]",
        };
        var line = Space().Replace(code, " ").Trim();
        if (Grouping().Match(line) is not { Success: true } found)
        {
            return way.Before + (way.Before.Length > 0 ? " " : "") + (by.Length > 0 ? by : "without by:");
        }

        var call = Call().Match(line);
        line = line[..found.Index] + (by.Length > 0 ? found.Groups["comma"].Value + by : "") + line[(found.Index + found.Length)..];
        return call.Success ? line.Insert(call.Index, way.Before) : line;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<comma>,\s*)?\bby:\s*(""[^""]*""|\[[^\]]*\])")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\.\w+\((?=[^()]*\bby:)")]
    private static partial Regex Call();
}
