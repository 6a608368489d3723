using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DisclosureControl.Tests;

/// <summary>The examples of the README do what stands under them.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Example().Count(Readme))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_CompiledAndRun_PrintsWhatStandsUnderIt(int number)
    {
        var example = Example().Matches(Readme)[number];

        Assert.Equal(example.Groups["output"].Value, Run(example.Groups["code"].Value));
    }

    [Fact]
    public void Examples_AreTwo() => Assert.Equal(2, Examples.Count);

    private static string Run(string code)
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
