using System.CommandLine;

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
