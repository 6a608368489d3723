namespace Barometer.Evidence.Tables;

/// <summary>
/// The concordance as tables: the answers of a list beside ours, and the sums over a list that a source states beside those of released
/// shares. The sums aren't compared: years, bases and rules of answering differ, and the answers here may be synthetic.
/// </summary>
internal static class ConcordanceTable
{
    private static readonly TableCell Nothing = TableCell.Text(new LocalizedText("", ""));

    /// <summary>The Danish answers of one list beside ours.</summary>
    /// <exception cref="BarometerException">There is no such list.</exception>
    public static EvidenceTable Of(IReadOnlyList<ConcordanceRow> rows, string list, IReadOnlyList<Codebook> codebooks)
    {
        var title = ConcordanceFile.Lists.FirstOrDefault(one => one.List == list).Title ?? throw new BarometerException(new Problem(
            $"There is no list «{list}» in the concordance", Expected: string.Join(", ", ConcordanceFile.Lists.Select(one => one.List))));
        var codebook = Ours(rows, codebooks);
        var source = rows.First(row => row.List == list).Source;
        var content = new TableContent
        {
            Id = $"concordance-{list}",
            Title = new LocalizedText($"{title.Nb}: de danske listene og våre svar", $"{title.En}: the Danish lists and our answers"),
            Columns =
            [
                new("danish", new("Dansk svar", "Danish answer"), IsNumeric: false, IsRowHeader: true),
                new("code", new("Kode", "Code"), IsNumeric: false),
                new("ours", new("Vårt svar", "Our answer"), IsNumeric: false),
                new("mapping", new("Det danske er", "The Danish one is"), IsNumeric: false),
                new("note", new("Merknad", "Note"), IsNumeric: false),
            ],
            Rows = [.. rows.Where(row => row.List == list && row.Mapping != ConcordanceMapping.Sum).Select(row => new TableRow(
            [
                Text(row.Danish, row.English),
                Text(row.Code, row.Code),
                Ours(row, codebook),
                TableCell.Text(ConcordanceFile.Word(row.Mapping)),
                row.Note is { } note ? TableCell.Text(Sentence(note)) : Nothing,
            ]))],
            Source = new LocalizedText($"Danmarks Statistik, slik notert i {source}", $"Statistics Denmark, as noted in {source}"),
        };
        return new EvidenceTable(content, new ReleaseStamp(content.Id, "-", "published", IsSynthetic: false));
    }

    /// <summary>The stated sums beside the sums of released shares.</summary>
    /// <exception cref="BarometerException">A release is no share of everybody over the answers of one list.</exception>
    public static EvidenceTable Sums(string id, IReadOnlyList<ConcordanceRow> rows, IReadOnlyList<Released<ReleasedTable>> releases)
    {
        if (releases.Count == 0)
        {
            throw new BarometerException(new Problem("There is no sum to show", Expected: "at least one release"));
        }

        var content = new TableContent
        {
            Id = id,
            Title = new LocalizedText("Summer over svarene på ett spørsmål, slik kilden oppgir dem og her", "Sums over the answers to a question, as the source states them and here"),
            Columns =
            [
                new("list", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                new("stated", new("Oppgitt i kilden", "Stated in the source"), IsNumeric: true),
                new("here", new("Her", "Here"), IsNumeric: true),
                new("note", new("Merknad", "Note"), IsNumeric: false),
            ],
            Rows = [.. releases.Select(release => Row(rows, release.Content))],
            Notes = [new("", new LocalizedText(
                "Summene er ikke sammenlignbare og ikke en kontroll: år, grunnlag og regler for å svare er ulike.",
                "The sums are not comparable and no check: years, bases and rules of answering differ."))],
            Source = new LocalizedText("notater til Statistikbankens tabeller OIN01DK–OIN04DK, og egne beregninger", "notes to the StatBank tables OIN01DK–OIN04DK, and own calculations"),
        };
        return new EvidenceTable(content, releases[0].Stamp.And(releases.Select(one => one.Stamp)) with { Id = id, IsSynthetic = releases.Any(release => release.Stamp.IsSynthetic) });
    }

    private static TableRow Row(IReadOnlyList<ConcordanceRow> rows, ReleasedTable table)
    {
        var shares = table.Estimates.Where(estimate => estimate.Groups.Count == 0).ToList();
        var ours = rows.Where(row => row.OurVariable.Length > 0 && shares.Any(share => share.Outcome.Variable == row.OurVariable)).ToList();
        if (table.Measure != Measure.Share || ours.Count == 0 || ours.Select(row => row.List).Distinct().Count() > 1)
        {
            throw new BarometerException(new Problem(
                "A sum is over the answers to one question of the concordance", Expected: "the released shares of types, novelty, initiators or values, of everybody", Got: table.Title.En));
        }

        var stated = rows.First(row => row.List == ours[0].List && row.Mapping == ConcordanceMapping.Sum);
        return new TableRow(
        [
            TableCell.Text(ConcordanceFile.Lists.First(one => one.List == stated.List).Title),
            TableCell.Text(new LocalizedText(Around(Language.Nb), Around(Language.En))),
            shares.Any(share => share.Status != CellStatus.Published)
                ? TableCell.Symbol(StandardSymbol.NotPublishable) : TableCell.Percent(shares.Sum(share => share.Value)),
            TableCell.Text(Sentence(stated.Note!)),
        ]);

        string Around(Language language) => $"{(language == Language.Nb ? "rundt" : "around")}\u00A0{NumberFormat.For(language).Percent((double)stated.StatedSum!.Value)}";
    }

    // The survey that asks what the concordance names: the first of a series.
    private static Codebook Ours(IReadOnlyList<ConcordanceRow> rows, IReadOnlyList<Codebook> codebooks)
    {
        var named = rows.Where(row => row.OurVariable.Length > 0 && row.List != "classification").Select(row => row.OurVariable).Distinct().ToList();
        return codebooks.FirstOrDefault(codebook => named.All(name => codebook.Batteries.ContainsKey(name) || codebook.Responses.Any(variable => variable.Name == name)))
            ?? throw new BarometerException(new Problem("No survey asks what the concordance names", ConcordanceFile.Place, Expected: $"one with {string.Join(", ", named)}"));
    }

    private static TableCell Ours(ConcordanceRow row, Codebook codebook)
    {
        if (row.OurVariable.Length == 0)
        {
            return Nothing; // the next column says that it is missing
        }

        var whole = codebook.Items(row.OurVariable) is [var first, ..] ? first : null; // of a battery, where the answer is to the whole of it
        if ((whole ?? codebook.Responses.FirstOrDefault(one => one.Name == row.OurVariable)) is not { } variable)
        {
            return TableCell.Text(codebook.Universe); // the population itself
        }

        var answer = variable.MissingCodes.FirstOrDefault(one => one.Code == row.OurCategory)?.Label
            ?? (variable.Battery is null ? variable.Categories.FirstOrDefault(one => one.Code == row.OurCategory)?.Label : null);
        return TableCell.Text(
            answer is null ? variable.Label
            : whole is not null ? answer
            : new LocalizedText($"{variable.Label.Nb}: {SentenceCase.Inside(answer.Nb)}", $"{variable.Label.En}: {SentenceCase.Inside(answer.En)}"));
    }

    private static TableCell Text(string nb, string en) =>
        nb.Length + en.Length == 0 ? Nothing : TableCell.Text(new LocalizedText(nb.Length > 0 ? nb : en, en.Length > 0 ? en : nb));

    private static LocalizedText Sentence(LocalizedText text) => new(EstimateWording.AsSentence(text.Nb), EstimateWording.AsSentence(text.En));
}

/// <summary>A crosswalk as a table: what isn't simply the same in both surveys, with the reason, and how many variables are.</summary>
internal static class CrosswalkTable
{
    /// <summary>The Danish code lists, as the first side of a crosswalk.</summary>
    public const string Danish = "oin-dk";

    /// <summary>The table.</summary>
    /// <param name="id">The name of the table's files.</param>
    /// <param name="variables">What was said, each under what it is called.</param>
    /// <param name="from">What the first survey is called.</param>
    /// <param name="to">What the second survey is called.</param>
    /// <param name="same">How many variables nobody had to say anything of.</param>
    public static EvidenceTable Of(string id, IReadOnlyList<(LocalizedText Label, CrosswalkVariable Entry)> variables, LocalizedText from, LocalizedText to, int same)
    {
        // Of many that are left out for one reason one line is enough.
        var entries = variables.GroupBy(one => (one.Entry.Mapping, one.Entry.Reason)).SelectMany(group => group.Count() > Listed
            ? [(Label: Names([.. group.Select(one => one.Label)]), group.Key.Mapping, group.Key.Reason)]
            : group.Select(one => (one.Label, one.Entry.Mapping, one.Entry.Reason)).ToArray());
        var content = new TableContent
        {
            Id = id,
            Title = new($"Hva som kan sammenlignes: {from.Nb} og {to.Nb}", $"What can be compared: {from.En} and {to.En}"),
            Columns = [new("variable", new("Variabel", "Variable"), IsNumeric: false, IsRowHeader: true), new("mapping", new("Forhold", "Relation"), IsNumeric: false), new("reason", new("Hvorfor", "Why"), IsNumeric: false)],
            Rows =
            [
                .. entries.OrderBy(one => one.Mapping).Select(one => new TableRow([TableCell.Text(one.Label), TableCell.Text(Word(one.Mapping)), TableCell.Text(one.Reason ?? new LocalizedText("", ""))])),
                .. same > 0 ? [new TableRow([
                    TableCell.Text(new LocalizedText(FormattableString.Invariant($"{same} andre variabler"), FormattableString.Invariant($"{same} other variables"))),
                    TableCell.Text(Word(CrosswalkMapping.Same)), TableCell.Text(new LocalizedText("", ""))])] : Array.Empty<TableRow>(),
            ],
            Source = new LocalizedText("kodebøkene og data/crosswalk", "the codebooks and data/crosswalk"),
        };
        return new EvidenceTable(content, new ReleaseStamp(content.Id, "-", "published", IsSynthetic: false));
    }

    /// <summary>The Danish lists as a crosswalk to one of our surveys: an answer that covers less or more than ours can't be compared, and the note says why.</summary>
    public static IReadOnlyList<(LocalizedText Label, CrosswalkVariable Entry)> OfDanish(IReadOnlyList<ConcordanceRow> rows, Codebook ours) =>
    [
        .. rows.Where(row => row.Mapping is ConcordanceMapping.Same or ConcordanceMapping.Narrower or ConcordanceMapping.Wider or ConcordanceMapping.Missing or ConcordanceMapping.OursOnly).Select(row => (Label(row, ours), new CrosswalkVariable(
            row.Code.Length > 0 ? row.Code : null,
            row.OurVariable.Length > 0 ? row.OurVariable : null,
            row.Mapping switch
            {
                ConcordanceMapping.Same => CrosswalkMapping.Same,
                ConcordanceMapping.Missing => CrosswalkMapping.Dropped,
                ConcordanceMapping.OursOnly => CrosswalkMapping.New,
                _ => CrosswalkMapping.NotComparable,
            },
            row.Note ?? row.Reason,
            []))),
    ];

    private static LocalizedText Label(ConcordanceRow row, Codebook ours) => row.Danish.Length > 0 ? new(row.Danish, row.English)
        : ours.Variables.FirstOrDefault(variable => variable.Name == row.OurVariable) is not { } variable ? new(row.OurVariable, row.OurVariable)
        : variable.Categories.FirstOrDefault(category => variable.Battery is null && category.Code == row.OurCategory) is { } category ? LabelledGroup.Answer(variable.Label, category.Label) : variable.Label;

    /// <summary>How a mapping is called.</summary>
    public static LocalizedText Word(CrosswalkMapping mapping) => mapping switch
    {
        CrosswalkMapping.Same => new("samme", "same"),
        CrosswalkMapping.Renamed => new("nytt navn", "renamed"),
        CrosswalkMapping.Merged => new("slått sammen", "merged"),
        CrosswalkMapping.NotComparable => new("kan ikke sammenlignes", "not comparable"),
        CrosswalkMapping.Dropped => new("bare i den første", "in the first only"),
        _ => new("bare i den andre", "in the second only"),
    };

    private const int Listed = 4;

    private static LocalizedText Names(List<LocalizedText> labels) => new(
        FormattableString.Invariant($"{labels.Count} spørsmål, blant dem {labels[0].Nb}"), FormattableString.Invariant($"{labels.Count} questions, among them {labels[0].En}"));
}
