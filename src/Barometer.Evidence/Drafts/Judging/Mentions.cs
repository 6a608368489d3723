using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Something a sentence names, and where.</summary>
/// <typeparam name="T">What is named.</typeparam>
/// <param name="At">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="What">What it is.</param>
internal sealed record Mention<T>(int At, int End, T What);

/// <summary>Who and when a sentence speaks of: years, countries, levels, units, groups, and the base «of those that innovate».</summary>
internal sealed partial class Mentions
{
    private static readonly (string Begins, string Country)[] Lands =
    [
        ("norge", "NO"), ("norsk", "NO"), ("norw", "NO"), ("danmark", "DK"), ("dansk", "DK"), ("denmark", "DK"), ("danish", "DK"), ("sverige", "SE"), ("svensk", "SE"), ("swed", "SE"),
        ("finland", "FI"), ("finsk", "FI"), ("finnish", "FI"), ("nederl", "NL"), ("dutch", "NL"), ("netherl", "NL"), ("norden", "NORDIC"), ("nordisk", "NORDIC"), ("nordic", "NORDIC"),
        ("island", "IS"), ("icel", "IS"), ("austral", "AU"), ("latvi", "LV"), ("europ", "EU"),
    ];

    private static readonly Dictionary<string, Sector> Levels = new(StringComparer.Ordinal)
    {
        ["kommune"] = Sector.Local,
        ["fylke"] = Sector.Local,
        ["stat"] = Sector.State,
    };

    private Mentions(string text, IReadOnlyList<Term> terms, Language language, IReadOnlyList<GroupWords> groups)
    {
        Years = [.. Year().Matches(Reference().Replace(text, match => new string(' ', match.Length))).Select(match => new Mention<int>(match.Index, match.Index + match.Length, int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)))];
        Editions = [.. Edition().Matches(text).Select(EditionOf)];
        if (Editions.Count > 0)
        {
            Editions = [.. Editions, .. OtherEdition().Matches(text).Where(match => !Editions.Any(one => one.At <= match.Index && one.End >= match.Index)).Select(EditionOf)];
        }

        Countries = [.. Word().Matches(text).Select(match => (match, land: Lands.FirstOrDefault(land => match.Value.StartsWith(land.Begins, StringComparison.Ordinal))))
            .Where(one => one.land.Country is not null).Select(one => new Mention<string>(one.match.Index, one.match.Index + one.match.Length, one.land.Country))];
        Bases = [.. Base().Matches(text).Concat(Bare().Matches(text)).Concat(Leaders().Matches(text)).Select(match => new Mention<string>(match.Index, match.Index + match.Length, match.Value))];
        Some = [.. Innovating().Matches(text).Where(match => !Asked().IsMatch(text[..match.Index])).Select(match => new Mention<bool>(match.Index, match.Index + match.Length, !match.Groups["not"].Success))];
        Sectors = [.. Places(terms, text).Where(term => term.Start == 0 || About().IsMatch(text[..term.Start])).SelectMany(term => term.Keys.Where(Levels.ContainsKey).Select(key => new Mention<Sector>(term.Start, term.End, Levels[key]))),
            .. LocalWord().Matches(text).Select(match => new Mention<Sector>(match.Index, match.Index + match.Length, Sector.Local))];
        Units = [.. Agency().Matches(text).Select(match => new Mention<UnitKind>(match.Index, match.Index + match.Length, UnitKind.Organisation)),
            .. Workplace().Matches(text).Select(match => new Mention<UnitKind>(match.Index, match.Index + match.Length, UnitKind.Workplace))];
        Groups = [.. Named(terms, text, language, groups), .. Ranges(text, groups)];
    }

    /// <summary>The years.</summary>
    public IReadOnlyList<Mention<int>> Years { get; }

    /// <summary>The editions: «den tredje utgaven», «in the fourth».</summary>
    public IReadOnlyList<Mention<int>> Editions { get; }

    /// <summary>The countries.</summary>
    public IReadOnlyList<Mention<string>> Countries { get; }

    /// <summary>The levels of government, where they are whom a sentence speaks of.</summary>
    public IReadOnlyList<Mention<Sector>> Sectors { get; }

    /// <summary>Workplaces and agencies.</summary>
    public IReadOnlyList<Mention<UnitKind>> Units { get; }

    /// <summary>The groups, each with the words' share of its name that is there.</summary>
    public IReadOnlyList<Mention<GroupWords>> Groups { get; }

    /// <summary>Phrases of whom a share is: «av de statlige arbeidsplassene».</summary>
    public IReadOnlyList<Mention<string>> Bases { get; }

    /// <summary>Clauses that narrow the base to those that innovate (true), or don't.</summary>
    public IReadOnlyList<Mention<bool>> Some { get; }

    /// <summary>What a sentence of small letters names.</summary>
    public static Mentions In(string text, IReadOnlyList<Term> terms, Language language, IReadOnlyList<GroupWords> groups) => new(text, terms, language, groups);

    // Whom the sentence is about stands after «av», «blant», «i», or begins it; «samarbeidet med kommuner» isn't.
    private static IEnumerable<Term> Places(IReadOnlyList<Term> terms, string text) => terms.Where(term => !With().IsMatch(text[..term.Start]));

    private static IEnumerable<Mention<GroupWords>> Named(IReadOnlyList<Term> terms, string text, Language language, IReadOnlyList<GroupWords> groups) =>
        from term in Places(terms, text)
        from @group in groups
        where @group.Range is null && term.Keys.Any(@group.Names[language].Contains)
        select new Mention<GroupWords>(term.Start, term.End, @group);

    // «20–49 ansatte», «færre enn 20 ansatte», «250 eller flere ansatte», «de største».
    private static IEnumerable<Mention<GroupWords>> Ranges(string text, IReadOnlyList<GroupWords> groups)
    {
        foreach (var match in Size().Matches(text).Cast<Match>())
        {
            var a = match.Groups["a"].Success ? Int(match.Groups["a"]) : match.Groups["from"].Success ? Int(match.Groups["from"]) : 1;
            var b = match.Groups["b"].Success ? Int(match.Groups["b"]) : match.Groups["below"].Success ? Int(match.Groups["below"]) - 1 : match.Groups["to"].Success ? Int(match.Groups["to"]) : int.MaxValue;
            foreach (var one in groups.Where(one => one.Range is { } range && Math.Abs(range.From - a) <= (match.Groups["more"].Success ? 1 : 0) && range.To == b))
            {
                yield return new Mention<GroupWords>(match.Index, match.Index + match.Length, one);
            }

            if (!groups.Any(one => one.Range is { } range && Math.Abs(range.From - a) <= 1 && range.To == b))
            {
                yield return new Mention<GroupWords>(match.Index, match.Index + match.Length, Unknown);
            }
        }

        foreach (var match in Extreme().Matches(text).Cast<Match>())
        {
            foreach (var one in groups.Where(one => one.Range is not null && one.End == (match.Groups["small"].Success ? -1 : 1)))
            {
                yield return new Mention<GroupWords>(match.Index, match.Index + match.Length, one);
            }
        }

        static int Int(Group digits) => (int)(Numerals.Of(digits.Value, Language.Nb)?.Value ?? 0);
    }

    /// <summary>A group that nothing was released of.</summary>
    public static GroupWords Unknown { get; } = new("?", "?", new("?", "?")) { Names = new Dictionary<Language, IReadOnlySet<string>> { [Language.Nb] = new HashSet<string>(), [Language.En] = new HashSet<string>() } };

    private const string Noun = @"(?:arbeidsplass\w*|virksomhet(?:er|ene|enes)?|etater|etatene|enheter|enhetene|enhetsledere|enhetslederne|respondent\w*|de spurte|de som svarte|dem|disse|workplaces|agencies|units|respondents|bodies|them|these|those|organisasjoner|organisasjonene|organisations|organizations|innovasjonene|innovasjoner|innovations|tilfellene|cases)";

    // «av de (norske) statlige arbeidsplassene (i staten)».
    [GeneratedRegex(@"\b(?:av|blant|hos|for|among|of|in|at)\s(?:(?<all>alle|samtlige|all)\s)?(?:(?:av|of)\s)?(?:de |dem |disse |våre |the |all |these |those )*(?:(?:norske|statlige|offentlige|danske|svenske|finske|nederlandske|islandske|inviterte|innovative|ikke-innovative|innoverende|state|public|norwegian|danish|swedish|finnish|dutch|icelandic|innovative|innovating|non-innovative|central government)\s)*" + Noun + @"\b")]
    private static partial Regex Base();

    [GeneratedRegex(@"(?<!\bandre )(?<!\bannen )(?<!\bother )(?<!\banother )\b(?:statlige|offentlige|state|public) (?:arbeidsplass\w*|workplaces|virksomhet\w*|agencies)\b")]
    private static partial Regex Bare();

    // «46 prosent av lederne» are who answered; «satt i gang av ledere» says by whom.
    [GeneratedRegex(@"(?<=(?:%|prosent|pst\.|per cent|percent|andelen|share)\s)(?:av|of)\s(?:de |the |all )?(?:ledere|lederne|leaders)\b")]
    private static partial Regex Leaders();

    // «som (ikke) jobber med innovasjon», «innovative arbeidsplasser», “that work with innovation”.
    [GeneratedRegex(@",?\s?\b(?:som|that|which|who)\s(?:(?:har|have|has|had|hadde|de|selv|oppgir at de)\s)*(?<not>ikke\s|do not\s|does not\s|did not\s|don't\s|don’t\s|have not\s|not\s)?(?:har\s)?(?:jobbet|jobber|jobba|arbeider|arbeidet|driver|drev|work|works|worked|working|been working|engage\w*)\s(?:med|with|on|in)\s(?:innovasjon\w*|innovation\w*)(?:\s(?:de|i løpet av de|in the|during the|the|over the) (?:siste|last|past) (?:to|two) (?:årene|år|years))?,?|,?\s?\b(?:som|that|which|who)\s(?:(?:har|have|has|are|er)\s)?(?<not>ikke\s|not\s)?(?:innoverer|innoverte|innovert|innovate[sd]?|innovative|innovating)\b,?|\b(?:de|dem|those|the ones|arbeidsplasse\w+|workplaces)\s(?:som|that|who|which)\s(?:(?<not>ikke (?:gjør|gjorde|har gjort) (?:det|dette)|do not|don't|did not|didn't)|gjør det|do)\b|\b(?:arbeidsplasse\w+|virksomhete\w+|workplaces|agencies) (?<not>uten|without) (?:innovasjon|innovation)\w*|\b(?<not>ikke-|ikke |non-)?(?:innovative|innoverende|innovating) (?:statlige |state )?(?:arbeidsplass\w*|virksomhet\w*|workplaces|agencies|enheter|units)|\b(?<not>ikke-|non-)?(?:innovatør\w*|innovators)\b")]
    private static partial Regex Innovating();

    private static readonly string[][] Ordinals = [["første", "first", "1."], ["andre", "second", "2."], ["tredje", "third", "3."], ["fjerde", "fourth", "4."], ["femte", "fifth", "5."]];

    private const string Ordinal = @"(?<n>første|first|andre|second|tredje|third|fjerde|fourth|femte|fifth|[1-5]\.)";

    private static Mention<int> EditionOf(Match match) => new(match.Index, match.Index + match.Length, 1 + Array.FindIndex(Ordinals, forms => forms.Contains(match.Groups["n"].Value)));

    [GeneratedRegex(Ordinal + @"\s(?:utgave\w*|edition\w*|runde\w*|round)\b")]
    private static partial Regex Edition();

    // Beside an edition another is told by its number alone.
    [GeneratedRegex(@"\b(?:i den|in the)\s" + Ordinal + @"(?=[.,;]|$|\s(?:og|and|mot|til)\s)")]
    private static partial Regex OtherEdition();

    [GeneratedRegex(@"(?<![\d.,–-])(?:19|20)\d\d(?![\d%]|[.,]\d|\s?(?:prosent|per cent|percent|svar\b|answers))(?!\s\d{3})|(?<=(?:19|20)\d\d[–-])(?:19|20)\d\d")]
    private static partial Regex Year();

    // The year of a paper is none of a survey.
    [GeneratedRegex(@"(?:meld\. st\.|st\.meld\. nr\.|prop\.|nou|innst\.)\s*\d*\s?(?:\w\s)?(?:\(\d{4}(?:[–-]\d{2,4})?\)|\d{4}:\s?\d+)|(?:publisert|utgitt|published|sist endret|oppdatert|issued|hentet|lastet ned|accessed)\s\w*\s?(?:\d+\.\s?\w+\s)?\d{4}")]
    private static partial Regex Reference();

    // «Andelen statlige arbeidsplasser som jobber med innovasjon»: it is what is measured.
    [GeneratedRegex(@"\b(?:andel\w*|share|proportion|percentage|hvor mange|how many)\b(?:\s(?:av|of|the|de|alle|all|statlige|offentlige|norske|danske|state|public|norwegian|danish|arbeidsplass\w*|virksomhet\w*|workplaces|agencies))*\s?$")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:med|with|til|to|fra|from)\s(?:(?:andre|other|egne|own|en|ett?|noen|de|the|norske|a|an|private|eller|og|or|and|\w+er|\w+s)\s){0,3}$")]
    private static partial Regex With();

    [GeneratedRegex(@"\b(?:av|blant|hos|for|i|among|of|in|at|innen|within|mot|enn|than|mens|while|og|and)\s(?:(?:de|dem|alle|samtlige|the|all|norske|danske|svenske|finske|norwegian|danish|swedish|finnish|\d+)\s){0,3}$")]
    private static partial Regex About();

    [GeneratedRegex(@"\b(?:enhetsleder\w*|rådm[ae]nn\w*|ordfører\w*|kommunesektor\w*|kommunal\w*|lokalforvaltning\w*|helse og omsorg|oppvekst og utdanning|local government|municipal|mayors|unit leaders)\b")]
    private static partial Regex LocalWord();

    [GeneratedRegex(@"(?<!private )(?<!andre )(?<!andre statlige )(?<!egen )(?<!other )(?<!other state )\b(?:virksomhet(?:er|ene|enes)?|agencies|state bodies)\b(?!s)")]
    private static partial Regex Agency();

    [GeneratedRegex(@"\barbeidsplass\w*|\bworkplaces?\b")]
    private static partial Regex Workplace();

    [GeneratedRegex(@"(?:(?<a>\d+)\s?(?:–|-|til|to)\s?(?<b>\d+)|(?<a>" + Numerals.Letters + @")\s(?:til|to)\s(?<b>" + Numerals.Letters + @")|(?:mellom|between)\s(?<a>\d+)\s(?:og|and)\s(?<b>\d+)|(?:fra|from)\s(?<a>\d+)\s(?:til|to)\s(?<b>\d+)|(?<more>over|mer enn|flere enn|more than)\s(?<from>\d+)|(?:minst|at least)\s(?<from>\d+)|(?<from>\d+)\s(?:eller flere|eller mer|or more|og oppover|\+)|(?:under|færre enn|mindre enn|fewer than|less than)\s(?<below>\d+)|(?:inntil|opptil|opp til|høyst|maks|up to|at most)\s(?<to>\d+))\s(?:ansatte|employees|årsverk)|(?<=\b(?:med|har|with|have)\s)(?<from>\d+)\s(?:eller flere|or more)(?=\s(?:jobb|arbeid|er\b|har\b|svar|work|are\b|have\b)|[.,;:)]|$)|(?<from>\d+)\s(?:ansatte eller (?:flere|mer)|employees or more|ansatte og oppover)")]
    private static partial Regex Size();

    [GeneratedRegex(@"\b(?:de |the )?(?:(?<small>minste|små|smallest|small)|største|store|largest|large)\s(?:statlige |state )?(?:arbeidsplass\w*|virksomhet\w*|enhet\w*|workplaces|agencies|units)|\b(?:de|the) (?:(?<small>minste|smallest)|største|largest)\b(?!\s(?!(?:til|og|enn|mot|er|var|har|hadde|to|and|than|with|are|have|do)\b)\p{L})|\b(?:(?<small>small)|large) ones\b")]
    private static partial Regex Extreme();
}
