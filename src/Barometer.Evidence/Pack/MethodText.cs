namespace Barometer.Evidence.Pack;

/// <summary>The words of the annex on method.</summary>
internal static class MethodText
{
    public static readonly LocalizedText Annex = new("Vedlegg: metode", "Annex: method");
    public static readonly LocalizedText WeightingHeading = new("Vekting og usikkerhet", "Weighting and uncertainty");
    public static readonly LocalizedText UncertainHeading = new("Usikre tall", "Uncertain numbers");
    public static readonly LocalizedText AnonymityHeading = new("Anonymitet", "Anonymity");
    public static readonly LocalizedText SymbolsHeading = new("Standardtegn", "Standard symbols");
    public static readonly LocalizedText FilesHeading = new("Filer og kode", "Files and code");

    public static readonly LocalizedText More = new(
        "Metoden er beskrevet i docs/method.md og docs/anonymity.md i arkivet Barometer.Analysis.",
        "The method is described in docs/method.md and docs/anonymity.md of the repository Barometer.Analysis.");

    public static readonly IReadOnlyList<LocalizedText> Weighting =
    [
        new(
            "Hvordan arbeidsplassene ble trukket, hvilke strata som ble brukt, og hvordan svarene ble vektet i 2018, er ikke publisert. Valgene her er prosjektets egne.",
            "How workplaces were drawn, which strata were used and how the answers were weighted in 2018 is not published. The choices here are the project's own."),
        new(
            "Svarene fra arbeidsplassene (operativt nivå) er stratifisert etter virksomhetsgruppe og størrelse og raket til departementsområde, virksomhetsgruppe og størrelse. Svarene fra virksomhetene (strategisk nivå) er stratifisert etter virksomhetsgruppe. Begge har endelighetskorreksjon.",
            "The answers of workplaces (operational level) are stratified by agency group and size, and raked to ministry area, agency group and size. The answers of agencies (strategic level) are stratified by agency group. Both have a finite population correction."),
        new(
            "Konfidensintervallene er på 95 prosent. De tar hensyn til strata, vekter og endelig populasjon, men ikke til feil som skyldes at de som svarte, skiller seg fra dem som ikke gjorde det, på annet enn det vektene bygger på.",
            "Confidence intervals are of 95 per cent. They allow for strata, weights and the finite population, but not for error where those who answered differ from those who did not in other respects than the weights are made of."),
        new(
            "Vet ikke er med i grunnlaget for en prosent. Tall er rundet av én gang, ved frigivelsen, og prosenter er aldri regnet av avrundede tall.",
            "“Don't know” is in the base of a percentage. Numbers are rounded once, at release, and percentages are never computed of rounded numbers."),
    ];

    public static readonly IReadOnlyList<LocalizedText> Uncertain = [Wording.FewEffective, Wording.WideInterval, Wording.FewDegreesOfFreedom];

    public static readonly IReadOnlyList<LocalizedText> Anonymity =
    [
        new(
            "Det som skal vernes, er virksomheten: flere arbeidsplasser i samme virksomhet teller som én. Tall som kan røpe hva en enkelt virksomhet svarte, er skjult, også når de kan regnes ut av andre tall. De er merket «:».",
            "What is protected is the agency: several workplaces of one agency count as one. Numbers that could give away a single agency's answer are hidden, also where they could be worked out from others. They are marked “:”."),
        new("Tersklene er prosjektets egne valg, ikke Difis:", "The thresholds are the project's own choice, not Difi's:"),
    ];
}
