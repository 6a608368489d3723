using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Words;

/// <summary>A word of a text and what it stands for.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Keys">What it stands for: stems, or the words of <c>same-words.txt</c>; none for a word that says nothing.</param>
internal sealed record Term(int Start, int End, IReadOnlyList<string> Keys);

/// <summary>
/// Words of a text as keys: what means the same has the same key, in both languages. A list (<c>same-words.txt</c>) holds words that an author puts for
/// those of a questionnaire; all others are cut to their stems.
/// </summary>
internal sealed partial class Lexicon
{
    private const string File = "Drafts/same-words.txt";

    private static readonly Lazy<Lexicon> Read = new(() => new Lexicon(Lines()));

    private readonly FrozenDictionary<string, string[]> _whole;
    private readonly FrozenDictionary<string, string[]> _begins;
    private readonly FrozenDictionary<string, (string[] Words, string[] Keys)[]> _phrases;
    private readonly ConcurrentDictionary<(string Word, Language Language), string[]> _known = new();

    private Lexicon(IEnumerable<string> lines)
    {
        Dictionary<string, string[]> whole = new(StringComparer.Ordinal), begins = new(StringComparer.Ordinal);
        List<(string[] Words, string[] Keys)> phrases = [];
        foreach (var line in lines.Where(line => line.Contains(':', StringComparison.Ordinal) && line[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] keys = line[0] == '-' ? [] : line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (form.Contains('_', StringComparison.Ordinal))
                {
                    phrases.Add((form.Split('_'), keys));
                }
                else if (form[^1] == '*')
                {
                    begins.TryAdd(form[..^1], keys);
                }
                else
                {
                    whole.TryAdd(form, keys);
                }
            }
        }

        _whole = whole.ToFrozenDictionary(StringComparer.Ordinal);
        _begins = begins.ToFrozenDictionary(StringComparer.Ordinal);
        _phrases = phrases.GroupBy(phrase => phrase.Words[0].TrimEnd('*')[..1]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The one of the program.</summary>
    public static Lexicon Default => Read.Value;

    /// <summary>The words of a text, in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    public IReadOnlyList<Term> Terms(string text, Language language)
    {
        var words = Word().Matches(text).Select(match => (match.Index, End: match.Index + match.Length, Text: match.Value.ToLowerInvariant())).ToList();
        List<Term> terms = [];
        for (var i = 0; i < words.Count; i++)
        {
            var phrase = _phrases.GetValueOrDefault(words[i].Text[..1])?.FirstOrDefault(one => Fits(one.Words, i));
            if (phrase is { Words: not null } found)
            {
                terms.Add(new Term(words[i].Index, words[i + found.Words.Length - 1].End, found.Keys));
                i += found.Words.Length - 1;
            }
            else
            {
                terms.Add(new Term(words[i].Index, words[i].End, Keys(words[i].Text, language)));
            }
        }

        return terms;

        bool Fits(string[] parts, int from) => from + parts.Length <= words.Count && parts.Select((part, k) => (part, word: words[from + k].Text))
            .All(one => one.part[^1] == '*' ? one.word.StartsWith(one.part[..^1], StringComparison.Ordinal) : one.word == one.part);
    }

    /// <summary>What the words of a label stand for.</summary>
    public IReadOnlySet<string> KeysOf(string text, Language language) => Terms(text, language).SelectMany(term => term.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the words of a label stand for, in each language.</summary>
    public IReadOnlyDictionary<Language, IReadOnlySet<string>> KeysOf(LocalizedText label) =>
        new[] { Language.Nb, Language.En }.ToDictionary(language => language, language => KeysOf(label.In(language), language));

    private string[] Keys(string word, Language language) => _known.GetOrAdd((word, language), one => Of(one.Word, one.Language));

    private string[] Of(string word, Language language)
    {
        if (Listed(word, out var length) is { } keys)
        {
            // «Innovasjonsklima» is more than innovation.
            return language == Language.Nb && keys.Length > 0 && word.Length - length > 4 && word[length] == 's' ? [.. keys.Concat(Of(word[(length + 1)..], language)).Distinct()] : keys;
        }

        if (word.Contains('-', StringComparison.Ordinal))
        {
            return [.. word.Split('-', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Of(part, language)).Distinct()];
        }

        // A compound of two listed words: «innovasjonskultur», «brukerundersøkelse».
        for (var cut = word.Length - 3; language == Language.Nb && cut >= 3; cut--)
        {
            var (head, tail) = (word[..cut], word[cut..]);
            if (Listed(tail) is { } of && (Listed(head) ?? (head[^1] is 's' or 'e' ? Listed(head[..^1]) : null)) is { } before && of.Length + before.Length > 0 && head.Length >= 4)
            {
                return [.. before.Concat(of).Distinct()];
            }
        }

        return word.Length < 2 || word.All(char.IsAsciiDigit) ? [] : [Stems.Of(word, language)];
    }

    private string[]? Listed(string word) => Listed(word, out _);

    private string[]? Listed(string word, out int length)
    {
        length = word.Length;
        if (_whole.TryGetValue(word, out var keys))
        {
            return keys;
        }

        for (; length >= 2; length--)
        {
            if (_begins.TryGetValue(word[..length], out keys))
            {
                return keys;
            }
        }

        return null;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-‑'’][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
