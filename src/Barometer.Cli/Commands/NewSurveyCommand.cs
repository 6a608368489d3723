using System.CommandLine;
using System.Text.RegularExpressions;
using Barometer.Analysis.Loading.Drafting;
using Barometer.Analysis.Loading.Importing;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer new survey</c>: drafts a survey's codebook from a delivered file.</summary>
internal static partial class NewSurveyCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The new survey's id: a word or more joined by hyphens, a hyphen and the year (service-2024)." };
        var from = new Option<FileInfo>("--from") { Description = "The delivered answers.", Required = true };
        var frame = new Option<FileInfo?>("--frame") { Description = "The delivered frame: the whole population. Without it the answers say all that is known of the units." };
        var like = new Option<string?>("--like") { Description = "A survey whose texts, routing and roles are taken over for equal variables." };
        var unit = new Option<string?>("--unit") { Description = "The column of the units' id; else it is looked for, or the rows are numbered." };
        var organisation = new Option<string?>("--organisation") { Description = "The column of the organisation that must not be recognised." };
        var weight = new Option<string?>("--weight") { Description = "The column of weights; else the one that an SPSS file names." };
        var groups = new Option<string[]>("--groups") { Description = "The columns of groups whose members readers know; else they are looked for.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("survey", "Draft a survey's codebook from a delivered file, and list what a person has to fill in.") { id, from, frame, like, unit, organisation, weight, groups };
        command.SetAction(parsed => Make(Repository.Find(), new DraftRequest(
            "",
            parsed.GetValue(id)!,
            parsed.GetValue(from)!.FullName,
            parsed.GetValue(frame)?.FullName,
            parsed.GetValue(like),
            parsed.GetValue(unit),
            parsed.GetValue(organisation),
            parsed.GetValue(weight),
            parsed.GetValue(groups) is { Length: > 0 } named ? named : null)));
        return command;
    }

    private static int Make(Repository repository, DraftRequest request)
    {
        var (id, path) = (request.SurveyId, SurveyFolder.CodebookOf(repository.Data, request.SurveyId));
        if (!Id().IsMatch(id))
        {
            throw new BarometerException(new Problem("The survey's id isn't valid", Expected: "lower-case words joined by hyphens, a hyphen and the year: service-2024"));
        }

        if (File.Exists(path))
        {
            throw new BarometerException(new Problem("There is such a survey already", File: repository.Tell(path), Hint: "choose another id, or change that codebook"));
        }

        var draft = SurveyDraft.Make(request with { DataRoot = repository.Data });
        File.WriteAllText(path, draft.Json);
        Terminal.Say($"{repository.Tell(path)} is a draft. To look at and to fill in («toFillIn» in it lists the same):");
        foreach (var note in draft.Notes)
        {
            Terminal.Say($"  - {note}");
        }

        if (draft.Mapping is { } mapping)
        {
            var folder = new RestrictedFolder(repository.Data, id);
            folder.Write(mapping);
            Terminal.Say($"{repository.Tell(folder.Mapping)} says what the import of the same file needs besides.");
        }

        var frame = request.Frame ?? request.Answers;
        Terminal.Say($"Then: barometer import {Path.GetFileName(request.Answers)} --survey {id} --frame {Path.GetFileName(frame)}");
        return ExitCode.Success;
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*-\d{4}\z")]
    private static partial Regex Id();
}
