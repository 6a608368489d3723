using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Compiling;

/// <summary>The compiler's errors, each with the cell or file and the line that it stands in.</summary>
internal static class CompileErrors
{
    private const int Most = 5;
    private static readonly string[] NewerVersion = ["CS8652", "CS9058", "CS9260", "CS9202", "CS8773", "CS8400"];

    /// <summary>Reports the errors among <paramref name="diagnostics"/>, if there are any.</summary>
    /// <exception cref="CellFault">There are.</exception>
    public static void ThrowIfAny(IEnumerable<Diagnostic> diagnostics, Compilation compilation, CodePart part)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToArray();
        if (errors.Length == 0)
        {
            return;
        }

        var described = errors.Take(Most).Select(error => Describe(error, compilation, part)).ToList();
        if (errors.Length > Most)
        {
            described.Add(string.Create(CultureInfo.InvariantCulture, $"… and {errors.Length - Most} more"));
        }

        throw new CellFault(FailureKind.Compilation, part.ImportedAt ?? LineOf(errors[0]), string.Join("\n", described), []);
    }

    private static string Describe(Diagnostic error, Compilation compilation, CodePart part)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{part.Name}, line {LineOf(error)}");
        var hint = NewerVersion.Contains(error.Id) ? " (cells are held to C# 13, so that every notebook host can run them)"
            : MissingMember.HintOf(error, compilation) is { } own ? $" ({own})"
            : "";
        return $"{place}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}{hint}";
    }

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;
}
