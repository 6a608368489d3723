namespace Barometer.Evidence.Drafts.Judging;

/// <summary>A topic and how well the words of a claim name it, 0–1.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Score">How well.</param>
internal readonly record struct Named(Topic Topic, double Score);

/// <summary>The words of a claim: each key with its weight, and those of its own part of the sentence.</summary>
/// <param name="Weights">The keys; 1 for words of its own part, less for those farther away.</param>
/// <param name="Own">The keys of its own part.</param>
/// <param name="Language">The language.</param>
internal sealed record ClaimWords(IReadOnlyDictionary<string, double> Weights, IReadOnlySet<string> Own, Language Language);

/// <summary>
/// Which topics the words of a claim name. Rare words count more than common ones (the logarithm of how many topics have them); a topic's score is how much of
/// its name is there, how much of what is there is its name, and how much of its question is there.
/// </summary>
internal sealed class TopicSearch
{
    private const double OfName = 0.5;
    private const double OfText = 0.35;
    private const double OfQuestion = 0.15;

    private readonly Dictionary<Language, Dictionary<string, double>> _rarity;

    /// <summary>A search among topics.</summary>
    public TopicSearch(IReadOnlyList<Topic> topics)
    {
        _rarity = new[] { Language.Nb, Language.En }.ToDictionary(language => language, language =>
        {
            var names = topics.Select(topic => topic.Names[language]).DistinctBy(keys => string.Join(' ', keys.Order(StringComparer.Ordinal))).ToList();
            return names.SelectMany(keys => keys).GroupBy(key => key, StringComparer.Ordinal)
                .ToDictionary(key => key.Key, key => Math.Log(1 + ((double)names.Count / key.Count())), StringComparer.Ordinal);
        });
    }

    /// <summary>Whether a key is in the name of any topic.</summary>
    public bool Knows(string key, Language language) => _rarity[language].ContainsKey(key);

    /// <summary>How well words name a topic.</summary>
    public double Score(Topic topic, ClaimWords words)
    {
        var (names, around) = (topic.Names[words.Language], topic.Around[words.Language]);
        var whole = names.Sum(key => Rarity(key, words.Language));
        if (whole == 0)
        {
            return 0;
        }

        var named = names.Sum(key => Rarity(key, words.Language) * words.Weights.GetValueOrDefault(key)) / whole;
        var said = words.Weights.Where(one => Knows(one.Key, words.Language)).ToList();
        var told = said.Sum(one => one.Value * Rarity(one.Key, words.Language));
        var explained = said.Where(one => names.Contains(one.Key) || around.Contains(one.Key)).Sum(one => one.Value * Rarity(one.Key, words.Language));
        var question = around.Except(names).Where(key => Knows(key, words.Language)).ToList();
        var asked = question.Count == 0 ? named : Math.Min(1, 2 * question.Sum(key => Rarity(key, words.Language) * words.Weights.GetValueOrDefault(key)) / question.Sum(key => Rarity(key, words.Language)));
        return named == 0 ? 0 : (OfName * named) + (OfText * (told == 0 ? 0 : explained / told)) + (OfQuestion * asked);
    }

    private double Rarity(string key, Language language) => _rarity[language].GetValueOrDefault(key, 1);
}
