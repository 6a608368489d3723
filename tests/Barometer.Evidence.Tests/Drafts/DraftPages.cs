using System.Globalization;

namespace Barometer.Evidence.Tests.Drafts;

/// <summary>A sentence of a generated page, with what is wrong with it; null when it is true.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Fault">The verdict it deserves; null for none.</param>
/// <param name="Kind">What kind of claim it makes.</param>
internal sealed record PlantedSentence(string Text, string? Fault, string Kind);

/// <summary>A generated page.</summary>
/// <param name="Language">Its language.</param>
/// <param name="SaysSynthetic">Whether it says that its numbers are synthetic.</param>
/// <param name="Sentences">Its sentences.</param>
internal sealed record PlantedPage(Language Language, bool SaysSynthetic, IReadOnlyList<PlantedSentence> Sentences)
{
    /// <summary>The page in Markdown, each sentence in a paragraph, an item or a quote.</summary>
    public string Markdown => string.Join("\n\n", [
        Language == Language.Nb ? "# Innovasjon i staten" : "# Innovation in the state",
        .. SaysSynthetic ? [Language == Language.Nb ? "Tallene i dette utkastet er laget av syntetiske svar." : "The numbers in this draft are made of synthetic answers."] : Array.Empty<string>(),
        .. Sentences.Select((sentence, i) => (i % 5) switch { 3 => "- " + sentence.Text, 4 => "> " + sentence.Text, _ => sentence.Text }),
    ]);
}

/// <summary>
/// Forty pages of true and false sentences of every kind, by a fixed rule. The words for answers are those of phrases.txt, the frames were written before the checker's patterns;
/// what begins with a star there was kept apart while the checker was made.
/// </summary>
internal static class DraftPages
{
    private const int PerPage = 14;
    private static readonly (string Code, string Nb, string En)[] Sizes =
        [("under_20", "arbeidsplassene med færre enn 20 ansatte", "the workplaces with fewer than 20 employees"), ("from_20", "arbeidsplassene med 20–49 ansatte", "the workplaces with 20 to 49 employees"), ("from_50", "arbeidsplassene med 50 ansatte eller flere", "the workplaces with 50 employees or more")];

    private static readonly (string Code, string Nb, string En)[] Kinds =
        [("directorate", "direktoratene", "the directorates"), ("external_agency", "de ytre etatene", "the external agencies"), ("university", "universitetene og høyskolene", "the universities")];

    /// <summary>The pages.</summary>
    /// <param name="isHeldOut">Whether to take the words that were kept apart, too.</param>
    public static IReadOnlyList<PlantedPage> All(bool isHeldOut)
    {
        var shares = Shares(isHeldOut).Concat(Groups()).Concat(Pairs()).Concat(Published()).Concat(Counts()).ToList();
        List<PlantedPage> pages = [];
        foreach (var language in new[] { Language.Nb, Language.En })
        {
            var (all, step) = (shares.Where(one => one.Language == language).ToList(), 0);
            for (var page = 0; page < 20; page++)
            {
                var saysSynthetic = page % 10 != 9;
                List<PlantedSentence> sentences = [];
                for (var i = 0; i < PerPage; i++, step++)
                {
                    // Every other sentence is false; 7 and 11 have no factor with the number of sentences, so that all come.
                    var made = all[step * 7 % all.Count];
                    var fault = made.False.Count > 0 && (step % 2 == 0 || made.True is null) ? made.False[step / 2 % made.False.Count] : ((string Text, string Verdict)?)null;
                    sentences.Add(fault is { } wrong ? new PlantedSentence(wrong.Text, wrong.Verdict, made.Kind)
                        : new PlantedSentence(made.True!, saysSynthetic || !made.IsSynthetic ? null : "synthetic", made.Kind));
                }

                pages.Add(new PlantedPage(language, saysSynthetic, [.. sentences.DistinctBy(sentence => sentence.Text)]));
            }
        }

        return pages;
    }

    private static IEnumerable<Made> Shares(bool isHeldOut)
    {
        var i = 0;
        foreach (var fields in DraftSample.Lines("phrases.txt").Where(line => line[0] != '#').Select(line => line.Split('|')).Where(fields => isHeldOut || !fields[1].EndsWith('*')))
        {
            var (variable, code) = (fields[0].Split('=')[0], fields[0].Split('=')[1]);
            var number = DraftSample.Numbers.First(one => one.Outcome!.Variable == variable && one.Outcome.Code == code && one.Groups.Count == 0);
            if (number is { Value: { } value })
            {
                yield return Share(fields[1].StartsWith("nb", StringComparison.Ordinal) ? Language.Nb : Language.En, fields[2], number, value * 100, i++);
            }
        }
    }

    // A share in one of many frames and forms, and the ways to get it wrong.
    private static Made Share(Language language, string phrase, EvidenceNumber number, decimal percent, int i)
    {
        var isNb = language == Language.Nb;
        var isState = number.Release.Survey.StartsWith("operational", StringComparison.Ordinal);
        var whom = isNb ? isState ? "arbeidsplassene" : "virksomhetene" : isState ? "the workplaces" : "the agencies";
        var bare = isNb ? isState ? "arbeidsplasser" : "virksomheter" : isState ? "workplaces" : "agencies";
        string[] frames = isNb
            ? ["{0} av {1} {2}.", "Undersøkelsen viser at {0} av {1} {2}.", "Blant {1} er det {0} som {2}.", "Andelen {3} som {2}, er {0}.", "Ifølge barometeret er det {0} som {2}, og det er verd å merke seg.", "I alt {0} {2} (se figur 3.2)."]
            : ["{0} of {1} {2}.", "The survey shows that {0} of {1} {2}.", "Among {1}, {0} {2}.", "The share of {3} that {2} is {0}.", "According to the barometer, {0} {2}, which is worth noting.", "In all, {0} {2} (see figure 3.2)."];
        string Frame(string amount) => Capital(string.Format(CultureInfo.InvariantCulture, frames[i % frames.Length], amount, whom, phrase, bare));
        var whole = Math.Round(percent, MidpointRounding.AwayFromZero);
        var truncated = Math.Floor(percent) == whole ? whole + 1 : whole - 1;
        var isSharp = Math.Abs(percent - truncated) is < 1m and > 0m;
        List<(string, string)> wrong = [(Frame(Amount(Swapped(whole), language, i)), "disagrees"), (Frame(Amount(whole > 60 ? whole - 12 : whole + 12, language, i + 1)), "disagrees")];
        if (isSharp)
        {
            wrong.Add((Frame(Amount(truncated, language, i)), "rounded-wrongly"));
        }

        if (Tenths(whole, language) is { } tenths)
        {
            wrong.Add((Frame(tenths.Wrong), "disagrees"));
        }

        var interval = number is { Lower: { } lower, Upper: { } upper } ? (lower * 100, upper * 100) : ((decimal, decimal)?)null;
        if (interval is { } limits && i % 3 == 0)
        {
            wrong.Add((Frame($"{Amount(whole, language, i)} ({(isNb ? "95 % KI" : "95% CI")} {Math.Max(0, limits.Item1 - 6):0}–{limits.Item2 + 5:0})"), "disagrees"));
            wrong.Add((Frame($"{Amount(whole, language, i)} (n = {number.Respondents + 111:0})"), "disagrees"));
        }

        var right = (i % 4) switch
        {
            0 when interval is { } known => Frame($"{Amount(whole, language, i)} ({(isNb ? "95 % KI" : "95% CI")} {known.Item1:0}–{known.Item2:0}, n = {number.Respondents:0})"),
            1 when Tenths(whole, language) is { } good => Frame(good.Right),
            2 => Frame((isNb ? "om lag " : "about ") + Amount(whole, language, i)),
            _ => Frame(Amount(whole, language, i)),
        };
        return new Made(language, "share", right, wrong) { IsSynthetic = true };
    }

    private static IEnumerable<Made> Groups()
    {
        foreach (var (by, groups) in new[] { ("size_group", Sizes), ("agency_group", Kinds) })
        {
            for (var i = 0; i < groups.Length; i++)
            {
                var (one, other) = (groups[i], groups[(i + 1) % groups.Length]);
                var (a, b) = (Percent("innovated", "yes", by, one.Code), Percent("innovated", "yes", by, other.Code));
                yield return new Made(Language.Nb, "group", $"{a} prosent av {one.Nb} jobber med innovasjon, mens andelen er {b} prosent blant {other.Nb}.", [
                    ($"{b} prosent av {one.Nb} jobber med innovasjon, mens andelen er {a} prosent blant {other.Nb}.", "disagrees"),
                    ($"{a - 20} prosent av {one.Nb} jobber med innovasjon.", "disagrees"),
                    ($"Henholdsvis {b} og {a} prosent av {one.Nb} og {other.Nb} jobber med innovasjon.", "disagrees")])
                { IsSynthetic = true };
                yield return new Made(Language.Nb, "respectively", $"Henholdsvis {a} og {b} prosent av {one.Nb} og {other.Nb} jobber med innovasjon.", []) { IsSynthetic = true };
                yield return new Made(Language.En, "group", $"{a} per cent of {one.En} work with innovation, while the share is {b} per cent among {other.En}.", [
                    ($"{b} per cent of {one.En} work with innovation, while the share is {a} per cent among {other.En}.", "disagrees"),
                    ($"Only {a - 30} per cent of {one.En} work with innovation.", "disagrees")])
                { IsSynthetic = true };
            }
        }
    }

    private static IEnumerable<Made> Pairs()
    {
        yield return Two("comparison", "Direktoratene jobber oftere med innovasjon enn de ytre etatene.", "De ytre etatene jobber oftere med innovasjon enn direktoratene.", "Universitetene jobber oftere med innovasjon enn direktoratene.");
        yield return Two("comparison", "Flere samarbeidet med andre statlige virksomheter enn med private bedrifter.", "Flere samarbeidet med frivillige organisasjoner enn med private bedrifter.", "Flere samarbeidet med kommuner eller fylkeskommuner enn med brukere eller innbyggere.");
        yield return Two("comparison", "Det er vanligere å få økt effektivitet enn å få mer fornøyde medarbeidere.", "Det er vanligere å få mer fornøyde medarbeidere enn å få økt effektivitet.", null);
        yield return Two("comparison", "Færre fikk øremerkede statlige midler enn de som brukte egne budsjettmidler.", "Flere fikk øremerkede statlige midler enn dem som brukte egne budsjettmidler.", null);
        yield return Two("rank", "Den vanligste gevinsten er økt effektivitet eller produktivitet.", "Den vanligste gevinsten er verdi for næringslivet.", null);
        yield return Two("rank", "Vanligst er samarbeid med andre enheter i egen virksomhet.", "Vanligst er samarbeid med private bedrifter.", null);
        yield return Two("rank", null, "Flest peker på ny teknologi som det som satte i gang innovasjonen.", "Flest oppgir at ledere satte i gang innovasjonen.");
        yield return Two("ratio", "Nesten fire ganger så mange fikk økt effektivitet eller produktivitet (62 prosent) som nådde politiske mål (21 prosent), om en runder svært grovt.", null, null) with { True = null, False = [("Dobbelt så mange fikk økt effektivitet eller produktivitet (62 prosent) som nådde politiske mål (21 prosent).", "disagrees")] };
        yield return Two("ratio", "Tre ganger så mange fikk økt effektivitet eller produktivitet (62 prosent) som nådde politiske mål (21 prosent).", "Fem ganger så mange fikk økt effektivitet eller produktivitet (62 prosent) som nådde politiske mål (21 prosent).", null);
        yield return Two("points", "Forskjellen mellom direktoratene (90 prosent) og de ytre etatene (78 prosent) i å jobbe med innovasjon er 12 prosentpoeng.", "Forskjellen mellom direktoratene (90 prosent) og de ytre etatene (78 prosent) i å jobbe med innovasjon er 21 prosentpoeng.", null);
        yield return Two("negation", "15 prosent av arbeidsplassene jobber ikke med innovasjon.", "85 prosent av arbeidsplassene jobber ikke med innovasjon.", null);
        yield return Two("base", "Blant arbeidsplasser som jobber med innovasjon, er 73 prosent enige i at lederne oppmuntrer til å prøve ut nye løsninger.", "Blant arbeidsplasser som ikke jobber med innovasjon, er 73 prosent enige i at lederne oppmuntrer til å prøve ut nye løsninger.", null);
        yield return new Made(Language.Nb, "base", null, [("Av alle statlige arbeidsplasser samarbeidet 20 prosent med private bedrifter.", "not-comparable")]) { IsSynthetic = true };
        yield return English("comparison", "Directorates work with innovation more often than external agencies.", "External agencies work with innovation more often than directorates.", "Universities work with innovation more often than directorates.");
        yield return English("comparison", "More workplaces cooperated with other state agencies than with private companies.", "More workplaces cooperated with voluntary organisations than with private companies.", null);
        yield return English("rank", "The most common gain is increased efficiency or productivity.", "The most common gain is value for business.", null);
        yield return English("ratio", "Three times as many gained efficiency or productivity (62 per cent) as attained political goals (21 per cent).", "Five times as many gained efficiency or productivity (62 per cent) as attained political goals (21 per cent).", null);
        yield return English("points", "The difference between the directorates (90 per cent) and the external agencies (78 per cent) in working with innovation is 12 percentage points.", "The difference between the directorates (90 per cent) and the external agencies (78 per cent) in working with innovation is 22 percentage points.", null);
        yield return English("negation", "15 per cent of the workplaces do not work with innovation.", "85 per cent of the workplaces do not work with innovation.", null);
        yield return new Made(Language.En, "base", null, [("Of all state workplaces, 20 per cent worked with private companies.", "not-comparable")]) { IsSynthetic = true };

        static Made Two(string kind, string? right, string? wrong, string? chance) => new(Language.Nb, kind, right, Faults(wrong, chance)) { IsSynthetic = true };

        static Made English(string kind, string? right, string? wrong, string? chance) => new(Language.En, kind, right, Faults(wrong, chance)) { IsSynthetic = true };

        static List<(string, string)> Faults(string? wrong, string? chance) =>
            [.. wrong is null ? [] : new[] { (wrong, "disagrees") }, .. chance is null ? [] : new[] { (chance, "within-chance") }];
    }

    // Of figures that others printed: real, so that they need no notice.
    private static IEnumerable<Made> Published()
    {
        yield return new(Language.Nb, "published", "I 2021 jobbet 91 prosent av de statlige arbeidsplassene med innovasjon.", [("I 2021 jobbet 81 prosent av de statlige arbeidsplassene med innovasjon.", "disagrees")]);
        yield return new(Language.Nb, "change", "Andelen statlige arbeidsplasser som jobber med innovasjon, gikk opp fra 85 prosent i 2018 til 91 prosent i 2021.", [
            ("Andelen statlige arbeidsplasser som jobber med innovasjon, gikk ned fra 85 prosent i 2018 til 91 prosent i 2021.", "disagrees"), ("Andelen statlige arbeidsplasser som jobber med innovasjon, gikk opp fra 58 prosent i 2018 til 91 prosent i 2021.", "disagrees")]);
        yield return new(Language.Nb, "published", "I Danmark hadde 81 prosent av de offentlige arbeidsplassene innført en innovasjon i 2018–2019.", [("I Danmark hadde 61 prosent av de offentlige arbeidsplassene innført en innovasjon i 2018–2019.", "disagrees")]);
        yield return new(Language.Nb, "not comparable", null, [
            ("I Norge jobber 85 prosent av de statlige arbeidsplassene med innovasjon, mot 81 prosent av arbeidsplassene i Danmark.", "not-comparable"),
            ("Norske statlige arbeidsplasser jobber oftere med innovasjon (85 prosent) enn danske offentlige arbeidsplasser (81 prosent).", "not-comparable")]);
        yield return new(Language.Nb, "published", "Finske kommuner svarte at 95 prosent av dem hadde innført minst én innovasjon i 2018.", [("Finske kommuner svarte at 59 prosent av dem hadde innført minst én innovasjon i 2018.", "disagrees")]);
        yield return new(Language.En, "published", "In 2021, 91 per cent of the state workplaces worked with innovation.", [("In 2021, 71 per cent of the state workplaces worked with innovation.", "disagrees")]);
        yield return new(Language.En, "change", "The share of state workplaces that work with innovation rose from 85 per cent in 2018 to 91 per cent in 2021.", [("The share of state workplaces that work with innovation fell from 85 per cent in 2018 to 91 per cent in 2021.", "disagrees")]);
        yield return new(Language.En, "not comparable", null, [("In Norway 85 per cent of the state workplaces work with innovation, compared with 81 per cent of the workplaces in Denmark.", "not-comparable")]);
    }

    private static IEnumerable<Made> Counts()
    {
        yield return new(Language.Nb, "count", "I 2018 svarte 762 statlige arbeidsplasser på undersøkelsen.", [("I 2018 svarte 726 statlige arbeidsplasser på undersøkelsen.", "disagrees")]);
        yield return new(Language.Nb, "count", "I alt 1 686 arbeidsplasser ble invitert i 2018.", [("I alt 1 868 arbeidsplasser ble invitert i 2018.", "disagrees")]);
        yield return new(Language.Nb, "response", "Svarprosenten blant arbeidsplassene var 45 prosent i 2018.", [("Svarprosenten blant arbeidsplassene var 54 prosent i 2018.", "disagrees")]);
        yield return new(Language.En, "count", "In 2018, 762 state workplaces answered the survey.", [("In 2018, 627 state workplaces answered the survey.", "disagrees")]);
        yield return new(Language.En, "response", "The response rate among workplaces was 45 per cent in 2018.", [("The response rate among workplaces was 65 per cent in 2018.", "disagrees")]);
    }

    private static decimal Percent(string variable, string code, string by, string group) => Math.Round(
        100 * DraftSample.Numbers.First(one => one.Outcome!.Variable == variable && one.Outcome.Code == code && one.Groups is [var only] && only.Variable == by && only.Code == group && one.Value is not null).Value!.Value, MidpointRounding.AwayFromZero);

    // 62 for 26; where the digits are alike or near, another number.
    private static decimal Swapped(decimal whole) => (whole % 10 * 10) + Math.Floor(whole / 10) is var swapped && Math.Abs(swapped - whole) > 3 && swapped is > 0 and < 100 ? swapped : whole > 50 ? whole - 20 : whole + 20;

    private static string Amount(decimal percent, Language language, int i) => (language, i % 5) switch
    {
        (Language.Nb, 1) => $"{percent:0} %",
        (Language.Nb, 2) => $"{percent:0} pst.",
        (Language.Nb, 3) => $"{Spelled((int)percent)} prosent",
        (Language.Nb, _) => $"{percent:0} prosent",
        (_, 1) => $"{percent:0}%",
        (_, 2) => $"{percent:0} percent",
        _ => $"{percent:0} per cent",
    };

    // «Seks av ti» for 58, and two tenths off for a fault.
    private static (string Right, string Wrong)? Tenths(decimal whole, Language language)
    {
        var tenth = (int)Math.Round(whole / 10, MidpointRounding.AwayFromZero);
        if (Math.Abs((tenth * 10) - whole) > 3 || tenth is < 2 or > 8)
        {
            return null;
        }

        string[] nb = ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"];
        string[] en = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var wrong = tenth > 5 ? tenth - 2 : tenth + 2;
        return language == Language.Nb ? ($"{nb[tenth]} av ti", $"{nb[wrong]} av ti") : ($"{en[tenth]} in ten", $"{en[wrong]} in ten");
    }

    private static string Spelled(int number)
    {
        string[] ones = ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"];
        string[] tens = ["", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"];
        return number < 20 ? ones[number] : tens[number / 10] + (number % 10 == 0 ? "" : number % 10 == 1 ? "én" : ones[number % 10]);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Made(Language Language, string Kind, string? True, IReadOnlyList<(string Text, string Verdict)> False)
    {
        public bool IsSynthetic { get; init; }
    }
}
