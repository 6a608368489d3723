using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>Runs all cases of a folder.</summary>
internal static class DisclosureCommand
{
    /// <summary>Runs the cases and writes a line a case and check.</summary>
    /// <param name="folder">The folder with the cases, the one above it, or a case.</param>
    /// <param name="patterns">Where our own patterns go, or null.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="errors">Where it says that there is no case.</param>
    /// <returns>0 when every check passed, 1 when one failed, 2 when there is no case.</returns>
    public static int Run(string folder, string? patterns, TextWriter output, TextWriter errors) =>
        Run(folder, patterns, SearchEffort.Thorough, output, errors);

    /// <summary>Runs the cases with more or less effort for our own patterns.</summary>
    public static int Run(string folder, string? patterns, SearchEffort effort, TextWriter output, TextWriter errors)
    {
        var cases = Cases(folder);
        if (cases.Count == 0)
        {
            errors.WriteLine($"There is no case in {folder}.");
            return 2;
        }

        var report = new Report(output);
        foreach (var path in cases)
        {
            TryCase(path, patterns, effort, report);
        }

        output.WriteLine(FormattableString.Invariant($"{cases.Count} cases, {report.Checks} checks, {report.Failures} failed"));
        return report.Failures == 0 ? 0 : 1;
    }

    /// <summary>The folder or file itself when it is a case, else all those below it: folders, and files with what is expected beside them.</summary>
    private static List<string> Cases(string path) => IsCase(path) ? [path]
        : Directory.Exists(path) ? [.. Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal).SelectMany(Cases)]
        : [];

    private static bool IsCase(string path) => Directory.Exists(path)
        ? File.Exists(Path.Combine(path, "case.json"))
        : File.Exists(path) && path.EndsWith(".json", StringComparison.Ordinal) && WorldsChecks.IsCase(path);

    /// <summary>A case that can't be read fails; the others are still run.</summary>
    private static void TryCase(string path, string? patterns, SearchEffort effort, Report report)
    {
        try
        {
            RunCase(path, patterns, effort, report);
        }
        catch (Exception error) when (error is IOException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or DisclosureException)
        {
            report.Check(Path.GetFileName(path), "read", false, error.Message);
        }
    }

    private static void RunCase(string path, string? patterns, SearchEffort effort, Report report)
    {
        if (File.Exists(path))
        {
            new WorldsChecks(path, report).Run();
        }
        else if (File.Exists(Path.Combine(path, "matrix.csv")))
        {
            new MatrixChecks(new MatrixCase(path), report, effort).Run(patterns);
        }
        else if (Kind(path) == "enumeration")
        {
            new EnumerationChecks(path, report).Run();
        }
        else if (Kind(path) == "rounding")
        {
            new RoundingChecks(path, report).Run();
        }
        else if (Kind(path) == "microdata")
        {
            new MicrodataChecks(path, report).Run();
        }
        else
        {
            report.Check(Path.GetFileName(path), "known kind", false, $"nothing checks cases of kind «{Kind(path)}»");
        }
    }

    private static string? Kind(string path) => CaseFile.Json(Path.Combine(path, "case.json")).GetProperty("kind").GetString();
}

/// <summary>The lines of a run: one a case and check.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>The number of checks that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>The number of checks made.</summary>
    public int Checks { get; private set; }

    /// <summary>Writes the outcome of a check.</summary>
    public void Check(string name, string check, bool passed, string detail = "")
    {
        Checks++;
        Failures += passed ? 0 : 1;
        Line(passed ? "pass" : "FAIL", name, check, detail);
    }

    /// <summary>Writes something that is no check.</summary>
    public void Note(string name, string check, string detail) => Line("note", name, check, detail);

    private void Line(string outcome, string name, string check, string detail) =>
        output.WriteLine($"{outcome}  {name}  {check}{(detail.Length > 0 ? ": " + detail : "")}");
}
