namespace Barometer.Evidence.Pack;

/// <summary>Writes the annex on method: what was asked of whom, how it was weighted, what is hidden and why, and which files.</summary>
internal static class MethodAnnex
{
    /// <summary>What stands in its tables' numbers where others have their chapter's: chapters come, and it keeps its own.</summary>
    public const string Letter = "A";

    /// <summary>Its heading's place.</summary>
    public static readonly LocalizedText Place = new("Vedlegg", "Annex");

    /// <summary>Its heading.</summary>
    public static readonly LocalizedText Annex = new("Vedlegg: metode", "Annex: method");
    private static readonly LocalizedText WeightingHeading = new("Vekting og usikkerhet", "Weighting and uncertainty");
    private static readonly LocalizedText UncertainHeading = new("Usikre tall", "Uncertain numbers");
    private static readonly LocalizedText AnonymityHeading = new("Anonymitet", "Anonymity");
    private static readonly LocalizedText SymbolsHeading = new("Standardtegn", "Standard symbols");
    private static readonly LocalizedText FilesHeading = new("Filer og kode", "Files and code");
    private static readonly LocalizedText OriginsHeading = new("Hvor figurer og tabeller er laget", "Where figures and tables are made");

    /// <summary>Where the whole method is.</summary>
    public static readonly LocalizedText More = new(
        "Metoden er beskrevet i docs/method.md og docs/anonymity.md i arkivet Barometer.Analysis.",
        "The method is described in docs/method.md and docs/anonymity.md of the repository Barometer.Analysis.");

    private static readonly IReadOnlyList<LocalizedText> Weighting =
    [
        new(
            "Konfidensintervallene er på 95 prosent. De tar hensyn til strata, vekter og endelig populasjon, men ikke til feil som skyldes at de som svarte, skiller seg fra dem som ikke gjorde det, på annet enn det vektene bygger på.",
            "Confidence intervals are of 95 per cent. They allow for strata, weights and the finite population, but not for error where those who answered differ from those who did not in other respects than the weights are made of."),
        new(
            "Vet ikke er med i grunnlaget for en prosent. Tall er rundet av én gang, ved frigivelsen, og prosenter er aldri regnet av avrundede tall.",
            "“Don't know” is in the base of a percentage. Numbers are rounded once, at release, and percentages are never computed of rounded numbers."),
    ];

    private static readonly IReadOnlyList<LocalizedText> Uncertain = [Wording.FewEffective, Wording.WideInterval, Wording.FewDegreesOfFreedom];

    private static readonly IReadOnlyList<LocalizedText> Anonymity =
    [
        new(
            "Det som skal vernes, er virksomheten: flere arbeidsplasser i samme virksomhet teller som én. Tall som kan røpe hva en enkelt virksomhet svarte, er skjult, også når de kan regnes ut av andre tall. De er merket «:».",
            "What is protected is the agency: several workplaces of one agency count as one. Numbers that could give away a single agency's answer are hidden, also where they could be worked out from others. They are marked “:”."),
        new("Tersklene er prosjektets egne valg, ikke Difis:", "The thresholds are the project's own choice, not Difi's:"),
    ];

    /// <summary>Adds the annex.</summary>
    /// <param name="file">The document.</param>
    /// <param name="items">The document's figures and tables.</param>
    /// <param name="origin">What the numbers were made with.</param>
    /// <param name="language">The document's language.</param>
    public static void Add(WordFile file, IReadOnlyList<PackItem> items, PackOrigin origin, Language language)
    {
        var policy = ReleasePolicy.Read(Path.Combine(origin.Data, "releases", "policy.json"));
        var stamp = new ReleaseStamp("method", policy.Version, "method", IsSynthetic: false);
        file.Add(WordText.Heading(Annex.In(language), 1, WordStyles.AnnexList, Place.In(language), ExhibitNumber.KindOf(isFigure: false).In(language)));
        Add(file, language, WeightingHeading, [.. SurveyCatalog.Codebooks(origin.Data).Select(DesignWording.Of).OfType<LocalizedText>(), .. Weighting]);
        Add(file, language, UncertainHeading, Uncertain);
        Add(file, language, AnonymityHeading, Anonymity);
        AddTable(file, 1, Thresholds(policy, stamp).In(language));
        Add(file, language, SymbolsHeading, []);
        AddTable(file, 2, Symbols(stamp).In(language));
        Add(file, language, FilesHeading, []);
        AddTable(file, 3, Files(origin, stamp).In(language));
        Add(file, language, OriginsHeading, []);
        AddTable(file, 4, Origins(items, stamp).In(language));
        file.Add(WordText.Paragraph(More.In(language)));
    }

    private static void Add(WordFile file, Language language, LocalizedText heading, IEnumerable<LocalizedText> paragraphs)
    {
        file.Add(WordText.Heading(heading.In(language), 2, WordStyles.AnnexList));
        file.AddAll(paragraphs.Select(text => WordText.Paragraph(text.In(language))));
    }

    private static void AddTable(WordFile file, int number, EvidenceTable table)
    {
        file.Add(WordText.Caption(ExhibitNumber.KindOf(isFigure: false).In(table.Language), Letter, number, number - 1, table.Content.Title.In(table.Language)));
        file.AddAll(WordTable.Of(table));
    }

    private static EvidenceTable Thresholds(ReleasePolicy policy, ReleaseStamp stamp) => FactTable.Of(
        "thresholds",
        new LocalizedText($"Terskler for å frigi tall, versjon {policy.Version}", $"Thresholds of release, version {policy.Version}"),
        stamp,
        (new("Færreste svar i en celle", "Fewest respondents in a cell"), TableCell.Number(policy.MinRespondents)),
        (new("Færreste virksomheter i en celle", "Fewest organisations in a cell"), TableCell.Number(policy.MinOrganisations)),
        (new("Største andel av svarene i en celle fra én virksomhet", "Largest share of a cell from one organisation"), TableCell.Percent(policy.MaxOrganisationShare)),
        (new("Færreste svar bak en prosent eller et gjennomsnitt", "Fewest respondents behind a percentage or mean"), TableCell.Number(policy.MinBase)),
        (new("En gruppe skjules når alle, eller alle unntatt så mange, svarte det samme", "A group is hidden when all, or all but so many, gave the same answer"), TableCell.Number(policy.GroupCoalition)),
        (new("Desimaler i prosenter", "Decimals of percentages"), TableCell.Number(policy.PercentDecimals)));

    private static EvidenceTable Symbols(ReleaseStamp stamp) => FactTable.Of(
        "symbols",
        new LocalizedText("Standardtegn i tabeller", "Standard symbols in tables"),
        stamp,
        StandardSymbols.All.Select(symbol => (new LocalizedText(symbol.Sign(), symbol.Sign()), TableCell.Text(symbol.Meaning()))));

    private static EvidenceTable Origins(IReadOnlyList<PackItem> items, ReleaseStamp stamp) => FactTable.Of(
        "origins",
        new LocalizedText("Notatbok og celle", "Notebook and cell"),
        stamp,
        items.Select(item => (item.Label, TableCell.Text($"{item.Exhibit.Notebook}, «{item.Exhibit.CellId}»"))));

    // Which delivery, and not a digest of it: with one, a guess at all answers could be tested.
    private static EvidenceTable Files(PackOrigin origin, ReleaseStamp stamp) => FactTable.Of(
        "files",
        new LocalizedText("Data og kode bak tallene", "Data and code behind the numbers"),
        stamp,
        [
            .. SurveyCatalog.List(origin.Data).Select(survey => (new LocalizedText(survey, survey), TableCell.Text(Delivery.Find(SurveyFolder.Locate(origin.Data, survey))?.Words ?? Delivery.NotSaid))),
            (new LocalizedText("Barometer.Analysis", "Barometer.Analysis"), TableCell.Text(typeof(Survey).Assembly.GetName().Version!.ToString(3) + (origin.Commit is { } commit ? $" ({commit[..12]})" : ""))),
        ]);
}
