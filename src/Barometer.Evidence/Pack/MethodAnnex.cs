namespace Barometer.Evidence.Pack;

/// <summary>Writes the annex on method: what was asked of whom, how it was weighted, what is hidden and why, and which files.</summary>
internal static class MethodAnnex
{
    private static readonly LocalizedText Table = new("Tabell", "Table");

    /// <summary>Adds the annex.</summary>
    /// <param name="file">The document.</param>
    /// <param name="origin">What the numbers were made with.</param>
    /// <param name="chapter">The number of its heading.</param>
    /// <param name="language">The document's language.</param>
    public static void Add(WordFile file, PackOrigin origin, int chapter, Language language)
    {
        var policy = ReleasePolicy.Read(Path.Combine(origin.Data, "releases", "policy.json"));
        var stamp = new ReleaseStamp("method", policy.Version, "method", IsSynthetic: false);
        EvidenceTable[] tables = [Thresholds(policy, stamp), Symbols(stamp), Files(origin, stamp)];
        file.Add(WordText.Paragraph(MethodText.Annex.In(language), "Heading1"));
        Add(file, language, MethodText.WeightingHeading, MethodText.Weighting);
        Add(file, language, MethodText.UncertainHeading, MethodText.Uncertain);
        Add(file, language, MethodText.AnonymityHeading, MethodText.Anonymity);
        AddTable(file, chapter, 1, tables[0].In(language));
        Add(file, language, MethodText.SymbolsHeading, []);
        AddTable(file, chapter, 2, tables[1].In(language));
        Add(file, language, MethodText.FilesHeading, []);
        AddTable(file, chapter, 3, tables[2].In(language));
        file.Add(WordText.Paragraph(MethodText.More.In(language)));
    }

    private static void Add(WordFile file, Language language, LocalizedText heading, IEnumerable<LocalizedText> paragraphs)
    {
        file.Add(WordText.Paragraph(heading.In(language), "Heading2"));
        file.AddAll(paragraphs.Select(text => WordText.Paragraph(text.In(language))));
    }

    private static void AddTable(WordFile file, int chapter, int number, EvidenceTable table)
    {
        file.Add(WordText.Caption(Table.In(table.Language), chapter, number, table.Content.Title.In(table.Language)));
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
