using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Claims;

/// <summary>Finds the numbers that a sentence claims: shares in per cents, fractions and words, intervals, margins, percentage points, counts and multiples.</summary>
internal static partial class Amounts
{
    private const string Num = Numerals.Pattern;
    private const string Percent = @"\s?(?:%|prosents?(?!poeng|enhet|andel)(?:ene?)?\b|pst\b\.?|pct\b\.?|per ?cent\b(?!age)(?! points?)|percent\b(?! points?))";
    private const string Points = @"[\s-]?(?:prosentpoengs?|prosentenheter|percentage[ -]points?|per ?cent points?|pp\b\.?|p\.p\.)";
    private const string Dash = @"\s?[–—-]\s?";

    /// <summary>The claims with a number in a sentence of small letters, in their order; none overlaps another.</summary>
    /// <param name="text">The sentence in small letters, with plain spaces.</param>
    /// <param name="language">Its language.</param>
    public static IReadOnlyList<Claim> In(string text, Language language)
    {
        List<Claim> found = [];
        var taken = new bool[text.Length + 1];
        foreach (var one in Skipped().Matches(text).Cast<Match>())
        {
            Take(one.Index, one.Index + one.Length);
        }

        Each(Interval(), match => Limits(match, ClaimKind.Interval, isOfShare: true));
        Each(Bracketed(), match => Limits(match, ClaimKind.Interval, isOfShare: true));
        Each(Margin(), match => Number(match, "n") is { } n ? new Claim(ClaimKind.Margin, match.Index, match.Index + match.Length) { Value = n.Value / 100, Decimals = n.Decimals, IsOfShare = true } : null);
        Each(PointsOf(), match => Number(match, "n") is { } n ? Qualified(match, new Claim(ClaimKind.Points, match.Index, match.Index + match.Length) { Value = n.Value / 100, Decimals = n.Decimals }) : null);
        Each(Base(), match => Number(match, "n") is { } n ? new Claim(ClaimKind.Count, match.Index, match.Index + match.Length) { Value = n.Value, IsOfShare = true } : null);
        Each(Times(), Multiple);
        Each(Relative(), match => Number(match, "n") is { } n ? Qualified(match, new Claim(ClaimKind.Ratio, match.Index, match.Index + match.Length) { Value = n.Value / 100, Decimals = n.Decimals, IsRelative = true }) : null);
        Each(Range(), match => Limits(match, ClaimKind.Interval, isOfShare: false));
        Each(Shared(), Listed);
        Each(PercentOf(), match => Number(match, "n") is { } n && n.Value is >= 0 and <= 100 ? Qualified(match, new Claim(ClaimKind.Share, match.Index, match.Index + match.Length) { Value = n.Value / 100, Decimals = n.Decimals }) : null);
        Each(Rate(), match => Number(match, "n") is { Value: <= 100 } n ? new Claim(ClaimKind.Share, match.Groups["n"].Index, match.Index + match.Length) { Value = n.Value / 100, Decimals = n.Decimals } : null);
        Each(Fraction(), Parts);
        Each(Words(), InWords);
        if (found.Any(claim => claim.Kind == ClaimKind.Share))
        {
            Each(Bare(), match => Number(match, "n") is { } n && n.Value is >= 0 and <= 100 && !n.IsWord ? new Claim(ClaimKind.Share, match.Groups["n"].Index, match.Groups["n"].Index + match.Groups["n"].Length) { Value = n.Value / 100, Decimals = n.Decimals } : null);
        }

        Each(Pair(), match => Number(match, "n") is { Value: > 4 } n && Number(match, "m") is { Value: > 20 and not 100 } m && n.Value < m.Value
            ? new[] { match.Groups["n"], match.Groups["m"] }.Zip([n, m], (group, number) => new Claim(ClaimKind.Count, group.Index, group.Index + group.Length) { Value = number.Value }).ToList() : null);
        Each(Count(), match => Number(match, "n") is { } n && IsCount(match, n) ? Qualified(match, new Claim(ClaimKind.Count, match.Index, match.Index + match.Length) { Value = n.Value, Decimals = n.Decimals }) : null);
        return [.. found.OrderBy(claim => claim.Start)];

        void Each(Regex pattern, Func<Match, object?> read)
        {
            foreach (var match in pattern.Matches(text).Cast<Match>())
            {
                var claims = read(match) switch { Claim one => [one], IEnumerable<Claim> many => many.ToList(), _ => new List<Claim>() };
                if (claims.Count > 0 && claims.All(claim => !IsTaken(claim.Start, claim.End)))
                {
                    found.AddRange(claims.Select(claim => claim with { IsInBrackets = IsInBrackets(text, claim.Start) }));
                    Take(match.Index, match.Index + match.Length);
                }
            }
        }

        bool IsTaken(int start, int end) => taken.AsSpan(start, Math.Max(1, end - start)).Contains(true);

        void Take(int start, int end) => taken.AsSpan(start, end - start).Fill(true);

        Numeral? Number(Match match, string group) => match.Groups[group].Success ? Numerals.Of(match.Groups[group].Value, language) : null;

        Claim? Limits(Match match, ClaimKind kind, bool isOfShare) => Number(match, "a") is { } a && Number(match, "b") is { } b && a.Value <= b.Value && b.Value <= 100 && a.Value >= 0
            ? new Claim(kind, match.Index, match.Index + match.Length) { Value = a.Value / 100, Upper = b.Value / 100, Decimals = Math.Max(a.Decimals, b.Decimals), IsOfShare = isOfShare } : null;

        // «90 og 78 prosent», «47, 46 og 28 prosent»: each a share.
        List<Claim>? Listed(Match match)
        {
            var parts = match.Groups["n"].Captures.Select(capture => (capture, number: Numerals.Of(capture.Value, language))).ToList();
            return parts.Count > 1 && parts.All(part => part.number is { Value: >= 0 and <= 100 })
                ? [.. parts.Select((part, i) => new Claim(ClaimKind.Share, part.capture.Index, i == parts.Count - 1 ? match.Index + match.Length : part.capture.Index + part.capture.Length)
                {
                    Value = part.number!.Value.Value / 100, Decimals = part.number.Value.Decimals,
                })]
                : null;
        }

        Claim? Parts(Match match) => Number(match, "k") is { } k && Number(match, "n") is { } n && k.Value < n.Value && n.Value <= 100 && (n.Value <= 20 || n.Value == 100) && k.Decimals == 0
            ? Qualified(match, new Claim(ClaimKind.Share, match.Index, match.Index + match.Length) { Value = k.Value / n.Value, Fraction = n.Value == 100 ? null : ((int)k.Value, (int)n.Value) }) : null;

        Claim? InWords(Match match)
        {
            var (k, n) = FractionWords.Of(match, language);
            var claim = Qualified(match, new Claim(ClaimKind.Share, match.Index, match.Index + match.Length) { Value = (decimal)k / Math.Max(1, n), Fraction = (k, n) });
            return n <= 0 || k >= n ? null
                : FractionWords.IsMajority(match) ? claim with { Loose = Loose.Over }
                : match.Groups["minority"].Success ? claim with { Loose = Loose.Under } : claim;
        }

        Claim? Multiple(Match match)
        {
            var times = match.Groups["double"].Success ? 2 : match.Groups["half"].Success ? 0.5m : match.Groups["oneandhalf"].Success ? 1.5m : Number(match, "n")?.Value;
            return times is { } value && value > 0 ? Qualified(match, new Claim(ClaimKind.Ratio, match.Index, match.Index + match.Length) { Value = value, Way = Down().IsMatch(match.Value) ? Way.Down : Way.Up }) : null;
        }
    }

    // A year, a page or an age is no count; a noun says that it is one.
    private static bool IsCount(Match match, Numeral number) =>
        number.Decimals == 0 && (number.Value >= 10 || !number.IsWord) && !(number.Value is >= 1990 and <= 2040 && match.Groups["n"].Length == 4);

    private static Claim Qualified(Match match, Claim claim) => claim with
    {
        Loose = match.Groups["near"].Success ? Loose.Near
            : match.Groups["around"].Success ? Loose.Around
            : match.Groups["little"].Success ? Loose.LittleOver
            : match.Groups["almost"].Success ? Loose.Almost
            : match.Groups["least"].Success ? Loose.AtLeast
            : match.Groups["most"].Success ? Loose.AtMost
            : match.Groups["over"].Success ? Loose.Over
            : match.Groups["under"].Success ? Loose.Under
            : Loose.Exact,
    };

    private static bool IsInBrackets(string text, int at) => text.LastIndexOf('(', at) is var open and >= 0 && text.IndexOf(')', open) is var close && (close < 0 || close > at);

    private const string Quality = @"(?:(?:(?<near>nær(?:mere)?|opp ?mot|close to|oppunder|up towards)|(?<little>litt (?:over|mer enn|flere enn)|noe (?:over|mer enn)|rett over|såvidt over|så vidt over|godt og vel|drøy[te]?|i overkant av|vel|(?:just|slightly|a little|a bit) (?:over|above|more than)|a good)|(?<around>om ?lag|rundt(?: regnet)?|ca\.?|cirka|omtrent|omkring|circa|about|around|roughly|approximately|some|anslagsvis)|(?<almost>nesten|nærmest|knapt?e?|snaut|i underkant av|like under|rett under|litt under|litt (?:mindre|færre) enn|almost|nearly|just (?:under|below|short of)|barely|slightly (?:under|below|less than)|a little (?:under|less than|below)|not quite|bortimot)|(?<least>minst|i hvert fall|at least|ikke mindre enn|no fewer than|no less than)|(?<most>høyst|maksimalt|maks|opptil|inntil|at most|up to|no more than|ikke mer enn)|(?<over>(?:godt |langt |klart )?(?:over|mer enn|flere enn)|(?:well |far )?(?:over|above|more than|upwards of))|(?<under>(?:godt |langt |klart )?(?:under|mindre enn|færre enn)|(?:well |far )?(?:under|below|less than|fewer than)))\s+)?(?:så mye som |hele |as many as |så mange som )?";

    // The level of an interval, and numbers that name something: figures, chapters, paragraphs.
    [GeneratedRegex(@"\b(?:figur(?:ene)?|figures?|tabell(?:ene)?|tables?|kapittel|kap\.|chapter|avsnitt|section|punkt|pkt\.|vedlegg|annex|appendix|side|page|meld\. st\.|st\.meld\. nr\.|prop\.|nou|notatbok|notebook|spørsmål|question|nr\.|boks|box|mål)\s*\d+(?:[.:]\d+)*(?:\s*(?:–|-|og|and)\s*\d+(?:\.\d+)*)?(?:\s?[a-z]\b)?(?:\s*\(\d{4}(?:[–-]\d{2,4})?\))?|\b(?:90|95|99)(?:[.,]\d)?[\s-]?(?:%|prosents?|pst\.?|per ?cent|percent)[\s-]*(?=(?:ki\b|ci\b|konfidens|confidence|sikkerhet|certain|uncertain|interval|signifikansnivå|significance))|(?<![\p{L}\d])(?:\d+(?:[–-]\d+)?)\s*(?:ansatte|employees|årsverk)|\b(?:mellom|between|fra|from)\s+\d+\s+(?:og|and|til|to)\s+\d+\s+(?:ansatte|employees)|\b(?:de )?siste\s+(?:to|tre|fem|\d+)\s+år\w*|\blast\s+(?:two|three|five|\d+)\s+years|\b(?:signifikans|femprosents?|fem prosents?|five per cent|5[ -]?(?:%|prosents?|per cent|percent))[ -]?(?:nivå|level)")]
    private static partial Regex Skipped();

    // «95 % KI 82–88», «konfidensintervall fra 82 til 88», «usikkerhet: 82 til 88 prosent».
    [GeneratedRegex(@"(?:\bki\b|\bci\b|konfidensintervall\w*|feilmargin\w*|usikkerhetsintervall\w*|usikkerhetsmargin\w*|usikkerhet\w*|confidence interval|intervall\w*|interval\b|confidence limits?|margin of error|uncertainty)(?:\s*\([^)\d]*\))?(?<between>[^\d.;]{0,40}?)(?<a>" + Num + @")(?:" + Percent + @")?(?:" + Dash + @"|\s(?:til|to|og|and)\s|,\s)(?<b>" + Num + @")(?:" + Percent + @")?")]
    private static partial Regex Interval();

    [GeneratedRegex(@"(?:±|\+/-|\+/−|pluss(?:/| og | eller )?minus|plus[ -]or[ -]minus|plus/minus)\s?(?<n>" + Num + @")(?:" + Points + @"|" + Percent + @")?|(?:feilmargin\w*|usikkerhetsmargin\w*|usikkerhet\w*|margin of error)[^\d.;]{0,80}?(?<n>" + Num + @")(?:" + Points + @"|" + Percent + @")")]
    private static partial Regex Margin();

    [GeneratedRegex(Quality + @"(?<n>" + Num + @")" + Points)]
    private static partial Regex PointsOf();

    [GeneratedRegex(@"\bn\s?(?:=|er|is|på|:)\s?(?<n>" + Numerals.Digits + @")")]
    private static partial Regex Base();

    [GeneratedRegex(@"(?:" + Quality + @")(?:(?<double>dobbelt så|det dobbelte|dobbelt opp|twice as|twice the|double(?:d)? the|to ganger så|two times as|fordoble\w*|doblet|doubled)|(?<half>halvparten så|halvt så|half as|half the (?:share|number|proportion))|(?<oneandhalf>halvannen gang(?:er)? så|one and a half times as|en og en halv gang(?:er)? så)|(?<n>" + Num + @")\s?(?:ganger|gonger|times)(?:\s(?:så|as|more|flere|høyere|higher|mer)))(?:\s(?:mange|many|ofte|often|høy\w*|high|stor\w*|large|vanlig\w*|common|utbredt\w*|likely|sannsynlig))?")]
    private static partial Regex Times();

    [GeneratedRegex(@"(?:(?:mellom|between|from|fra|i spennet|i området)\s+)?(?<a>" + Num + @")(?:" + Percent + @")?(?:" + Dash + @"|(?<=(?:mellom|between)\s+\S+(?:\s?%|\sprosent|\sper cent|\spercent|\spst\.?)?)\s(?:og|and)\s)(?<b>" + Num + @")" + Percent)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<n>" + Num + @")(?:,\s(?<n>" + Num + @"))*\s(?:og|and|mot|against|versus)\s(?<n>" + Num + @")" + Percent)]
    private static partial Regex Shared();

    [GeneratedRegex(Quality + @"(?<n>" + Num + @")" + Percent)]
    private static partial Regex PercentOf();

    // «En økning på 6 prosent», «45 prosent flere»: a change of a number by a part of itself, and no share.
    [GeneratedRegex(@"(?<=(?:\bøk(?:te|t|er)|\bsteg|\bstiger|\bvokst?e?|\bsank|\bsunket|\bfalt|\bgikk (?:opp|ned)|\bgått (?:opp|ned)|increased?|\brose|\brisen|\bgrew|\bgrown|\bfell|\bfallen|declined?|dropped)\s(?:med|by)\s|(?:\bøkning\w*|\bnedgang\w*|\bvekst\w*|reduksjon\w*|increase|decrease|growth|decline|fall|drop|rise)(?:[^.;\d]{0,80}\b(?:er|var|is|was))?\s(?:på|of|by)\s)" + Quality + @"(?<n>" + Num + @")" + Percent + @"|" + Quality + @"(?<n>" + Num + @")" + Percent + @"(?=\s(?:flere|færre|høyere|lavere|større|mindre|more|fewer|higher|lower|larger|smaller)\b)")]
    private static partial Regex Relative();

    // «Svarprosenten var 45», «andelen var 85»: the noun says the unit.
    [GeneratedRegex(@"\b(?:svarprosent\w*|prosentandel\w*|prosenten|response rate|percentage)\b[^.;:\d]{0,80}?\s(?:er|var|på|is|was|of)\s(?<n>" + Numerals.Digits + @")(?=[.,;]?(?:\s\p{L}|$|\s?$))")]
    private static partial Regex Rate();

    [GeneratedRegex(Quality + @"(?<k>" + Num + @")\s(?:(?:av|out of|of|in|i|ut av)\s|(?:\p{L}+\s){1,2}(?:in|av)\s(?=" + Numerals.Letters + @"))(?:de |dem |alle |every |hver |the |totalt )?(?<n>" + Num + @")(?!\s?(?:%|prosent|per cent|percent|pst|år|years|spørsm|kommuner|departement))")]
    private static partial Regex Fraction();

    [GeneratedRegex(Quality + FractionWords.Pattern)]
    private static partial Regex Words();

    // After a share another number without its sign: «85 prosent i 2018 og 91 i 2021», «mot 78 blant de ytre etatene».
    [GeneratedRegex(@"(?:\b(?:og|mot|til|mens|men|and|against|to|while|compared with|versus|fra|from|bare|only|henholdsvis)|[,(:])\s(?:bare |only |hele |på )?(?<n>" + Numerals.Digits + @")(?!\s(?:av|of)\s(?:de |the )?\d)(?=\s(?:i|for|blant|hos|av|in|for|among|of|at|ved)\s|\)|,|\.|;|$|\sog\s|\smot\s|\stil\s|\sto\s|\sand\s)")]
    private static partial Regex Bare();

    [GeneratedRegex(Quality + @"(?<![–-])(?<n>" + Num + @")\s(?:(?:statlige|offentlige|norske|danske|svenske|finske|nederlandske|inviterte|ulike|fullstendige|gyldige|innkomne|state|public|norwegian|danish|swedish|finnish|dutch|invited|complete|valid|utvalgte|sampled|of the|av de)\s){0,3}(?<sure>svarene|svar\b|besvarelser|svarte|av (?:dem|disse) (?:svarte|besvarte|deltok)|of (?:them|these) (?:answered|responded|replied|took part)|respondent\w*|arbeidsplass\w*|virksomhet\w*|enhet\w*|enhetslede\w*|ledere|lederne|ordførere|deltakere|deltok|inviterte|invitasjoner|ansatte|kommuner|organisasjoner|departement\w*|direktorat\w*|observasjoner|ble (?:invitert|spurt|kontaktet)|(?:har )?besvarte|responses|answers|replies|respondents|answered|responded|replied|workplaces|agencies|units|leaders|mayors|participants|invited|employees|municipalities|organisations|organizations|ministries|directorates|observations|were (?:invited|asked|approached))|(?:svar(?:ene)? fra|utvalg(?:et)? (?:er |var )?(?:på|besto av|besto?d av)|populasjonen (?:er|var|teller|består av|besto av)|besvart av|sendt (?:ut )?til|(?:answers|responses|replies) from|sample (?:of|was|is)|population (?:of|was|is)|sent to|answered by|base(?:rt|d) (?:på|on))\s(?:i alt |totalt |a total of |til sammen )?(?<n>" + Num + @")(?!\s?(?:%|prosent|per cent|percent|pst|av ti|av fem|of ten|in ten))")]
    private static partial Regex Count();

    // «(82–88)», «(82 til 88 prosent)» after a share.
    [GeneratedRegex(@"(?<=(?:%|prosent|pst\.?|per cent|percent)\s?)[\(\[](?<a>" + Numerals.Digits + @")(?:" + Dash + @"|\s(?:til|to)\s)(?<b>" + Numerals.Digits + @")(?:" + Percent + @")?[\)\]]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<n>" + Numerals.Digits + @")\s(?:av|of)\s(?:de |dem |i alt |the |a total of )?(?<m>" + Numerals.Digits + @")(?=\s\p{L}|[.,;)]|$)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"halvparten så|halvt så|half")]
    private static partial Regex Down();
}
