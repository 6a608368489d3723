namespace Barometer.Notebooks.Running;

/// <summary>The folder that paths in outputs are told from.</summary>
internal static class RepositoryFolder
{
    /// <summary>The nearest folder with a <c>.git</c> at or above <paramref name="folder"/>, or else that folder.</summary>
    public static string Around(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Combine(at.FullName, ".git")))
            {
                return at.FullName;
            }
        }

        return folder;
    }
}
