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

/// <summary>Finds the data for whoever opens a workbench without naming them.</summary>
internal static class DataLocation
{
    /// <summary>The environment variable that names another data folder.</summary>
    public const string Variable = "BAROMETER_DATA";

    /// <summary>The folder of the variable, else of the repository around the current folder, else around the library.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        try
        {
            return DataFolder.Find(Directory.GetCurrentDirectory());
        }
        catch (Analysis.BarometerException)
        {
            return DataFolder.Find(Path.GetDirectoryName(typeof(DataLocation).Assembly.Location) ?? AppContext.BaseDirectory);
        }
    }
}

/// <summary>
/// Real answers are used where cells are judged before they run and what is stored of them is judged too (<c>barometer run</c>,
/// <c>reproduce</c>, our kernel), or by somebody who explores; not in another notebook engine or a program.
/// </summary>
internal static class RealAnswers
{
    /// <summary>Refuses a data folder with real answers where nobody judges what is done with them.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">It has some.</exception>
    public static void HoldBack(string data)
    {
        if (WorkbenchSetting.Current is null && !JudgedCells.Are && !Exploration.IsOn && SurveyCatalog.List(data).Any(id => SurveyFolder.HasReal(data, id)))
        {
            throw new BarometerException(new Problem(
                "Real answers are here, and nothing judges what is done with them",
                $"{DataFolder.Name}/{SurveyFolder.RestrictedFolder}",
                Expected: "«barometer run», «barometer reproduce» or the kernel of «barometer kernel install»",
                Got: "another notebook engine or a program",
                Hint: $"to explore in it, with access to the answers, set {Exploration.EnvironmentVariable}=1 before it starts, and store nothing"));
        }
    }
}
