namespace Barometer.Analysis.Loading;

/// <summary>The surveys there are in a data folder.</summary>
public static class SurveyCatalog
{
    /// <summary>The ids of the surveys that have a codebook, in ordinal order.</summary>
    /// <param name="dataRoot">The data folder.</param>
    public static IReadOnlyList<string> List(string dataRoot)
    {
        var folder = Path.Combine(dataRoot, SurveyFolder.CodebookFolder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The codebooks of these surveys, in the same order.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <exception cref="BarometerException">A codebook is wrong.</exception>
    public static IReadOnlyList<Codebook> Codebooks(string dataRoot) =>
        [.. List(dataRoot).Select(id => CodebookReader.Read(Path.Combine(dataRoot, SurveyFolder.CodebookFolder, id + ".json")))];
}
