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
