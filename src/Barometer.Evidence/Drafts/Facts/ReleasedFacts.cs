using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Facts;

/// <summary>The numbers of an evidence pack as facts: each number once, as the survey's main weighting has it, and unweighted beside it.</summary>
/// <param name="pack">The pack's numbers.</param>
/// <param name="codebooks">The surveys' codebooks.</param>
/// <param name="crosswalks">How the surveys' questions stand to each other: what is asked again is one topic of several years.</param>
internal sealed partial class ReleasedFacts(EvidenceDocument pack, IReadOnlyList<Codebook> codebooks, IReadOnlyList<Crosswalk> crosswalks)
{
    private const string Top = "top2";
    private static readonly string[] Measures = ["share", "count", "balance", "difference", EvidenceNumber.Rank];
    private static readonly string[] Denial = ["Ingen", "Nei"];
    private static readonly string[] Affirmation = ["Ja", "Yes"];
    private static readonly Language[] Languages = [Language.Nb, Language.En];

    private readonly Dictionary<string, Codebook> _codebooks = codebooks.ToDictionary(codebook => codebook.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    /// <summary>Every released number of a kind that drafts speak of, as it stands in its release.</summary>
    public IEnumerable<Fact> Every() => Told().Select(Of);

    /// <summary>Each number once.</summary>
    public IEnumerable<Fact> Numbers()
    {
        var numbers = Told().ToList();
        var mains = numbers.Where(number => number.Weighting is { } key && IsWeighted(key)).GroupBy(number => number.Release.Survey)
            .ToDictionary(survey => survey.Key, survey => survey.GroupBy(number => number.Weighting).MaxBy(weighting => weighting.Count())!.Key, StringComparer.Ordinal);
        // One number stands in many releases: that of the main weighting, shown before hidden.
        var facts = numbers
            .GroupBy(number => (number.Release.Survey, number.Measure, number.Outcome!.Variable, number.Outcome.Code, IsWeighted(number), string.Join('+', number.Groups.Select(group => $"{group.Variable}={group.Code}")), BaseOf(number)))
            .Select(same => Of(same.OrderBy(number => number.Weighting is { } key && IsWeighted(key) && mains.GetValueOrDefault(number.Release.Survey) != key).ThenBy(number => number.Value is null).First())).ToList();
        return facts.Concat(Affirmed(facts)).Concat(Alike(facts));
    }

    // «Fremmet i noen eller stor grad»: the answers of an item that begin with the same word, together.
    private IEnumerable<Fact> Alike(List<Fact> facts) =>
        from fact in facts
        let label = Asked(fact) is { Battery: not null } ? LabelOf(fact) : null
        where label is not null && fact.Measure == "share" && label.Contains(" i ", StringComparison.Ordinal)
        let word = label.Split(' ')[0]
        group fact by (fact.Topic.Variable, fact.Base, Year: fact.Years is [var year, ..] ? year : 0, fact.IsWeighted, word, string.Join('+', fact.Groups)) into parts
        where parts.Count() > 1
        let topic = parts.First().Topic with
        {
            Key = $"{parts.First().Topic.Key}+",
            Code = null,
            Family = $"{parts.First().Topic.Family}+",
            Names = Languages.ToDictionary(language => language, language => (IReadOnlySet<string>)parts.Select(part => part.Topic.Names[language]).Aggregate((a, b) => a.Intersect(b).ToHashSet(StringComparer.Ordinal))),
        }
        select Sum([.. parts], topic);

    private Fact Sum(List<Fact> parts, Topic topic) => parts[0] with
    {
        Topic = _topics.TryGetValue(topic.Key, out var known) ? known : _topics[topic.Key] = topic,
        Value = parts.Any(part => part.IsHidden) ? null : parts.Sum(part => part.Value),
        Least = parts.Sum(part => part.Least),
        Most = parts.Sum(part => part.Most),
        Interval = parts.Count == 1 ? parts[0].Interval : null,
        IsHidden = parts.Any(part => part.IsHidden),
        Told = parts.Count == 1 ? parts[0].Told : new(string.Join(" + ", parts.Select(part => part.Told.Nb)), string.Join(" + ", parts.Select(part => part.Told.En))),
    };

    // «Har evaluert»: the answers that begin with «ja», together. The shares of one question add up.
    private IEnumerable<Fact> Affirmed(List<Fact> facts) =>
        from fact in facts
        let label = LabelOf(fact)
        where label is not null && fact.Measure == "share" && Affirmation.Any(word => label.StartsWith(word + ",", StringComparison.Ordinal))
        group fact by (fact.Topic.Family, fact.Base, Year: fact.Years is [var year, ..] ? year : 0, fact.IsWeighted, string.Join('+', fact.Groups)) into parts
        let first = parts.First()
        let topic = first.Topic with { Key = parts.Key.Family + "=yes+", Code = null, Names = NamesOf(first.Topic), Words = new(first.Topic.Words.Nb.Split(':')[0], first.Topic.Words.En.Split(':')[0]) }
        select Sum([.. parts], topic);

    private string? LabelOf(Fact fact) => Asked(fact)?.Categories.FirstOrDefault(category => category.Code == fact.Topic.Code)?.Label.Nb;

    private Variable? Asked(Fact fact) => _codebooks.GetValueOrDefault(fact.Topic.Key.Split('/')[0])?.Variables.FirstOrDefault(variable => variable.Name == fact.Topic.Variable);

    private IReadOnlyDictionary<Language, IReadOnlySet<string>> NamesOf(Topic topic) => Lexicon.Default.KeysOf(_codebooks[topic.Key.Split('/')[0]][topic.Variable].Label);

    private IEnumerable<EvidenceNumber> Told() =>
        pack.Numbers.Where(number => Measures.Contains(number.Measure) && number.Outcome is not null && number.Groups.All(group => group.Reference is null)).Select(OfWave);

    // A share of one year beside another's is that survey's.
    private EvidenceNumber OfWave(EvidenceNumber number) => number.Groups.FirstOrDefault(group => _codebooks.ContainsKey(group.Code)) is { } wave
        ? number with { Release = number.Release with { Survey = wave.Code }, Groups = [.. number.Groups.Where(group => group != wave)] } : number;

    // The survey in which a question was first asked, and what it was called there.
    private (string Survey, string Variable, bool IsSame) First(EvidenceNumber number)
    {
        var (survey, name) = (number.Release.Survey, number.Outcome?.Variable ?? "");
        return crosswalks.FirstOrDefault(one => one.To == survey) is { } crosswalk && crosswalk.First(name) is var first && (_codebooks[crosswalk.From].Variables.Any(variable => variable.Name == first) || number.Measure == "count")
            ? (crosswalk.From, first, crosswalk.Of(first).IsComparable) : (survey, name, true);
    }

    private bool IsWeighted(string key) => pack.Weightings.GetValueOrDefault(key)?.IsWeighted ?? true;

    private bool IsWeighted(EvidenceNumber number) => number.Measure == "count" || number.Outcome!.Code is null || number.Weighting is not { } key || IsWeighted(key);

    private Fact Of(EvidenceNumber number)
    {
        var half = (number.Steps?.Value ?? 0.001m) / 2;
        var value = number.Value;
        return new Fact(number.Id, TopicOf(number))
        {
            Value = value,
            Least = (value ?? 0) - (number.Measure == "count" ? 0 : half),
            Most = (value ?? 0) + (number.Measure == "count" ? 0 : half),
            Decimals = number.IsPercent ? Math.Max(0, Places(number.Steps?.Value ?? 0.001m) - 2) : 0,
            Interval = number is { Lower: { } lower, Upper: { } upper } ? (lower, upper) : null,
            Answers = number.Respondents,
            Measure = number.Measure,
            Groups = [.. number.Groups.Select(group => (group.Variable, group.Code))],
            Sector = Sector.State,
            Counted = Of(number.Release)?.Unit.Kind ?? UnitKind.Other,
            Years = Of(number.Release)?.Year is { } year ? [year] : [],
            Base = BaseOf(number),
            IsOfSome = number.Population?.AskedIf is not null || number.Population?.Domain.Count > 0,
            IsSynthetic = number.IsSynthetic,
            IsWeighted = IsWeighted(number),
            IsHidden = value is null,
            Source = new($"frigitt «{number.Release.Id}»{(number.Exhibit is { } nb ? $", {nb.Nb}" : "")}: {number.Definition.Nb}", $"released “{number.Release.Id}”{(number.Exhibit is { } en ? $", {en.En}" : "")}: {number.Definition.En}"),
            Told = new(Told(number, Language.Nb), Told(number, Language.En)),
        };
    }

    private Codebook? Of(EvidenceRelease release) => codebooks.FirstOrDefault(codebook => codebook.Id == release.Survey);

    // One for all years of a question that can be compared.
    private string BaseOf(EvidenceNumber number) => string.Join(
        '|', [First(number) is { IsSame: true, Survey: var survey } ? survey : number.Release.Survey, number.Population?.Label.Nb ?? "", number.Population?.Answers ?? "", number.Population?.AskedIf?.Label.Nb ?? "", .. number.Population?.Domain.Select(one => one.Label.Nb) ?? []]);

    private static string Told(EvidenceNumber number, Language language)
    {
        var format = NumberFormat.For(language);
        if (number.Value is not { } value)
        {
            return language == Language.Nb ? "kan ikke offentliggjøres" : "may not be published";
        }

        var places = Math.Max(0, Places(number.Steps?.Value ?? 0.001m) - 2);
        var told = number.Measure is "share" ? format.Percent((double)value, places) : number.IsPercent ? format.PercentagePoints((double)value, places) : format.Number(value, 0);
        var interval = number is { Lower: { } lower, Upper: { } upper } && number.IsPercent
            ? $"{(language == Language.Nb ? "KI" : "CI")} {format.Range((double)lower * 100, (double)upper * 100)}" : null;
        var answers = number.Respondents is { } n && number.Measure != "count" ? $"n\u00A0=\u00A0{format.Number(n, 0)}" : null;
        var beside = string.Join(", ", new[] { interval, answers }.OfType<string>());
        return beside.Length == 0 ? told : $"{told} ({beside})";
    }

    private static int Places(decimal step) => step switch { >= 1 => 0, >= 0.1m => 1, >= 0.01m => 2, >= 0.001m => 3, _ => 4 };

    private Topic TopicOf(EvidenceNumber number)
    {
        var outcome = number.Outcome!;
        var isRate = outcome is { Variable: "answered", Code: null } && number.Measure == "share";
        var (survey, name, _) = First(number);
        var key = $"{survey}/{name}={outcome.Code}{(isRate ? "/rate" : "")}";
        if (_topics.TryGetValue(key, out var topic))
        {
            return topic;
        }

        var codebook = _codebooks.GetValueOrDefault(survey);
        var variable = codebook?.Variables.FirstOrDefault(one => one.Name == name);
        var (names, around) = isRate ? (new("Svarandel, svarte", "Response rate, responded"), new("inviterte", "invited")) : Words(number, codebook, variable);
        var isActivity = variable is { Battery: null, Routing: null } && outcome.Code == EstimateWording.Yes && Lexicon.Default.KeysOf(variable.Label.Nb, Language.Nb).SetEquals(["innovasjon", "jobb"]);
        var denies = Denial.Any(word => outcome.Label.Nb.StartsWith(word, StringComparison.Ordinal)) && outcome.Code is not null;
        return _topics[key] = new Topic(key)
        {
            Variable = name,
            Code = outcome.Code,
            Family = variable is { Battery: { } battery } ? $"{survey}/{battery}={outcome.Code}" : $"{survey}/{name}",
            Names = Languages.ToDictionary(language => language, language => Named(names.In(language), denies, codebook, variable, language)),
            Alternatives = Languages.ToDictionary(language => language, IReadOnlyList<IReadOnlySet<string>> (language) => Alternatives(names.In(language), language)),
            Denies = denies,
            HasOpposite = outcome.Code == EstimateWording.Yes,
            Around = Lexicon.Default.KeysOf(around),
            IsActivity = isActivity,
            Kin = isActivity ? "innovation-activity" : isRate ? "response-rate" : key,
            Words = new($"{number.Definition.Nb.Split(", etter ")[0].Split(':')[0]}: {outcome.Label.Nb}", $"{number.Definition.En.Split(", by ")[0].Split(':')[0]}: {outcome.Label.En}"),
        };
    }

    // «Større innsikt eller innflytelse for innbyggerne»: more insight, or influence. Words that only lean on the others, «annen», name nothing alone.
    private static List<IReadOnlySet<string>> Alternatives(string names, Language language)
    {
        var parts = Joint().Split(names).Select(part => Lexicon.Default.KeysOf(part, language)).Where(keys => keys.Any(key => !Leaning.Contains(key))).ToList();
        // “Research or EU funds” is of research funds; «forskningsmidler eller EU-midler» says so itself.
        return parts.Count < 2 ? [] : language == Language.En && parts is [{ Count: 1 } first, { Count: > 1 } last] ? [first.Union(last.TakeLast(1)).ToHashSet(StringComparer.Ordinal), last] : parts;
    }

    private static readonly HashSet<string> Leaning = new(StringComparer.Ordinal) { "annen", "ny", "nasjonal", "national", "egen", "bedre", "helt", "noengrad", "storgrad", "verken", "enig", "uenig", "stat", "forskning", "research", "høy", "high" };

    [GeneratedRegex(@",\s(?:men |but )?|\s(?:eller|og|or|and)\s")]
    private static partial Regex Joint();

    // What denies is named by what it denies: «Ingen rolle» by the part that is denied, «Nei» and «Ingen» by the question.
    private static IReadOnlySet<string> Named(string names, bool denies, Codebook? codebook, Variable? variable, Language language)
    {
        var keys = Lexicon.Default.KeysOf(names, language);
        if (!denies || variable is null)
        {
            return keys;
        }

        var rest = keys.Except(["ingen", "nei", "langt", "yet", "far"]).ToHashSet(StringComparer.Ordinal);
        return rest.Count > 0 ? rest : Lexicon.Default.KeysOf((variable.Battery is { } battery ? codebook!.Batteries[battery] : variable.Label).In(language), language);
    }

    // A «yes» is named by its item; an answer on a scale by its item and itself; any other answer by itself.
    private static (LocalizedText Names, LocalizedText Around) Words(EvidenceNumber number, Codebook? codebook, Variable? variable)
    {
        var outcome = number.Outcome!;
        if (variable is null || codebook is null)
        {
            return (new($"{outcome.Label.Nb} {number.Definition.Nb.Split(':')[0]}", $"{outcome.Label.En} {number.Definition.En.Split(':')[0]}"), new("", ""));
        }

        var battery = variable.Battery is { } name ? codebook.Batteries[name] : new LocalizedText("", "");
        var question = variable.Question ?? new LocalizedText("", "");
        var answer = outcome.Code switch
        {
            null or EstimateWording.Yes or "balance" => new LocalizedText("", ""),
            Top => new("enig", "agree"),
            var code => variable.Categories.FirstOrDefault(category => category.Code == code)?.Label
                ?? variable.MissingCodes.FirstOrDefault(missing => missing.Code == code)?.Label ?? outcome.Label,
        };
        var isItem = variable.Battery is not null || outcome.Code is null or EstimateWording.Yes or "balance";
        return isItem
            ? (new($"{variable.Label.Nb} {answer.Nb}", $"{variable.Label.En} {answer.En}"), new($"{battery.Nb} {question.Nb.Split(" – ")[0]}", $"{battery.En} {question.En.Split(" – ")[0]}"))
            : (answer, new($"{variable.Label.Nb} {question.Nb}", $"{variable.Label.En} {question.En}"));
    }
}
