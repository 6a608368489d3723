using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Claims;

/// <summary>Finds what a sentence claims without a number of its own: which is the largest, which is larger than another, what grew or fell.</summary>
internal static partial class Statements
{
    /// <summary>The claims in a sentence of small letters, beside those with numbers.</summary>
    /// <param name="text">The sentence in small letters, with plain spaces.</param>
    /// <param name="amounts">The claims with numbers.</param>
    public static IReadOnlyList<Claim> In(string text, IReadOnlyList<Claim> amounts)
    {
        List<Claim> found = [];
        var saysChance = Chance().IsMatch(text);
        foreach (var match in Graded().Matches(text).Cast<Match>().Where(match => IsFree(match)))
        {
            var isDown = match.Groups["down"].Success != match.Groups["small"].Success;
            found.Add(new Claim(ClaimKind.Comparison, match.Index, match.Index + match.Length) { Way = isDown ? Way.Down : Way.Up, IsGraded = true, SaysChance = saysChance });
            return found;
        }

        foreach (var match in Changed().Matches(text).Cast<Match>().Where(match => IsFree(match.Groups["w"]) && (amounts.Count > 0 || Since().IsMatch(text)) && !Refused().IsMatch(text)))
        {
            found.Add(new Claim(ClaimKind.Change, match.Groups["w"].Index, match.Groups["w"].Index + match.Groups["w"].Length) { Way = WayOf(match), SaysChance = saysChance });
        }

        foreach (var match in Ranked().Matches(text).Cast<Match>().Where(match => IsFree(match)))
        {
            var place = match.Groups["second"].Success ? 2 : match.Groups["third"].Success ? 3 : 1;
            found.Add(new Claim(ClaimKind.Rank, match.Index, match.Index + match.Length) { Place = match.Groups["down"].Success ? -place : place, SaysChance = saysChance });
        }

        foreach (var match in Compared().Matches(text).Cast<Match>().Where(match => IsFree(match.Groups["w"])).Concat(Equal().Matches(text).Cast<Match>().Where(match => IsFree(match))))
        {
            if (!Refused().IsMatch(text) && !found.Any(claim => claim.Kind == ClaimKind.Change))
            {
                var word = match.Groups["w"];
                found.Add(new Claim(ClaimKind.Comparison, word.Index, word.Index + word.Length) { Way = WayOf(match), SaysChance = saysChance });
                break;
            }
        }

        // «85 prosent, mot 81 i Danmark»: put beside each other without a word on which is larger.
        var shares = amounts.Where(claim => claim.Kind == ClaimKind.Share).ToList();
        foreach (var (one, other) in Refused().IsMatch(text) || found.Count > 0 ? [] : shares.Zip(shares.Skip(1)))
        {
            if (Beside().Match(text[one.End..other.Start]) is { Success: true } match)
            {
                found.Add(new Claim(ClaimKind.Comparison, one.End + match.Index, one.End + match.Index + match.Length) { Way = Way.Beside });
            }
        }

        return found;

        bool IsFree(Capture match) => !amounts.Any(claim => claim.Start < match.Index + match.Length && claim.End > match.Index);
    }

    private static Way WayOf(Match match) => match.Groups["down"].Success ? Way.Down : match.Groups["same"].Success ? Way.Same : Way.Up;

    // «Økt effektivitet» is what was gained, no change of a share.
    [GeneratedRegex(@"(?<w>(?:har |hadde |er |have |has |had )?(?:(?<down>\bsank\b|\bsunket\b|\bfalt\b|\bfalle[rt]?\b|gikk ned|gikk [^.;]{0,70}\bned\b|gått ned|går ned|\bned fra|\bble\b[^.;]{0,60}?\b(?:mindre vanlig|sjeldnere|færre)\b|\bbecame (?:rarer|less (?:common|frequent))|redusert|\bnedgang\w*|reduksjon\w*|tilbakegang\w*|avtatt|avtok|decreased?|\bfell\b|fallen|declined?|dropped|\bdown from|went down|gone down|shrunk|shrank)|(?<same>uendret|stabilt?\b|holdt seg|unchanged|stable|remained|stayed the same)|\bøk(?:te|t|er)\b|\bøkning\w*|\bsteg\b|\bsteget\b|\bstiger\b|vokst|vokste|vokser|gikk opp|gikk [^.;]{0,70}\bopp\b|gått opp|går opp|\bopp fra|\bble\b[^.;]{0,60}?\b(?:mer vanlig|vanligere|hyppigere|oftere)\b|\bbecame (?:more (?:common|frequent|widespread))|\bvekst\b|increased?|\brose\b|\brisen\b|\bgrew\b|\bgrown\b|went up|gone up|\bup from|climbed))(?!\s(?:effektiv|produktiv|kvalitet|medarbeider|tilfreds|innflytelse|bruk av|efficien|product|employee|satisf|quality|influence))")]
    private static partial Regex Changed();

    // «Stiger med størrelsen», «jo større arbeidsplass, desto flere»: from one end of the sizes to the other.
    [GeneratedRegex(@"\b(?:(?<down>avtar|avtok|synker|sank|faller|falt|minker|går ned|falls|fell|decreases|decreased|declines|declined)|øker|økte|stiger|steg|vokser|vokste|tiltar|går opp|rises|rose|increases|increased|grows|grew)\s(?:\w+\s){0,2}?(?:med|etter|with)\s(?:\w+\s){0,2}?(?:størrelse\w*|antall(?:et)? ansatte|size|number of employees)|\b(?:jo|the)\s(?:større|flere ansatte|larger|bigger|(?<small>mindre|færre ansatte|smaller))\b[^,.;]{0,40},\s(?:jo|desto|dess|the)\s(?:(?<down>\w*sjeldnere|lavere|færre|mindre|lower|fewer|rarer|less)|oftere|høyere|flere|større|mer|more|higher|larger)\b[^.;]*")]
    private static partial Regex Graded();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b|siden|since|forrige|previous|fra \S+ til|from \S+ to")]
    private static partial Regex Since();

    [GeneratedRegex(@"(?:(?<second>nest|second[- ])|(?<third>tredje|third[- ]))?\s?(?:(?<down>\bfærrest\b|(?<!\bde )\b(?:lavest|sjeldnest)\w*|minst (?:vanlig|utbredt|brukt|ofte)\w*|\bnederst\b|på bunn\w*|\bfewest\b|\blowest\b|\bsmallest\b|least (?:common|often|frequent|likely|widespread)\w*|bottom of)|(?<!\bde )\bflest\b(?!e)|(?<!\bde )(?<!\b(?:er|are) (?:de|the) (?:\w+ ){1,2}(?:som |that )?)(?:\b|(?<=nest))(?:størst|høyest|vanligst|oftest|hyppigst|mest (?:vanlig|utbredt|brukt|nevnt|oppgitt|omtalt)|viktigste? (?:gevinst|drivkraft|drivkreft|driver|hinder|hindring|barriere|årsak til|samarbeidspartner|partner|kilde|finansieringskilde|initiativtaker|hemm|fremm))\w*|på topp|\bøverst\b|på førsteplass|(?<!among the )(?<!of the )\bmost (?:common|often|frequent|widespread|cited|mentioned|prevalent|likely|important (?:gain|driver|barrier|partner|source|benefit|obstacle))\w*|\bthe most (?:workplaces|agencies)|(?<!among the )(?<!of the )\b(?:largest|highest|greatest|biggest|commonest) (?:share|proportion|percentage|gain|barrier|driver|obstacle|group)?|top of the)(?!\s?\w+s\s(?:are|were)\b)")]
    private static partial Regex Ranked();

    [GeneratedRegex(@"(?<!\bor )(?<!\beller )\b(?<w>(?:(?<down>færre|sjeldnere|lavere|mindre|fewer|lower|smaller|less|rarer)|flere|oftere|høyere|større|mer|hyppigere|vanligere|more|higher|larger|greater|oftener|commoner))\b(?! (?:enn|than) (?:" + Numerals.Pattern + @"|halvparten|half|hver|dobbelt|twice|noen|noensinne|ever|bare|just|only))[^.;]*?\b(?<than>enn|than)\b(?!\s(?:" + Numerals.Digits + @"))|\bligger (?<w>(?<down>under)|over)\b(?<than>)(?!\s\d)")]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<w>\b(?<same>like (?:mange|vanlig\w*|ofte|høy\w*|stor\w*|utbredt\w*)|ingen (?:reell |klar |vesentlig |tydelig |signifikant )?forskjell|ikke (?:statistisk )?signifikante? forskjell|no (?:statistically )?significant difference|ikke (?:noen )?forskjell|samme andel|på samme nivå|just as (?:many|common|often|likely)|as (?:many|common|often|likely)(?= [^.]* as\b)|no (?:clear |real )?difference|the same share|the same level|equally (?:common|likely|often)))")]
    private static partial Regex Equal();

    [GeneratedRegex(@"\bmot\b|sammenlignet med|til sammenligning|tilsvarende|compared (?:with|to)|\bagainst\b|\bversus\b|by comparison|the same (?:share|proportion)|corresponding")]
    private static partial Regex Beside();

    /// <summary>«Forskjellen er ikke signifikant», «innenfor feilmarginen».</summary>
    [GeneratedRegex(@"ikke (?:statistisk )?signifikant|innenfor (?:feilmargin|usikkerhet|det som kan)|kan skyldes tilfeldig|tilfeldigheter|not (?:statistically )?significant|within (?:the )?(?:margin|chance)|may be (?:due to )?chance|could be (?:due to )?chance|by chance|for usikker|feilmarginene overlapper|intervallene overlapper|intervals overlap")]
    private static partial Regex Chance();

    /// <summary>A sentence that says what can't be compared compares nothing.</summary>
    [GeneratedRegex(@"(?:kan|bør|skal|må)(?: derfor| altså| dermed| likevel)? ikke (?:uten videre |direkte )?(?:sammenlign|sammenhold|måles|settes)|ikke (?:direkte )?sammenlignbar|er ikke sammenlign|not (?:directly )?(?:be )?compar|cannot (?:directly )?be compared|can ?not be compared|can't be compared|aren't comparable|vet ikke om|ikke grunnlag for|no basis for|kan ikke si (?:om|at)|cannot (?:say|tell)|can't (?:say|tell)")]
    private static partial Regex Refused();
}
