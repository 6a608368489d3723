using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Words;

/// <summary>
/// A text as it is read: in small letters, with plain spaces and hyphens, and in bokmål where an author wrote nynorsk («dei statlege arbeidsplassane» as
/// «de statlige arbeidsplassene»), so that every pattern and word list has one written standard. Each place is known in the text that was written.
/// </summary>
internal sealed partial class PlainText
{
    private readonly int[] _at;

    private PlainText(string text, int[] at) => (Text, _at) = (text, at);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where a place of the text is in what the author wrote.</summary>
    public int At(int place) => _at[Math.Min(place, Text.Length)];

    /// <summary>Reads a text.</summary>
    public static PlainText Of(string written)
    {
        var small = string.Create(written.Length, written, (span, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var c = from[i];
                span[i] = char.IsWhiteSpace(c) ? ' ' : c switch { '\u2011' or '\u2010' => '-', '\u2012' => '–', '’' => '\'', _ => char.ToLowerInvariant(c) };
            }
        });
        var words = Word().Matches(small);
        var isNynorsk = words.Any(word => Only.Contains(word.Value) || (word.Length > 6 && word.Value.EndsWith("arane", StringComparison.Ordinal)));
        var text = new StringBuilder(small.Length);
        List<int> at = [];
        var from = 0;
        foreach (Match match in words)
        {
            if (Bokmaal(match.Value, isNynorsk) is { } word)
            {
                Copy(from, match.Index);
                at.AddRange(Enumerable.Range(0, word.Length).Select(i => match.Index + Math.Min(i, match.Length - 1)));
                text.Append(word);
                from = match.Index + match.Length;
            }
        }

        Copy(from, small.Length);
        return new PlainText(text.ToString(), [.. at, small.Length]);

        void Copy(int start, int end)
        {
            text.Append(small, start, end - start);
            at.AddRange(Enumerable.Range(start, end - start));
        }
    }

    private static string? Bokmaal(string word, bool isNynorsk) =>
        Always.TryGetValue(word, out var known) || (isNynorsk && Nynorsk.TryGetValue(word, out known)) ? known
        : isNynorsk && word.Length > 5 && Endings.FirstOrDefault(ending => word.EndsWith(ending.From, StringComparison.Ordinal)) is { From: { } ending, To: var to } ? word[..^ending.Length] + to : null;

    private static readonly FrozenDictionary<string, string> Always = Pairs("annenhver hver_annen|annethvert hver_annen|annankvar hver_annen|annakvar hver_annen|annakvart hver_annen");

    // Words that are so written in nynorsk only, or mean something else there: «delen» is «andelen».
    private static readonly FrozenDictionary<string, string> Nynorsk = Pairs(
        "dei de|deira deres|ein en|ei en|eit et|éin én|éi én|eitt ett|kvar hver|kvart hvert|ikkje ikke|frå fra|meir mer|berre bare|vart ble|vert blir|vorte blitt|vore vært|gjekk gikk|fekk fikk|gjer gjør|nokon noen|nokre noen|noko noe|"
        + "kven hvem|kva hva|korleis hvordan|medan mens|sjølv selv|sidan siden|då da|desse disse|fleire flere|færrast færrest|fleirtal flertall|fleirtalet flertallet|mindretal mindretall|delen andelen|delane andelene|tilsett ansatt|tilsette ansatte|"
        + "eigen egen|eiga egen|eige eget|eigne egne|eigna egne|auka økte|auke økning|auken økningen|aukar øker|aukande økende|minka sank|minkar synker|steig steg|sokk sank|fall falt|høg høy|høgt høyt|høge høye|høgare høyere|høgast høyest|høgaste høyeste|"
        + "låg lav|lågare lavere|lågast lavest|lågaste laveste|sjeldnare sjeldnere|sjeldnast sjeldnest|oftare oftere|oftast oftest|gonger ganger|gong gang|nøgd fornøyd|nøgde fornøyde|svara svarte|svarar svarer|spurde spurte|arbeidde arbeidet|samarbeidde samarbeidet|"
        + "jobba jobbet|endra endret|utvikla utviklet|hemma hemmet|hemmar hemmer|fremja fremmet|fremjar fremmer|oppgav oppga|oppgjev oppgir|gjev gir|gav ga|vedteke vedtatt|vedteken vedtatt|innbyggjarar innbyggere|innbyggjarane innbyggerne|innbyggjar innbygger|"
        + "forsking forskning|forskinga forskningen|lovgjeving lovgivning|lovgjevinga lovgivningen|kjelde kilde|kjelder kilder|vinst gevinst|vinsten gevinsten|vinstar gevinster|eining enhet|einingar enheter|einingane enhetene|verksemd virksomhet|verksemda virksomheten|"
        + "verksemder virksomheter|verksemdene virksomhetene|teneste tjeneste|tenesta tjenesten|tenester tjenester|tenestene tjenestene|leiing ledelse|leiinga ledelsen|leiar leder|leiaren lederen|leiarar ledere|leiarane lederne|høgskule høyskole|høgskular høyskoler|"
        + "høgskulane høyskolene|skilnad forskjell|skilnaden forskjellen|undersøking undersøkelse|undersøkinga undersøkelsen|oppgåve oppgave|oppgåver oppgaver|oppgåvene oppgavene|kjerneoppgåver kjerneoppgaver|kjerneoppgåvene kjerneoppgavene|"
        + "løysing løsning|løysingar løsninger|løysinga løsningen|tiande tiende|fjerdedelar fjerdedeler|tredelar tredeler|samanlikna sammenlignet|mogleg mulig|røynsle erfaring|røynsler erfaringer|omfattar omfatter|direktorata direktoratene|departementa departementene");

    // Those by which a text is known as nynorsk.
    private static readonly FrozenSet<string> Only = Nynorsk.Where(pair => pair.Key is not ("ei" or "delen" or "delane" or "fall" or "gong" or "låg" or "jobba" or "endra" or "utvikla" or "hemma" or "svara" or "då" or "kva")).Select(pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string From, string To)[] Endings =
    [
        ("arane", "erne"), ("arar", "ere"), ("legaste", "ligste"), ("legast", "ligst"), ("legare", "ligere"), ("lege", "lige"), ("leg", "lig"), ("ingane", "ingene"), ("ingar", "inger"), ("inga", "ingen"), ("heita", "heten"), ("heit", "het"),
        ("ane", "ene"), ("ar", "er"),
    ];

    private static FrozenDictionary<string, string> Pairs(string list) =>
        list.Split('|').Select(pair => pair.Split(' ')).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
