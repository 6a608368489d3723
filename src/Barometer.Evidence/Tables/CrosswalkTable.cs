namespace Barometer.Evidence.Tables;

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
