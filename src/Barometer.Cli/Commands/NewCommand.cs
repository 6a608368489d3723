using System.CommandLine;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer new notebook</c>: starts a notebook that keeps every rule and runs.</summary>
internal static partial class NewCommand
{
    private const string Template = "Barometer.Cli.Templates.notebook.ipynb";
    private const string Placeholder = "SLUG";

    public static Command Create()
    {
        var slug = new Argument<string>("slug") { Description = "The notebook's name: lower-case words joined by hyphens; with two digits before it (15-my-theme) it is reproduced with the others." };
        var notebook = new Command("notebook", "Start a notebook from the template.") { slug };
        notebook.SetAction(parsed => Make(Repository.Find(), parsed.GetValue(slug)!));
        return new Command("new", "Start something new.") { notebook, NewSurveyCommand.Create() };
    }

    private static int Make(Repository repository, string slug)
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

        using var template = new StreamReader(typeof(NewCommand).Assembly.GetManifestResourceStream(Template)!);
        File.WriteAllText(path, template.ReadToEnd().Replace(Placeholder, ExhibitNumbers.ThemeOf(slug), StringComparison.Ordinal));
        Terminal.Say($"{repository.Tell(path)} is ready: open it, or run it with «barometer run {slug}»");
        return ExitCode.Success;
    }

    [GeneratedRegex(@"^(\d\d[a-z]?-)?[a-z]+(-[a-z]+)*\z")]
    private static partial Regex Slug();
}
