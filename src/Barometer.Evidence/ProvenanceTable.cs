using System.Security.Cryptography;

namespace Barometer.Evidence;

/// <summary>Tells where the numbers of a notebook come from, so that a reader can find the very same files.</summary>
internal static class ProvenanceTable
{
    private const int DigestCharacters = 12;

    private static readonly TableColumn[] Columns =
    [
        new("what", new("Hva", "What"), IsNumeric: false, IsRowHeader: true),
        new("file", new("Fil eller versjon", "File or version"), IsNumeric: false),
        new("digest", new("SHA-256 (starten)", "SHA-256 (start)"), IsNumeric: false),
        new("status", new("Ekte, rekonstruert eller syntetisk", "Real, reconstructed or synthetic"), IsNumeric: false),
    ];

    private static readonly LocalizedText Synthetic = new("syntetiske data", "synthetic data");
    private static readonly LocalizedText Real = new("ekte data", "real data");

    /// <summary>The table for a notebook that uses the surveys <paramref name="ids"/>.</summary>
    public static EvidenceTable Of(string data, ReleasePolicy policy, IReadOnlyList<string> ids)
    {
        var folders = ids.Select(id => SurveyFolder.Locate(data, id)).ToList();
        var rows = folders.SelectMany(RowsOf).Append(Published(data)).Append(Policy(data, policy)).Append(Library()).ToList();
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
        yield return Row(new($"Svar, {folder.Id}", $"Answers, {folder.Id}"), folder.Display(folder.Responses), folder.Responses, status);
        yield return Row(new($"Ramme, {folder.Id}", $"Frame, {folder.Id}"), folder.Display(folder.Frame), folder.Frame, status);
        yield return Row(
            new($"Kodebok, {folder.Id}", $"Codebook, {folder.Id}"), folder.Display(folder.Codebook), folder.Codebook, new("rekonstruert", "reconstructed"));
    }

    private static TableRow Published(string data) => Row(
        new("Publiserte tall", "Published figures"), "data/published/figures.csv", Path.Combine(data, "published", "figures.csv"), new("ekte, med kilder", "real, with sources"));

    private static TableRow Policy(string data, ReleasePolicy policy) => Row(
        new($"Anonymitetsregler, versjon {policy.Version}", $"Anonymity policy, version {policy.Version}"),
        "data/releases/policy.json",
        Path.Combine(data, "releases", "policy.json"),
        new("våre terskler, ikke Difis", "our thresholds, not Difi's"));

    private static TableRow Library() => new(
    [
        TableCell.Text("Barometer.Analysis"),
        TableCell.Text(typeof(Survey).Assembly.GetName().Version!.ToString(3)),
        TableCell.Symbol(StandardSymbol.CannotOccur),
        TableCell.Text(new LocalizedText("kode i dette arkivet", "code in this repository")),
    ]);

    private static TableRow Row(LocalizedText what, string shown, string path, LocalizedText status) => new(
        [TableCell.Text(what), TableCell.Text(shown), TableCell.Text(Digest(path)), TableCell.Text(status)]);

    private static string Digest(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..DigestCharacters];
}
