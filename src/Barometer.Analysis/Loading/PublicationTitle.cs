using System.Text.Json;

namespace Barometer.Analysis.Loading;

/// <summary>What is made of all surveys together: what the site, the evidence pack and its numbers are called. It stands in <c>publication.json</c> of the data folder.</summary>
internal static class PublicationTitle
{
    /// <summary>The file's name.</summary>
    public const string FileName = "publication.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Reads it; without the file it is called by the surveys' titles, each without its level.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <exception cref="BarometerException">The file is there and says something else, or a codebook is wrong.</exception>
    public static LocalizedText Read(string dataRoot)
    {
        var path = Path.Combine(dataRoot, FileName);
        if (!File.Exists(path))
        {
            var titles = SurveyCatalog.Codebooks(dataRoot).Select(codebook => codebook.Title).Select(title => new LocalizedText(title.Nb.Split(',')[0], title.En.Split(',')[0])).Distinct().ToList();
            return new(string.Join(" og ", titles.Select(title => title.Nb)), string.Join(" and ", titles.Select(title => title.En)));
        }

        try
        {
            return JsonSerializer.Deserialize<Document>(File.ReadAllBytes(path), Form) is { Title: { Length: > 0 } title, TitleEn: { Length: > 0 } english }
                ? new(title, english) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BarometerException(new Problem(
                "It can't be read what the publication is called", $"{DataFolder.Name}/{FileName}", Expected: """{ "title": "…", "titleEn": "…" }""", Got: "something else", Hint: "data/README.md, «The codebooks»"));
        }
    }

    private sealed record Document(string? Title, string? TitleEn);
}
