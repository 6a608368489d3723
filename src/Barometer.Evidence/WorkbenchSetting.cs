namespace Barometer.Evidence;

/// <summary>
/// What a program that runs notebooks settles for the workbenches that their cells open, and how it hears of what they release:
/// a cell says <c>Workbench.Open()</c> and no more. It holds in the flow of control that applies it, and in threads that begin there.
/// </summary>
internal sealed record WorkbenchSetting
{
    private static readonly AsyncLocal<WorkbenchSetting?> Ambient = new();

    /// <summary>That of the current flow of control; null where no program runs notebooks.</summary>
    public static WorkbenchSetting? Current => Ambient.Value;

    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>What is decided already; null for the ledger among the data.</summary>
    public ReleaseLedger? Ledger { get; init; }

    /// <summary>Surveys in the place of those in the data folder, by their ids: answers that are in memory only; null to read them.</summary>
    public IReadOnlyDictionary<string, Survey>? Surveys { get; init; }

    /// <summary>The figures and tables of the evidence pack; null for the register of the last reproduction among the data.</summary>
    public IReadOnlyList<PackLine>? Exhibits { get; init; }

    /// <summary>Hears of each release.</summary>
    public Action<JournalEntry>? Released { get; init; }

    /// <summary>Whether all releases are decided on together afterwards: the order of cells decides nothing then, and no release is replaced or forgotten.</summary>
    public bool IsDecidedAfterwards { get; init; }

    /// <summary>Lets it hold from here on.</summary>
    public void Apply() => Ambient.Value = this;
}
