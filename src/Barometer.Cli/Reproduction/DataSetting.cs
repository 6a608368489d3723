namespace Barometer.Cli.Reproduction;

/// <summary>
/// Tells the notebooks' workbenches which data folder to open, as long as it lives. Notebooks load a library of their
/// own and share nothing with the program but the environment.
/// </summary>
internal sealed class DataSetting : IDisposable
{
    private const string Variable = "BAROMETER_DATA";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public DataSetting(string data) => Environment.SetEnvironmentVariable(Variable, data);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);
}
