namespace Barometer.Evidence.Drafts.Judging;

/// <summary>A topic and how well the words of a claim name it, 0–1.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Score">How well.</param>
internal readonly record struct Named(Topic Topic, double Score);

/// <summary>
/// Which topics the words of a claim name. Rare words count more than common ones (the logarithm of how many topics have them); a topic's score is how much of
/// its name is there, how much of what is there is its name, and how much of its question is there.
/// </summary>
internal sealed class TopicSearch
{
    private const double OfName = 0.5;
    private const double OfText = 0.35;
    private const double OfQuestion = 0.15;
    private const double OfPart = 0.9;
    private const string Residual = "annen";
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal) { "innovasjon", "jobb", "stat", "virksomhet", "ny" };

    private readonly Dictionary<Language, Dictionary<string, double>> _rarity;
    private readonly Dictionary<Language, HashSet<string>> _around;
    private readonly Dictionary<(Topic, Language), Weighed> _topics;

    /// <summary>A search among topics.</summary>
    public TopicSearch(IReadOnlyList<Topic> topics)
    {
        Language[] languages = [Language.Nb, Language.En];
        _rarity = languages.ToDictionary(language => language, language =>
        {
            var names = topics.Select(topic => topic.Names[language]).DistinctBy(keys => string.Join(' ', keys.Order(StringComparer.Ordinal))).ToList();
            return names.SelectMany(keys => keys).GroupBy(key => key, StringComparer.Ordinal)
                .ToDictionary(key => key.Key, key => Math.Log(1 + ((double)names.Count / key.Count())), StringComparer.Ordinal);
        });
        _around = languages.ToDictionary(language => language, language => topics.SelectMany(topic => topic.Around[language]).ToHashSet(StringComparer.Ordinal));
        _topics = languages.SelectMany(language => topics.Select(topic => (topic, language))).ToDictionary(one => one, one => Weigh(one.topic, one.language));
    }

    /// <summary>Whether a key is in the name of any topic.</summary>
    public bool Knows(string key, Language language) => _rarity[language].ContainsKey(key);

    /// <summary>Whether a key says anything of what is measured: in a name, or in the words around one.</summary>
    public bool IsAbout(string key, Language language) => Knows(key, language) || _around[language].Contains(key);

    /// <summary>How well words name each of some topics, the best first; those that they don't name at all are left out.</summary>
    /// <param name="topics">The topics.</param>
    /// <param name="weights">The keys; 1 for words of the claim's own part of the sentence, less for those farther away.</param>
    /// <param name="groups">Those that name a group: «ved universitetene er andelen 91 prosent» is of what was spoken of, and names no partner.</param>
    /// <param name="language">Their language.</param>
    public List<Named> Rank(IEnumerable<Topic> topics, IReadOnlyDictionary<string, double> weights, IReadOnlySet<string> groups, Language language)
    {
        var rarity = _rarity[language];
        var said = weights.Where(one => rarity.ContainsKey(one.Key)).Select(one => (one.Key, Weight: one.Value * rarity[one.Key])).ToList();
        var told = said.Where(one => !groups.Contains(one.Key)).Sum(one => one.Weight) is > 0 and var own ? own : said.Sum(one => one.Weight);
        return told == 0 ? [] : [.. topics.Select(topic => new Named(topic, Score(topic, said, told, groups, language))).Where(one => one.Score > 0).OrderByDescending(one => one.Score)];
    }

    private double Score(Topic topic, List<(string Key, double Weight)> said, double told, IReadOnlySet<string> groups, Language language)
    {
        var (names, around) = (topic.Names[language], topic.Around[language]);
        double name = 0, question = 0;
        var isAsked = false;
        foreach (var (key, weight) in said)
        {
            if (names.Contains(key))
            {
                name += weight;
            }
            else if (around.Contains(key))
            {
                question += weight;
                isAsked |= !Everywhere.Contains(key);
            }
        }

        var whole = _topics[(topic, language)];
        if (name == 0 || whole.Name == 0)
        {
            return 0;
        }

        // «Annet» and «andre» are words of any text: only beside its question do they name an answer.
        if (!isAsked && names.Count == 1 && names.Contains(Residual))
        {
            return 0;
        }

        if (!isAsked && said.TrueForAll(one => !names.Contains(one.Key) || groups.Contains(one.Key)))
        {
            return 0;
        }

        // «Statlige» and «andre» stand in every text: alone they name none of the topics that have them.
        if (said.TrueForAll(one => !names.Contains(one.Key) || one.Key is Residual or "stat" or "virksomhet") && name / whole.Name < 0.6)
        {
            return 0;
        }

        // A question isn't repeated where its answer says enough; and little of a name, alone in a sentence, is little.
        // A part of a name names it where little else is said.
        var named = Math.Max(name / whole.Name, OfPart * Part(topic, said, language) * Math.Min(1, 0.1 + ((name + question) / told)));
        var asked = Math.Max(whole.Question == 0 ? named : Math.Min(1, 2 * question / whole.Question), 0.8 * named);
        return (OfName * named) + (OfText * Math.Min(1, 0.1 + (1.6 * named)) * Math.Min(1, (name + question) / told)) + (OfQuestion * asked);
    }

    // How well the best of the parts is named that a name joins by «eller».
    private double Part(Topic topic, List<(string Key, double Weight)> said, Language language) =>
        topic.Alternatives.GetValueOrDefault(language) is { Count: > 0 } parts
            ? parts.Where(part => part.All(key => said.Exists(one => one.Key == key))).Select(part => said.Where(one => part.Contains(one.Key)).Sum(one => one.Weight) / part.Sum(key => _rarity[language].GetValueOrDefault(key, 1))).DefaultIfEmpty(0).Max() : 0;

    private Weighed Weigh(Topic topic, Language language) => new(
        topic.Names[language].Sum(key => _rarity[language].GetValueOrDefault(key, 1)),
        topic.Around[language].Except(topic.Names[language]).Where(key => Knows(key, language)).Sum(key => _rarity[language][key]));

    private readonly record struct Weighed(double Name, double Question);
}
