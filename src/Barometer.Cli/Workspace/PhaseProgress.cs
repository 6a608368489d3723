using System.Globalization;
using Spectre.Console;

namespace Barometer.Cli.Workspace;

/// <summary>Tells how far a command has come, at least every other second: in a terminal in one line that changes, else a line each time.</summary>
internal sealed class PhaseProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1.5);
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private readonly bool _isTerminal = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
    private string _phase;
    private string _state = "";
    private string _told = "";
    private bool _isEnded;

    /// <summary>Begins.</summary>
    /// <param name="phase">The first phase.</param>
    public PhaseProgress(string phase = "reading") => (_phase, _timer) = (phase, new Timer(_ => Tell(), null, Often, Often));

    /// <summary>Begins a phase.</summary>
    public void Begin(string phase)
    {
        (_phase, _state) = (phase, "");
        Tell();
    }

    /// <summary>Says how far the phase is; it is told at the next time.</summary>
    public void Say(string state) => _state = state;

    /// <summary>Ends: nothing more is told.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _timer.Dispose();
    }

    private void Tell()
    {
        lock (_gate)
        {
            var line = _state.Length > 0 ? $"{_phase}: {_state}" : _phase;
            if (_isEnded)
            {
                return;
            }

            if (_isTerminal)
            {
                Clear();
                Console.Write(line.Length < Console.WindowWidth ? line : line[..(Console.WindowWidth - 1)]);
            }
            else
            {
                Console.WriteLine(line == _told ? "…" : line);
            }

            _told = line;
        }
    }

    private void Clear()
    {
        if (_isTerminal)
        {
            Console.Write("\r" + new string(' ', Math.Max(0, Console.WindowWidth - 1)) + "\r");
        }
    }
}

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
