using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Evidence.Tests;

/// <summary>Examples of the documentation, compiled together: each is an expression, or a cell that ends in one.</summary>
internal sealed class ExampleProgram
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq;
        using Barometer.Analysis; using Barometer.Analysis.Loading; using Barometer.Analysis.Weighting; using Barometer.Evidence; using Barometer.Evidence.Figures;
        using SurveyStatistics.Estimation; using SurveyStatistics.Weighting;
        """;

    private readonly Type _examples;

    /// <summary>Compiles examples.</summary>
    /// <param name="parameters">What they may name: the parameters of a C# method.</param>
    /// <param name="code">Each example by a name that is an identifier.</param>
    public ExampleProgram(string parameters, IEnumerable<(string Name, string Code)> code)
    {
        var program = new StringBuilder(Usings).Append("\npublic static class Examples\n{\n");
        foreach (var (name, cell) in code)
        {
            var end = cell.LastIndexOf(";\n", StringComparison.Ordinal) + 1;
            program.Append("public static object ").Append(name).Append('(').Append(parameters).Append(")\n{\n").Append(cell[..end]).Append("\nreturn ").Append(cell[end..]).Append(";\n}\n");
        }

        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            "examples", [CSharpSyntaxTree.ParseText(program.Append('}').ToString())], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        _examples = Assembly.Load(image.ToArray()).GetType("Examples")!;
    }

    /// <summary>Runs an example.</summary>
    public object Run(string name, params object[] arguments) =>
        _examples.GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
