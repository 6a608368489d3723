using System.Text.Json;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Which delivery of a survey's answers was read, as its <c>delivery.json</c> says it: what outputs name as their origin. A digest of the
/// answers in its place would let anybody test a guess at all of them.
/// </summary>
/// <param name="Name">What was delivered, and by whom.</param>
/// <param name="Version">Its version; of the synthetic stand-in that of the model.</param>
/// <param name="Date">The day it was delivered, or the model last changed.</param>
internal sealed record Delivery(LocalizedText Name, string Version, DateOnly Date)
{
    /// <summary>The file beside a survey's answers.</summary>
    public const string FileName = "delivery.json";

    private const string DateForm = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What stands where nobody has said which delivery it is.</summary>
    public static LocalizedText NotSaid { get; } = new("leveringen er ikke oppgitt", "the delivery is not stated");

    /// <summary>In words: «Svar laget av modellen, versjon 1 (2026-11-29)».</summary>
    public LocalizedText Words => new($"{Name.Nb}, versjon {Version} ({Told})", $"{Name.En}, version {Version} ({Told})");

    /// <summary>The date in the form of the file.</summary>
    public string Told => Date.ToString(DateForm, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The delivery of a survey's folder; null where nobody has said which it is.</summary>
    /// <exception cref="BarometerException">The file is there and says something else.</exception>
    public static Delivery? Find(SurveyFolder folder)
    {
        if (!File.Exists(folder.Delivery))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Document>(File.ReadAllBytes(folder.Delivery), Form) is { Name: { Length: > 0 } name, Version: { Length: > 0 } version, Date: { } date }
                document ? new Delivery(new LocalizedText(name, document.NameEn ?? name), version, date) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BarometerException(new Problem(
                "It can't be read which delivery the answers are",
                folder.Display(folder.Delivery),
                Expected: $$"""{ "name": "…", "nameEn": "…", "version": "…", "date": "{{DateForm}}" }""",
                Hint: "docs: data/README.md, «Put real answers in their place»"));
        }
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Document(Name.Nb, Name.En, Version, Date), Form) + "\n";

    private sealed record Document(string? Name, string? NameEn, string? Version, DateOnly? Date);
}
