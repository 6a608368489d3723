using System.Text.RegularExpressions;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// What a run keeps in the repository beside the notebooks: the documentation's copies of figures, by the same name, its list
/// of figures and tables, and their register and their numbers among the data. A run renews them, and <c>--check</c> fails when one differs.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="data">The data folder.</param>
internal sealed class StoredCopies(Repository repository, string data)
{
    private readonly string _register = Path.Combine(data, "releases", PackRegister.FileName);
    private readonly string _numbers = Path.Combine(data, "releases", ExhibitNumbers.FileName);

    // A clone without documentation has no list either.
    private bool KeepsIndex => Directory.Exists(Path.GetDirectoryName(repository.FigureIndex));

    /// <summary>Writes every copy again.</summary>
    /// <param name="outcomes">The notebooks, which made the figures.</param>
    /// <param name="pack">The evidence pack, which numbers figures and tables.</param>
    /// <param name="register">The register.</param>
    public void Renew(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack, IReadOnlyList<PackLine> register)
    {
        foreach (var (path, fresh) in StaleFigures(outcomes).Where(copy => copy.Fresh is not null))
        {
            File.WriteAllBytes(path, fresh!.Bytes);
        }

        if (KeepsIndex)
        {
            File.WriteAllText(repository.FigureIndex, PackRegister.Page(pack.Items));
        }

        File.WriteAllText(_register, PackRegister.Write(register));
        File.WriteAllText(_numbers, pack.NumberRegister);
    }

    /// <summary>What to say of each copy that differs from a fresh run, or that no notebook makes.</summary>
    public IEnumerable<string> FindStale(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack, IReadOnlyList<PackLine> register) =>
    [
        .. IsStored(_register, PackRegister.Write(register)) ? [] : new[] { $"data/releases/{PackRegister.FileName} differs from the register of a fresh run" },
        .. IsStored(_numbers, pack.NumberRegister) ? [] : new[] { $"data/releases/{ExhibitNumbers.FileName} differs from the numbers of a fresh run" },
        .. StaleFigures(outcomes).Select(copy => $"{repository.Tell(copy.Path)} differs from the figure of a fresh run"),
        .. !KeepsIndex || IsStored(repository.FigureIndex, PackRegister.Page(pack.Items)) ? [] : new[] { $"{repository.Tell(repository.FigureIndex)} differs from the list of a fresh run" },
    ];

    private static bool IsStored(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;

    private IEnumerable<(string Path, ArtifactFile? Fresh)> StaleFigures(IReadOnlyList<NotebookOutcome> outcomes)
    {
        if (!Directory.Exists(repository.DocumentFigures))
        {
            return [];
        }

        var made = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files())
            .DistinctBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, StringComparer.Ordinal);
        return
        [
            .. from path in Directory.EnumerateFiles(repository.DocumentFigures).Order(StringComparer.Ordinal)
               let fresh = made.GetValueOrDefault("figures/" + Path.GetFileName(path))
               where fresh is null || !FigureFile.ShowSame(File.ReadAllBytes(path), fresh.Bytes)
               select (path, fresh),
        ];
    }
}

/// <summary>Compares the outputs stored in notebooks with those of a fresh run.</summary>
internal static class StoredOutputs
{
    /// <summary>The notebooks whose file differs from the fresh run, each with the first cell that does.</summary>
    public static IReadOnlyList<string> FindStale(IEnumerable<NotebookOutcome> outcomes, Repository repository) =>
    [
        .. outcomes.Where(IsStale).Select(outcome => $"{repository.Tell(outcome.Result.Path)}: {FirstDifference(outcome)}"),
    ];

    private static bool IsStale(NotebookOutcome outcome) =>
        !PictureText.AreSame(File.ReadAllText(outcome.Result.Path), outcome.Result.Document.ToJson());

    private static string FirstDifference(NotebookOutcome outcome)
    {
        var stored = NotebookDocument.Read(outcome.Result.Path).Cells;
        var fresh = outcome.Result.Document.Cells;
        var differs = fresh.Zip(stored).FirstOrDefault(pair => !PictureText.AreSame(pair.Second.OutputText, pair.First.OutputText)).First;
        return differs is null
            ? "the file's form differs from a fresh run"
            : FormattableString.Invariant($"the stored output of cell {differs.Number} ({differs.Id}) differs from a fresh run");
    }
}

/// <summary>
/// A stored text, compared with a fresh one: every word as it stands, every picture by what it shows, since processors differ
/// in the last shade of an edge.
/// </summary>
internal static partial class PictureText
{
    /// <summary>Whether two notebooks, or two outputs, say and show the same.</summary>
    public static bool AreSame(string stored, string fresh) => stored == fresh
        || (Picture().Replace(stored, "") == Picture().Replace(fresh, "")
            && Pictures(stored).Zip(Pictures(fresh)).All(pair => AreSamePicture(pair.First, pair.Second)));

    // A text that was cut or edited need not be base64 any more: it is compared as it stands.
    private static bool AreSamePicture(string stored, string fresh) => stored == fresh
        || (Bytes(stored) is { } one && Bytes(fresh) is { } other && FigureFile.ShowSame(one, other));

    private static IEnumerable<string> Pictures(string json) => Picture().Matches(json).Select(match => match.Value);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex("(?<=\"image/png\": ?\")[A-Za-z0-9+/=]+(?=\")")]
    private static partial Regex Picture();
}
