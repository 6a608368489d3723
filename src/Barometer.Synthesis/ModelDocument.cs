using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>A model as it stands in <c>data/synthesis/</c>; data/README.md describes the properties. Shares are per cent, factors standard deviations.</summary>
internal sealed record ModelDocument(
    string? Survey, SeedsDocument? Seeds, string? PopulationOf, PopulationDocument? Population, SampleDocument? Sample, IReadOnlyList<QuestionDocument>? Questions)
{
    /// <summary>Reads the model of a survey as it stands.</summary>
    /// <exception cref="BarometerException">There is none, it is no JSON, or it has a property that isn't understood.</exception>
    public static ModelDocument Read(string dataRoot, string survey)
    {
        var name = Name(survey);
        return DeclaredJson.ReadFile<ModelDocument>(Path.Combine(dataRoot, SyntheticModel.Folder, survey + ".json"), name, "The synthetic model cannot be read", new Problem(
            $"There is no synthetic model of «{survey}»", name, Expected: "declared margins in JSON", Hint: "data/README.md, «Synthetic answers»"));
    }

    /// <summary>The name that messages use for a survey's model.</summary>
    public static string Name(string survey) => $"{DataFolder.Name}/{SyntheticModel.Folder}/{survey}.json";
}

internal sealed record SeedsDocument(ulong? Response, ulong? Answers);

internal sealed record PopulationDocument(
    ulong? Seed,
    IdentifiersDocument? Organisations,
    IdentifiersDocument? Units,
    GroupsDocument? Groups,
    SizesDocument? Sizes,
    AreasDocument? Areas,
    RegionsDocument? Regions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? Others);

internal sealed record IdentifiersDocument(string? Variable, string? Prefix, int? Digits, decimal? Spread);

internal sealed record GroupsDocument(string? Variable, IReadOnlyList<GroupDocument>? Codes);

internal sealed record GroupDocument(
    string? Code, int? Organisations, IReadOnlyList<int>? Units, decimal? Response, decimal? Capacity, decimal? Openness, int? Unevenness, decimal? InFirstRegion);

internal sealed record SizesDocument(string? Variable, string? Number, int? UpTo, IReadOnlyList<SizeDocument>? Codes);

internal sealed record SizeDocument(string? Code, int? From, decimal? Sampling, decimal? Response, decimal? Capacity);

internal sealed record AreasDocument(string? Variable, string? HeadedBy, decimal? Spread, IReadOnlyDictionary<string, int>? Weights);

internal sealed record RegionsDocument(string? Variable, decimal? AtMainOffice, IReadOnlyDictionary<string, int>? Weights);

internal sealed record SampleDocument(
    string? Of, int? Invited, int? Answered, int? Fewest, IReadOnlyDictionary<string, int>? AnsweredOf, decimal? Spread, PanelDocument? Panel);

internal sealed record PanelDocument(string? Of, decimal? Share);

internal sealed record QuestionDocument(
    string? Variable,
    string? Rest,
    IReadOnlyDictionary<string, decimal>? Shares,
    decimal? Capacity,
    decimal? Openness,
    decimal? DontKnow,
    bool DontKnowTogether,
    decimal? NotRelevant,
    decimal? NoAnswer);
