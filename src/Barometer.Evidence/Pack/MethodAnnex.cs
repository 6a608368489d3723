using Barometer.Analysis;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Loading;
using Barometer.Evidence.Documents;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Pack;

/// <summary>Writes the annex on method: what was asked of whom, how it was weighted, what is hidden and why, and which files.</summary>
internal static class MethodAnnex
{
    private static readonly string[] Weighting =
    [
        "Hvordan arbeidsplassene ble trukket, hvilke strata som ble brukt, og hvordan svarene ble vektet i 2018, er ikke publisert. Valgene her er prosjektets egne.",
        "Svarene fra arbeidsplassene (operativt nivå) er stratifisert etter virksomhetsgruppe og størrelse og raket til departementsområde, virksomhetsgruppe og størrelse. Svarene fra virksomhetene (strategisk nivå) er stratifisert etter virksomhetsgruppe. Begge har endelighetskorreksjon.",
        "Konfidensintervallene er på 95 prosent. De tar hensyn til strata, vekter og endelig populasjon, men ikke til feil som skyldes at de som svarte, skiller seg fra dem som ikke gjorde det, på annet enn det vektene bygger på.",
        "Vet ikke er med i grunnlaget for en prosent. Tall er rundet av én gang, ved frigivelsen, og prosenter er aldri regnet av avrundede tall.",
    ];

    private static readonly string[] Anonymity =
    [
        "Det som skal vernes, er virksomheten: flere arbeidsplasser i samme virksomhet teller som én. Tall som kan røpe hva en enkelt virksomhet svarte, er skjult, også når de kan regnes ut av andre tall. De er merket «:».",
        "Tersklene er prosjektets egne valg, ikke Difis:",
    ];

    /// <summary>Adds the annex.</summary>
    /// <param name="file">The document.</param>
    /// <param name="origin">What the numbers were made with.</param>
    /// <param name="chapter">The number of its heading.</param>
    public static void Add(WordFile file, PackOrigin origin, int chapter)
    {
        var policy = ReleasePolicy.Read(Path.Combine(origin.Data, "releases", "policy.json"));
        var stamp = new ReleaseStamp("method", policy.Version, "method", IsSynthetic: false);
        file.Add(WordText.Paragraph("Vedlegg: metode", "Heading1"));
        Add(file, "Vekting og usikkerhet", Weighting);
        Add(file, "Usikre tall", [.. new[] { Wording.FewEffective, Wording.WideInterval, Wording.FewDegreesOfFreedom }.Select(text => text.Nb)]);
        Add(file, "Anonymitet", Anonymity);
        AddTable(file, chapter, 1, Thresholds(policy, stamp));
        file.Add(WordText.Paragraph("Standardtegn", "Heading2"));
        AddTable(file, chapter, 2, Symbols(stamp));
        file.Add(WordText.Paragraph("Filer og kode", "Heading2"));
        AddTable(file, chapter, 3, Files(origin, stamp));
        file.Add(WordText.Paragraph("Metoden er beskrevet i docs/method.md og docs/anonymity.md i arkivet Barometer.Analysis."));
    }

    private static void Add(WordFile file, string heading, IEnumerable<string> paragraphs)
    {
        file.Add(WordText.Paragraph(heading, "Heading2"));
        file.AddAll(paragraphs.Select(text => WordText.Paragraph(text)));
    }

    private static void AddTable(WordFile file, int chapter, int number, EvidenceTable table)
    {
        file.Add(WordText.Caption("Tabell", chapter, number, table.Content.Title.Nb));
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

    private static EvidenceTable Files(PackOrigin origin, ReleaseStamp stamp)
    {
        var digests = new DataDigests(origin.Data);
        var surveys = SurveyCatalog.List(origin.Data).Append("published");
        return FactTable.Of(
            "files",
            new LocalizedText("Data og kode bak tallene (SHA-256, starten)", "Data and code behind the numbers (SHA-256, start)"),
            stamp,
            [
                .. surveys.Select(survey => (new LocalizedText(survey, survey), TableCell.Text((digests.Of(survey) ?? "")[..12]))),
                (new LocalizedText("Barometer.Analysis", "Barometer.Analysis"), TableCell.Text(typeof(Survey).Assembly.GetName().Version!.ToString(3) + (origin.Commit is { } commit ? $" ({commit[..12]})" : ""))),
            ]);
    }
}
