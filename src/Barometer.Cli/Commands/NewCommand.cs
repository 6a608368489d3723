using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Analysis.Loading.Drafting;
using Barometer.Analysis.Loading.Importing;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer new notebook</c>: starts a notebook that keeps every rule and runs.</summary>
internal static partial class NewCommand
{
    private const string Template = "Barometer.Cli.Templates.notebook";

    public static Command Create()
    {
        var slug = new Argument<string>("slug") { Description = "The notebook's name: lower-case words joined by hyphens; with two digits before it (15-my-theme) it is reproduced with the others." };
        var survey = new Option<string?>("--survey") { Description = "The survey it starts from: it shows what its codebook names under «release». Else the first that names something." };
        var notebook = new Command("notebook", "Start a notebook from the template.") { slug, survey };
        notebook.SetAction(parsed => Make(Repository.Find(), parsed.GetValue(slug)!, parsed.GetValue(survey)));
        return new Command("new", "Start something new.") { notebook, NewSurveyCommand.Create() };
    }

    private static int Make(Repository repository, string slug, string? survey)
    {
        if (!Slug().IsMatch(slug))
        {
            throw new BarometerException(new Problem("The notebook's name isn't valid", Expected: "lower-case words joined by hyphens: my-theme, or 15-my-theme"));
        }

        var path = Path.Combine(repository.Notebooks, slug + ".ipynb");
        if (File.Exists(path))
        {
            throw new BarometerException(new Problem("There is such a notebook already", File: repository.Tell(path), Hint: "choose another name, or open that one"));
        }

        var first = FirstRelease(Starting(repository.Data, survey)).Append(("SLUG", ExhibitNumbers.ThemeOf(slug)));
        var english = EnglishText.PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(english)!);
        File.WriteAllText(english, Read(".md"));
        File.WriteAllText(path, first.Aggregate(Read(".ipynb"), (text, one) => text.Replace(one.Item1, one.Item2, StringComparison.Ordinal)));
        Terminal.Say($"{repository.Tell(path)} is ready: open it, or run it with «barometer run {slug}»; its English stands in {repository.Tell(english)}");
        return ExitCode.Success;
    }

    private static string Read(string ending)
    {
        using var template = new StreamReader(typeof(NewCommand).Assembly.GetManifestResourceStream(Template + ending)!);
        return template.ReadToEnd();
    }

    private static Codebook Starting(string data, string? survey) =>
        survey is null && SurveyCatalog.Codebooks(data).FirstOrDefault(codebook => codebook.Release is not null) is { } first ? first : SurveyCatalog.Codebook(data, survey ?? "");

    // What the template's first cells say of a survey, as text of JSON: its question, by which groups, and a sentence about the answer that is yes, or else the last.
    private static IEnumerable<(string Place, string Text)> FirstRelease(Codebook codebook)
    {
        if (codebook.Release is not { } release)
        {
            throw new BarometerException(new Problem(
                $"The codebook of {codebook.Id} doesn't say what a new notebook starts with", Expected: "«release» with a question and groups to show it by", Hint: "docs/deliveries.md has the form"));
        }

        var (question, unit) = (codebook[release.Question], codebook.Unit.Plural);
        var answer = question.Categories.FirstOrDefault(category => category.Code == "yes") ?? question.Categories[^1];
        string[] groups = [.. release.By.Select(group => $"\"{group}\"")];
        var by = groups switch { [] => "", [var only] => $", by: {only}", _ => $", by: [{string.Join(", ", groups)}]" };
        yield return ("SURVEY", codebook.Id);
        yield return (", BY", Json(by));
        yield return ("QUESTION", question.Name);
        yield return ("SENTENCE-NB", Words($"{{{question.Name}={answer.Code}}} av {unit.Nb} svarte «{answer.Label.Nb}» på «{question.Label.Nb}»."));
        yield return ("SENTENCE-EN", Words($"{{{question.Name}={answer.Code}}} of {unit.En} answered “{answer.Label.En}” to “{question.Label.En}”."));
    }

    private static string Words(string text) => Json(text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));

    private static string Json(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;

    [GeneratedRegex(@"^(\d\d[a-z]?-)?[a-z]+(-[a-z]+)*\z")]
    private static partial Regex Slug();
}

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
        // The next command is told with the files as they were typed, so that it can be run as it stands.
        command.SetAction(parsed => Make(Repository.Find(), $"{parsed.GetValue(from)}", $"{parsed.GetValue(frame) ?? parsed.GetValue(from)}", new DraftRequest(
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

    private static int Make(Repository repository, string answers, string frame, DraftRequest request)
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

        Terminal.Say($"Then: barometer import {answers} --survey {id} --frame {frame}");
        return ExitCode.Success;
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*-\d{4}\z")]
    private static partial Regex Id();
}
