using System.Globalization;
using Spectre.Console;

namespace Barometer.Cli.Workspace;

/// <summary>Lines for people: coloured in a terminal, plain and never wrapped when piped.</summary>
internal static class Terminal
{
    /// <summary>Writes a line of markup to standard output; what is interpolated is escaped.</summary>
    public static void Say(FormattableString markup) => Say(AnsiConsole.Console, Console.IsOutputRedirected, markup);

    /// <summary>Writes a name in grey and what is said of it, which in a terminal goes on under itself.</summary>
    public static void Say(string name, string text)
    {
        if (Console.IsOutputRedirected)
        {
            Say($"[grey]{name,-10}[/] {text}");
            return;
        }

        AnsiConsole.Write(new Grid().AddColumn(new GridColumn().Width(10).PadLeft(0).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0))
            .AddRow(new Text(name, new Style(Color.Grey)), new Text(text)));
    }

    /// <summary>Writes an error to standard error.</summary>
    public static void Fail(string message) => Say(
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), Console.IsErrorRedirected, $"[red]error[/] {message}");

    private static void Say(IAnsiConsole console, bool isPiped, FormattableString markup)
    {
        if (isPiped)
        {
            console.Profile.Width = int.MaxValue;
        }

        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
    }
}
