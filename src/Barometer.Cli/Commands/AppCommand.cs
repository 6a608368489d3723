using System.CommandLine;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer app</c>: notebooks as programs that need the .NET SDK and nothing else.</summary>
internal static class AppCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("notebook") { Description = "Notebooks by name, with or without number; none for all that are reproduced.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("app", "Write notebooks as C# programs, apps/<notebook>.cs: dotnet run prints what they show and writes their figures.") { names };
        command.SetAction(parsed => Write(Repository.Find(), parsed.GetValue(names)!));
        return command;
    }

    private static int Write(Repository repository, string[] names)
    {
        var library = NotebookApp.Usings(repository.LoadFile).ToList();
        Directory.CreateDirectory(repository.Apps);
        foreach (var path in repository.FindNotebooks(names))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var program = Path.Combine(repository.Apps, name + ".cs");
            File.WriteAllText(program, NotebookApp.Write(name, NotebookDocument.Read(path).Cells, library));
            Terminal.Say($"{repository.Tell(program)} is written: dotnet run {repository.Tell(program)}");
        }

        return ExitCode.Success;
    }
}

/// <summary>
/// A notebook as one C# program: its cells one after the other, what each shows printed, and figures written as pictures. It needs the
/// .NET SDK and the library, and no notebook engine.
/// </summary>
internal static class NotebookApp
{
    /// <summary>The namespaces that cells use besides those of the library.</summary>
    private static readonly string[] OfCells = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "Barometer.Evidence.Figures"];

    /// <summary>How the library is found by a program that lies one folder below the clone; none of the clone's own settings of a build hold for it.</summary>
    private const string Directives = """
        #:project ../src/Barometer.Evidence/Barometer.Evidence.csproj
        #:property PublishAot=false
        #:property Nullable=disable
        #:property TreatWarningsAsErrors=false
        #:property RunAnalyzers=false
        #:property GenerateDocumentationFile=false
        #:property RestorePackagesWithLockFile=false
        """;

    private const string Ending = """
        /// <summary>Prints what a cell shows, and writes a figure's picture beside the program.</summary>
        static class Shown
        {
            private static readonly string Folder = Environment.GetEnvironmentVariable("BAROMETER_PICTURES") ?? AppContext.GetData("EntryPointFileDirectoryPath") as string ?? Environment.CurrentDirectory;
            private static readonly HashSet<string> Names = [];

            public static void Show(object shown)
            {
                Console.WriteLine(shown);
                Console.WriteLine();
                if (shown is Figure figure)
                {
                    Console.WriteLine(figure.Numbers);
                    Console.WriteLine();
                    var name = figure.Stamp.Id;
                    for (var count = 2; !Names.Add(name); count++)
                    {
                        name = $"{figure.Stamp.Id}-{count}";
                    }

                    File.WriteAllBytes(Path.Combine(Folder, name + ".png"), figure.ToPng());
                    File.WriteAllText(Path.Combine(Folder, name + ".svg"), figure.ToSvg());
                }
            }

            public static void Display(this object shown) => Show(shown);
        }
        """;

    /// <summary>The program's text.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="cells">Its cells of code.</param>
    /// <param name="library">The namespaces that the library's file for notebooks opens.</param>
    public static string Write(string name, IEnumerable<NotebookCell> cells, IEnumerable<string> library)
    {
        var parts = cells.Where(cell => cell.IsRunnable && cell.Source.Trim() != CodeRules.LoadCell).Select(cell => (cell.Id, Tree: CSharpSyntaxTree.ParseText(cell.Source, CSharpDialect.Parsing).GetCompilationUnitRoot())).ToList();
        var usings = OfCells.Concat(library).Concat(parts.SelectMany(part => part.Tree.Usings.Select(line => line.Name!.ToString()))).Distinct().Order(StringComparer.Ordinal);
        return string.Join('\n',
        [
            $"// The notebook {name} as a program, written by «barometer app»: dotnet run {name}.cs prints what its cells show, and writes the",
            "// figures beside it. Statuses come from the ledger in data/releases. Change the notebook, not this.",
            Directives,
            .. usings.Select(one => $"using {one};"),
            "using static Shown;",
            .. parts.SelectMany(part => (string[])["", $"// {part.Id}", Statements(part.Tree)]),
            "",
            Ending,
            "",
        ]);
    }

    /// <summary>The namespaces that a file of directives opens.</summary>
    public static IEnumerable<string> Usings(string loadFile) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(loadFile), CSharpDialect.Parsing).GetCompilationUnitRoot().Usings.Select(line => line.Name!.ToString());

    // A cell that ends in an expression shows it.
    private static string Statements(CompilationUnitSyntax cell)
    {
        var body = cell.WithUsings([]);
        var text = body.ToFullString();
        return body.Members is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var last } }]
            ? $"{text[..last.SpanStart]}Show({text[last.SpanStart..].TrimEnd()});".TrimStart()
            : text.Trim();
    }
}
