namespace Barometer.Evidence;

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
