using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Readme;

/// <summary>The examples of the README beside the tests: code, and under it what it prints.</summary>
internal static partial class ReadmeExamples
{
    /// <summary>The examples, in their order.</summary>
    public static IReadOnlyList<(string Code, string Output)> All { get; } =
    [
        .. Example().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")))
            .Select(example => (example.Groups["code"].Value, example.Groups["output"].Value)),
    ];

    /// <summary>Compiles a program against the libraries of the tests, runs it and gives what it printed.</summary>
    public static string Run(string code)
    {
        const string implicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "example", [CSharpSyntaxTree.ParseText(implicitUsings), CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));

        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```\s*```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
