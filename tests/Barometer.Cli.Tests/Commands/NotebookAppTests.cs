using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Cli.Tests.Commands;

/// <summary>Every committed notebook, written as a program, prints what is stored in it and draws the same pictures.</summary>
public class NotebookAppTests
{
    public static TheoryData<string> Names => [.. new Repository(Clone.Original).FindNotebooks([]).Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_OfANotebook_PrintsAndDrawsWhatIsStored(string name)
    {
        var path = Path.Combine(Clone.Original, "notebooks", name + ".ipynb");
        var program = NotebookApp.Write(name, NotebookDocument.Read(path).Cells, NotebookApp.Usings(Path.Combine(Clone.Original, "notebooks", "load.cs")));
        var (text, pictures) = Stored(path);

        using var clone = Clone.With();
        var (printed, drawn) = await Tool.AloneAsync(() => Task.FromResult(Run(Compile(program), clone)));

        Assert.Equal(text, printed);
        Assert.Equal(pictures.Count, drawn.Count);
        Assert.All(pictures, picture => Assert.Contains(drawn, other => FigureFile.ShowSame(picture, other)));
    }

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    // As `dotnet run` compiles a file, whose first lines are for it.
    private static Assembly Compile(string program)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]);
        using var bytes = new MemoryStream();
        var result = CSharpCompilation.Create($"app-{Guid.NewGuid():N}", [CSharpSyntaxTree.ParseText(program, parsing)], References, new CSharpCompilationOptions(OutputKind.ConsoleApplication)).Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(bytes.ToArray());
    }

    private static (string Printed, IReadOnlyList<byte[]> Drawn) Run(Assembly program, Clone clone)
    {
        var (folder, output) = (Directory.GetCurrentDirectory(), Console.Out);
        using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Directory.SetCurrentDirectory(clone.Root);
            Environment.SetEnvironmentVariable("BAROMETER_PICTURES", clone["notebooks"]);
            Console.SetOut(printed);
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(output);
            Environment.SetEnvironmentVariable("BAROMETER_PICTURES", null);
            Directory.SetCurrentDirectory(folder);
        }

        Assert.All(Directory.GetFiles(clone["notebooks"], "*.png"), file => Assert.StartsWith("<svg", File.ReadAllText(Path.ChangeExtension(file, ".svg")), StringComparison.Ordinal));
        return (printed.ToString(), [.. Directory.GetFiles(clone["notebooks"], "*.png").Select(File.ReadAllBytes)]);
    }

    private static (string Text, IReadOnlyList<byte[]> Pictures) Stored(string path)
    {
        var (text, pictures) = (new StringBuilder(), new List<byte[]>());
        foreach (var output in JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []))
        {
            var data = output!["data"]!.AsObject();
            if (data["image/png"] is { } picture)
            {
                pictures.Add(Convert.FromBase64String(((string)picture!).Trim()));
            }

            // The interactive chart has no place in a program.
            text.Append(string.Concat(data["text/plain"]!.AsArray().Select(line => (string)line!))).Append("\n\n");
        }

        return (text.ToString(), pictures);
    }
}
