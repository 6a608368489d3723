namespace Barometer.Analysis.Loading;

/// <summary>Finds the repository's data folder: the one that holds <c>codebook/</c>.</summary>
public static class DataFolder
{
    /// <summary>The folder's name in the repository.</summary>
    public const string Name = "data";

    /// <summary>The data folder of the repository that <paramref name="start"/> lies in, as a full path.</summary>
    /// <param name="start">The repository's root or any folder in it.</param>
    /// <exception cref="BarometerException">Neither the folder nor any above it holds <c>data/codebook</c>.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(Path.Combine(data, SurveyFolder.CodebookFolder)))
            {
                return data;
            }
        }

        throw new BarometerException(new Problem(
            "There is no data folder here or above",
            Expected: $"{Name}/{SurveyFolder.CodebookFolder} in the repository",
            Hint: "start in the repository's folder"));
    }
}
