using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

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
