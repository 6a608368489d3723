using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Barometer.Evidence.Pack;

/// <summary>
/// The register of the evidence pack: every figure and table with its number there, one a line. A reproduction writes it,
/// and hands its own to notebooks that show what the pack holds, which run after the others.
/// </summary>
public static class PackRegister
{
    /// <summary>The register's name in the folder of releases, and in that of a reproduction.</summary>
    public const string FileName = "exhibits.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The register's text.</summary>
    internal static string Write(IEnumerable<PackItem> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return "[\n" + string.Join(",\n", items.Select(item => JsonSerializer.Serialize(Line(item, seen), Form))) + "\n]\n";
    }

    /// <summary>The register of the reproduction that is under way, or else of the last one.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">There is none yet, or it can't be read.</exception>
    internal static IReadOnlyList<PackLine> Read(string data)
    {
        var path = ReleaseJournal.Folder is { } folder && File.Exists(Path.Combine(folder, FileName))
            ? Path.Combine(folder, FileName)
            : Path.Combine(data, "releases", FileName);
        if (!File.Exists(path))
        {
            throw Unreadable("There is no register of figures and tables yet");
        }

        try
        {
            return JsonSerializer.Deserialize<PackLine[]>(File.ReadAllText(path), Form) ?? [];
        }
        catch (JsonException)
        {
            throw Unreadable("The register of figures and tables can't be read");
        }
    }

    private static PackLine Line(PackItem item, HashSet<string> seen) => new(
        item.Label,
        item.Picture is not null,
        item.Title,
        item.Notebook,
        item.CellId,
        item.File,
        NumberReader.Read(item.Numbers).Count(number => seen.Add(number.Id)),
        PackStatuses.Of(item.Numbers.Stamp));

    private static BarometerException Unreadable(string what) =>
        new(new Problem(what, File: "data/releases/" + FileName, Hint: "barometer reproduce writes it"));
}
