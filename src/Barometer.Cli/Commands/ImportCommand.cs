using System.CommandLine;
using Barometer.Analysis.Loading.Importing;
using Spectre.Console;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer import</c>: makes a survey's files in data/restricted/ of those that a survey tool delivers.</summary>
internal static class ImportCommand
{
    private const int Widest = 32;
    private const int Few = 4;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The delivered answers: SPSS (.sav, .zsav, .por), Excel (.xlsx), Parquet, or text in any encoding (.csv, .tsv)." };
        var survey = new Option<string>("--survey") { Description = "The survey whose codebook the answers follow, by its id.", Required = true };
        var frame = new Option<FileInfo?>("--frame") { Description = "The delivered frame: the whole population. Without it the answers' file holds it, or the frame stays as it is." };
        var map = new Option<FileInfo?>("--map") { Description = "What a person decided, in place of the mapping in data/restricted/." };
        var confirm = new Option<bool>("--confirm") { Description = "What is found out about the files' form (encoding, separator, decimal mark, dates, sheet, headings) is right." };
        var dry = new Option<bool>("--dry-run") { Description = "Say all, write nothing." };
        var command = new Command("import", "Make a survey's files in data/restricted/ of delivered ones; exit code 1 when something is left to decide.") { file, survey, frame, map, confirm, dry };
        command.SetAction(parsed => Run(
            Repository.Find(),
            parsed.GetValue(survey)!,
            (parsed.GetValue(file)!.FullName, parsed.GetValue(frame)?.FullName, parsed.GetValue(map)?.FullName),
            parsed.GetValue(confirm),
            parsed.GetValue(dry)));
        return command;
    }

    private static int Run(Repository repository, string survey, (string Answers, string? Frame, string? Map) files, bool isConfirmed, bool isDry)
    {
        var import = Watched(tell => SurveyImport.Plan(new ImportRequest(repository.Data, survey, files.Answers, files.Frame, files.Map, isConfirmed), tell));
        Report(import, isDry);
        if (!isDry)
        {
            import.KeepMapping();
        }

        if (!import.IsDecided)
        {
            Terminal.Say($"Nothing was imported. Left to decide: {Left(import)}.");
            Terminal.Say(isDry ? (FormattableString)$"Without --dry-run, {repository.Tell(import.MappingPath)} is written with what is proposed." :
                import.Files.All(file => file.Import.Left is { Columns: 0, Values: 0 }) ? (FormattableString)$"If what was found of the file is right, import again with --confirm; else change it in {repository.Tell(import.MappingPath)}." :
                $"{repository.Tell(import.MappingPath)} has it, with what is proposed: complete it, set «confirmed» to true, and import again.");
            return ExitCode.Failure;
        }

        var made = Watched(import.Make);
        if (isDry)
        {
            Terminal.Say($"{Counted.Of(made.Answers, "answer", "answers")} and {Counted.Of(made.Units, "unit", "units")} of the frame pass every check. Nothing was written.");
            return ExitCode.Success;
        }

        import.Write(made);
        Terminal.Say($"{repository.Tell(import.Folder)}: responses.csv with {Counted.Of(made.Answers, "answer", "answers")}, frame.csv with {Counted.Of(made.Units, "unit", "units")}{(import.Frame is null ? " as it was" : "")}.");
        return ExitCode.Success;
    }

    private static T Watched<T>(Func<Action<string, double>, T> work)
    {
        using var progress = new PhaseProgress("import");
        return work((what, share) => progress.Say(FormattableString.Invariant($"{what}, {Math.Round(100 * share)} %")));
    }

    // What was decided before and leaves nothing open is told in a line.
    private static void Report(SurveyImport import, bool isDry)
    {
        foreach (var file in import.Files)
        {
            Terminal.Say($"[bold]{file.Table.File}[/] ({file.What}): {file.Table.Form}");
            foreach (var finding in file.Table.Findings)
            {
                Terminal.Say($"  {finding.What}: {finding.Found} ({finding.Reason}{(file.Unconfirmed.Contains(finding) ? "; to be confirmed" : "")})");
            }

            if (!import.HasMapping || isDry || !import.IsDecided)
            {
                Columns(file.Import);
            }
        }
    }

    private static void Columns(TableImport import)
    {
        IReadOnlyList<ImportLine> lines = [new("variable", "column", "found by", "recoded by", "to decide"), .. import.Lines.Select(line => line with { Column = Short(line.Column) })];
        int Width(Func<ImportLine, string> text) => lines.Max(line => text(line).Length);
        var (variable, column, matched, recoded) = (Width(line => line.Variable), Width(line => line.Column), Width(line => line.Matched), Width(line => line.Recoded));
        foreach (var line in lines)
        {
            Terminal.Say($"  {(line.Variable.PadRight(variable) + "  " + line.Column.PadRight(column) + "  " + line.Matched.PadRight(matched) + "  " + line.Recoded.PadRight(recoded) + "  " + line.Left).TrimEnd()}");
        }

        // Where hardly anything is called as in the codebook, the first line may be somebody's answers.
        var found = import.Lines.Count(line => line.Column.Length > 0);
        if (found * Few < import.Unused.Count)
        {
            Terminal.Say($"  {Counted.Of(import.Unused.Count, "column", "columns")} not in the codebook, left out: does the file begin with headings?");
        }
        else if (import.Unused.Count > 0)
        {
            Terminal.Say($"  not in the codebook, left out: {string.Join(", ", import.Unused.Select(Short))}");
        }
    }

    private static string Left(SurveyImport import)
    {
        var (form, columns, values) = (import.Files.Sum(file => file.Unconfirmed.Count), import.Files.Sum(file => file.Import.Left.Columns), import.Files.Sum(file => file.Import.Left.Values));
        return string.Join(", ", new[]
        {
            form == 0 ? null : Counted.Of(form, "thing about a file’s form", "things about the files’ form"),
            columns == 0 ? null : $"the column of {Counted.Of(columns, "variable", "variables")}",
            values == 0 ? null : $"the values of {Counted.Of(values, "variable", "variables")}",
        }.OfType<string>());
    }

    // A question is told by its end, where the items of a battery differ.
    private static string Short(string column) => column.Length <= Widest ? column : "…" + column[^(Widest - 1)..];
}
