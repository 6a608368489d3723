using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>How the synthetic stand-in of one survey is made: its population, its sample and its answers.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="ResponseSeed">What the draws of who is asked and who answers start from.</param>
/// <param name="AnswerSeed">What the draws of answers start from.</param>
/// <param name="Population">The population; surveys may share it.</param>
/// <param name="Sample">Who is asked and who answers.</param>
/// <param name="Questions">The questions, in any order: the codebook decides who is asked.</param>
internal sealed record SyntheticModel(string Survey, ulong ResponseSeed, ulong AnswerSeed, Population Population, SampleModel Sample, IReadOnlyList<Question> Questions)
{
    /// <summary>The folder of the models in the data folder.</summary>
    public const string Folder = "synthesis";

    /// <summary>The same model from another seed: other agencies, workplaces and answers, by the same numbers.</summary>
    /// <param name="seed">The population's seed, with which the others move; null for the model as it is.</param>
    public SyntheticModel From(ulong? seed) => seed is not { } other ? this : this with
    {
        Population = Population with { Seed = other },
        ResponseSeed = unchecked(ResponseSeed + other - Population.Seed),
        AnswerSeed = unchecked(AnswerSeed + other - Population.Seed),
    };

    /// <summary>The ids of the surveys that have a model, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string dataRoot) => Path.Combine(dataRoot, Folder) is var folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];
}

/// <summary>
/// How one question is answered. A respondent's score is <c>Capacity·θ + Openness·ω + 100·ε</c> in hundredths, and the
/// scores are cut so that the weighted shares of the answers are the wanted ones.
/// </summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Answers">The codes from the lowest score to the highest.</param>
/// <param name="PerMille">
/// The wanted share of each answer but the first, which takes the rest; in thousandths of the weighted base, «don't know»
/// and «not relevant» included.
/// </param>
/// <param name="Capacity">The loading on the capacity factor θ, in hundredths.</param>
/// <param name="Openness">The loading on the openness factor ω, in hundredths.</param>
internal sealed record Question(string Variable, string[] Answers, int[] PerMille, int Capacity, int Openness)
{
    /// <summary>How many in 1000 say they don't know.</summary>
    public int DontKnow { get; init; }

    /// <summary>Whether a respondent who doesn't know says so to the whole battery.</summary>
    public bool DontKnowTogether { get; init; }

    /// <summary>How many in 1000 find it not relevant.</summary>
    public int NotRelevant { get; init; }

    /// <summary>How many in 1000 leave it, and with it the battery it belongs to, unanswered.</summary>
    public int NoAnswer { get; init; }
}

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
