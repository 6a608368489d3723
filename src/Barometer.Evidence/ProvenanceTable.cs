namespace Barometer.Evidence;

/// <summary>
/// Tells where the numbers of a notebook come from: which delivery of the answers, and what else the code read, which is in its
/// version control. No digest of answers: with one, a guess at all of them could be tested.
/// </summary>
internal static class ProvenanceTable
{
    private static readonly TableColumn[] Columns =
    [
        new("what", new("Hva", "What"), IsNumeric: false, IsRowHeader: true),
        new("file", new("Fil eller versjon", "File or version"), IsNumeric: false),
        new("delivery", new("Levering", "Delivery"), IsNumeric: false),
        new("status", new("Ekte, rekonstruert eller syntetisk", "Real, reconstructed or synthetic"), IsNumeric: false),
    ];

    private static readonly LocalizedText Synthetic = new("syntetiske data", "synthetic data");
    private static readonly LocalizedText AsTheCode = new("i arkivet, som koden", "in the repository, as the code");
    private static readonly LocalizedText Real = new("ekte data", "real data");

    /// <summary>The table for a notebook that uses the surveys <paramref name="ids"/>.</summary>
    public static EvidenceTable Of(string data, ReleasePolicy policy, IReadOnlyList<string> ids)
    {
        var folders = ids.Select(id => SurveyFolder.Locate(data, id)).ToList();
        var rows = folders.SelectMany(RowsOf).Append(Published()).Append(Policy(policy)).Append(Library()).ToList();
        var content = new TableContent
        {
            Id = string.Join('-', ids.Prepend("provenance")),
            Title = new LocalizedText("Hvor tallene kommer fra", "Where the numbers come from"),
            Columns = Columns,
            Rows = rows,
            Source = null,
        };
        var isSynthetic = folders.Any(folder => folder.IsSynthetic);
        return new EvidenceTable(content, new ReleaseStamp("provenance", policy.Version, string.Join(' ', ids), isSynthetic));
    }

    private static IEnumerable<TableRow> RowsOf(SurveyFolder folder)
    {
        var status = folder.IsSynthetic ? Synthetic : Real;
        var delivery = Delivery.Find(folder)?.Words ?? Delivery.NotSaid;
        yield return Row(new($"Svar, {folder.Id}", $"Answers, {folder.Id}"), folder.Display(folder.Responses), delivery, status);
        yield return Row(new($"Ramme, {folder.Id}", $"Frame, {folder.Id}"), folder.Display(folder.Frame), delivery, status);
        yield return Row(
            new($"Kodebok, {folder.Id}", $"Codebook, {folder.Id}"), folder.Display(folder.Codebook), AsTheCode, new("rekonstruert", "reconstructed"));
    }

    private static TableRow Published() => Row(
        new("Publiserte tall", "Published figures"), "data/published/figures.csv", AsTheCode, new("ekte, med kilder", "real, with sources"));

    private static TableRow Policy(ReleasePolicy policy) => Row(
        new($"Anonymitetsregler, versjon {policy.Version}", $"Anonymity policy, version {policy.Version}"),
        "data/releases/policy.json",
        AsTheCode,
        new("våre terskler, ikke Difis", "our thresholds, not Difi's"));

    private static TableRow Library() => new(
    [
        TableCell.Text("Barometer.Analysis"),
        TableCell.Text(typeof(Survey).Assembly.GetName().Version!.ToString(3)),
        TableCell.Symbol(StandardSymbol.CannotOccur),
        TableCell.Text(new LocalizedText("kode i dette arkivet", "code in this repository")),
    ]);

    private static TableRow Row(LocalizedText what, string shown, LocalizedText delivery, LocalizedText status) =>
        new([TableCell.Text(what), TableCell.Text(shown), TableCell.Text(delivery), TableCell.Text(status)]);
}
