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
