using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Barometer.Evidence.Pack;

/// <summary>
/// The pack's numbers as JSON, for programs: every number of every release, those of figures and tables first. One that may not be
/// shown has no number, and says so. The form is described by docs/evidence.schema.json.
/// </summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
    };

    /// <summary>The text of <c>evidence.json</c>.</summary>
    public static string Write(EvidenceDocument document) => JsonSerializer.Serialize(document, Form) + "\n";

    /// <summary>Reads an <c>evidence.json</c> that an earlier reproduction wrote.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="BarometerException">It is something else.</exception>
    public static EvidenceDocument Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<EvidenceDocument>(json, Form) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BarometerException(new Problem(
                "The numbers of the evidence pack can't be read", File: "artifacts/" + EvidencePack.NumbersFile, Hint: "barometer reproduce writes them"));
        }
    }
}

/// <summary>All numbers of a pack.</summary>
/// <param name="Title">What they are of.</param>
/// <param name="Code">The version of the code that made them.</param>
/// <param name="Edition">The last edition; null while nothing is published.</param>
/// <param name="Data">Which deliveries of answers they were made of.</param>
/// <param name="Weightings">How answers are weighted, by the keys that numbers name.</param>
/// <param name="Intervals">How limits are made, by the keys that numbers name.</param>
/// <param name="Numbers">The numbers.</param>
internal sealed record EvidenceDocument(
    LocalizedText Title,
    EvidenceCode Code,
    EvidenceEdition? Edition,
    IReadOnlyList<EvidenceDelivery> Data,
    IReadOnlyDictionary<string, EvidenceWeighting> Weightings,
    IReadOnlyDictionary<string, EvidenceInterval> Intervals,
    IReadOnlyList<EvidenceNumber> Numbers)
{
    /// <summary>The document of a pack's figures and tables, and of the releases beside them.</summary>
    /// <param name="items">The figures and tables.</param>
    /// <param name="releases">Everything that was released, with the notebook that did.</param>
    /// <param name="origin">What the numbers were made with.</param>
    public static EvidenceDocument Of(IReadOnlyList<PackItem> items, IReadOnlyList<(string Notebook, Released<ReleasedTable> Table)> releases, PackOrigin origin)
    {
        var version = typeof(Survey).Assembly.GetName().Version!.ToString(3);
        var methods = releases.Select(one => one.Table.Content).Concat(items.SelectMany(item => item.Exhibit.Numbers.Content.Estimates).Select(one => one.Content))
            .Where(table => table.Method is not null).DistinctBy(table => table.Method!.Weighting.Key, StringComparer.Ordinal)
            .ToDictionary(table => table.Method!.Weighting.Key, table => EvidenceWeighting.Of(table.Method!.Weighting, table.Weighting), StringComparer.Ordinal);
        IReadOnlyList<EvidenceNumber> numbers = [.. Numbered(items, releases).Select(number => number with { CodeVersion = origin.Commit ?? version })];
        var called = PublicationTitle.Read(origin.Data);
        return new EvidenceDocument(
            new($"{called.Nb}: tall", $"{called.En}: numbers"),
            new EvidenceCode(version, origin.Commit),
            origin.Edition is { } edition ? new EvidenceEdition(edition.Last.Number, edition.Last.Told, edition.Last.Commit, edition.Last.Policy, edition.Last.Erratum, edition.Published) : null,
            [.. SurveyCatalog.List(origin.Data).Where(survey => numbers.Any(number => number.Release.Survey == survey)).Select(survey => EvidenceDelivery.Of(SurveyFolder.Locate(origin.Data, survey)))],
            new SortedDictionary<string, EvidenceWeighting>(methods, StringComparer.Ordinal),
            new SortedDictionary<string, EvidenceInterval>(
                numbers.Select(number => number.IntervalMethod).OfType<string>().Distinct().ToDictionary(name => name, Pack.Intervals.Find, StringComparer.Ordinal), StringComparer.Ordinal),
            numbers);
    }

    // What is worked out from releases that weight in one way is weighted so.
    private static IEnumerable<EvidenceNumber> Numbered(IReadOnlyList<PackItem> items, IReadOnlyList<(string Notebook, Released<ReleasedTable> Table)> releases)
    {
        var weightingOf = releases.DistinctBy(one => one.Table.Stamp.Id).ToDictionary(one => one.Table.Stamp.Id, one => one.Table.Content.Method?.Weighting.Key, StringComparer.Ordinal);
        var shown = items.SelectMany(item => EvidenceNumbers.Of(item.Exhibit.Numbers), (item, number) => number with
        {
            Exhibit = item.Label,
            Notebook = item.Exhibit.Notebook,
            CellId = item.Exhibit.CellId,
            Weighting = number.Weighting ?? (number.DerivedFrom.Select(id => weightingOf.GetValueOrDefault(id)).Distinct().ToList() is [var only] ? only : null),
        });
        return shown
            .Concat(releases.SelectMany(one => EvidenceNumbers.Of(one.Table).Select(number => number with { Notebook = one.Notebook })))
            .DistinctBy(number => number.Id, StringComparer.Ordinal);
    }
}

/// <summary>The version of the code.</summary>
/// <param name="Version">The library's.</param>
/// <param name="Commit">In version control; null when it isn't known.</param>
internal sealed record EvidenceCode(string Version, string? Commit);

/// <summary>An edition.</summary>
/// <param name="Number">1, 2, ….</param>
/// <param name="Date">The day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Commit">The version of the code.</param>
/// <param name="Policy">The version of the policy.</param>
/// <param name="Erratum">Why it corrects what was published before; null when it doesn't.</param>
/// <param name="Releases">The releases that are published; all others are drafts.</param>
internal sealed record EvidenceEdition(int Number, string Date, string Commit, string Policy, string? Erratum, IReadOnlyList<string> Releases);

/// <summary>A delivery of a survey's answers.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Name">What was delivered; null where nobody has said.</param>
/// <param name="Version">Its version; of the synthetic stand-in that of the model.</param>
/// <param name="Date">The day, <c>yyyy-MM-dd</c>.</param>
/// <param name="IsSynthetic">Whether the answers are the synthetic stand-in.</param>
internal sealed record EvidenceDelivery(string Survey, LocalizedText? Name, string? Version, string? Date, [property: JsonPropertyName("synthetic")] bool IsSynthetic)
{
    /// <summary>What is in a survey's folder.</summary>
    public static EvidenceDelivery Of(SurveyFolder folder)
    {
        var delivery = Delivery.Find(folder);
        return new EvidenceDelivery(folder.Id, delivery?.Name, delivery?.Version, delivery?.Told, folder.IsSynthetic);
    }
}

/// <summary>How answers are weighted.</summary>
/// <param name="Label">In words.</param>
/// <param name="IsWeighted">Whether answers count differently.</param>
/// <param name="Base">What base weights are: <c>respondents</c> (population over answers, N/r), <c>invited</c> or <c>variable</c>; null where every answer counts once.</param>
/// <param name="Strata">The variables whose crossing gives the strata.</param>
/// <param name="Steps">The steps after the base weights, in their order.</param>
/// <param name="Variance">Where variances come from: <c>linearised</c> or <c>replicates</c>.</param>
/// <param name="HasFinitePopulation">Whether variances are corrected for the finite population.</param>
internal sealed record EvidenceWeighting(
    LocalizedText Label, bool IsWeighted, string? Base, IReadOnlyList<string> Strata, IReadOnlyList<EvidenceWeightStep> Steps, string Variance, bool HasFinitePopulation)
{
    /// <summary>A weighting in the form of the file.</summary>
    public static EvidenceWeighting Of(WeightingMethod method, LocalizedText words) => new(
        words,
        method.IsWeighted,
        method.IsWeighted && method.Steps[0].Basis is { } basis ? CodeName.Of(basis) : null,
        method.Strata,
        [.. method.Steps.Skip(1).Select(step => new EvidenceWeightStep(CodeName.Of(step.Kind), [.. step.Variables.Split([", ", " × "], StringSplitOptions.RemoveEmptyEntries)]))],
        method.IsReplicated ? "replicates" : "linearised",
        method.HasFinitePopulation);
}

/// <summary>A step in the making of weights.</summary>
/// <param name="Kind">What was done: <c>raking</c>, <c>trimming</c>, ….</param>
/// <param name="Variables">With which variables.</param>
internal sealed record EvidenceWeightStep(string Kind, IReadOnlyList<string> Variables);
