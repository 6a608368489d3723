using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Notebooks.Compiling;

/// <summary>The C# of cells: the newest version that every notebook host runs, and the namespaces that all of them open.</summary>
internal static class CSharpDialect
{
    /// <summary>Defined here and in no other notebook host, for a file that notebooks import.</summary>
    public const string Symbol = "BAROMETER_NOTEBOOKS";

    /// <summary>Script code of C# 13.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp13, DocumentationMode.None, SourceCodeKind.Script, [Symbol]);

    /// <summary>
    /// Debug code, because only that gives every statement its line; the work is done in libraries, which keep their own.
    /// </summary>
    public static CSharpCompilationOptions Compiling { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks",
            "Barometer.Notebooks.Cells",
        ],
        optimizationLevel: OptimizationLevel.Debug,
        deterministic: true,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
