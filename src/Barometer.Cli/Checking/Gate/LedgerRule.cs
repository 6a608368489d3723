namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// Holds the register against the ledger: every release under a stored table, figure or sentence must be on the ledger, with the
/// content that was shown. So nothing stays stored of which the ledger knows nothing, or whose cells it has hidden since.
/// </summary>
/// <param name="ledger">The ledger.</param>
internal sealed class LedgerRule(ReleaseLedger ledger)
{
    private const int Named = 5;
    private const string Reproduce = "have «barometer reproduce» decide on it together with all others, and store what it shows";

    /// <summary>The faults of what is registered.</summary>
    /// <param name="shown">The register.</param>
    public IEnumerable<RuleFault> Check(StampRegister shown) => shown.Forms
        .Where(form => form.Form == StampedForm.File || !NotebookGate.IsDraft(form.Place)) // drafts may hold no results: what is registered of one may have been cleared since
        .SelectMany(form => Check(form.Release).Select(fault => new RuleFault(Place(form), form.Part, fault)))
        .Distinct();

    /// <summary>
    /// The faults of releases of real answers that aren't published. What is committed stays in the history: should the draft be decided anew,
    /// the cells that are hidden then can be read there, and with what is shown instead give back what neither tells.
    /// </summary>
    /// <param name="file">The ledger's path.</param>
    public IEnumerable<RuleFault> Unpublished(string file) => ledger.Entries.Where(entry => !entry.IsSynthetic && !entry.IsPublished).Select(entry => entry.Id).ToList() is { Count: > 0 } drafts
        ? [new RuleFault(file, null, FormattableString.Invariant(
            $"{Counted.Of(drafts.Count, "release of real answers is a draft", "releases of real answers are drafts")} ({string.Join(", ", drafts.Take(Named))}{(drafts.Count > Named ? ", …" : "")}): a commit is kept for ever, so publish them first (docs/publishing.md)"))]
        : [];

    private static string Place(StampedForm form) => form.Form == StampedForm.File ? form.Place : $"notebooks/{form.Place}.ipynb";

    // The name of what is shown, and the releases of the ledger that it is made of: «innovated-by-group: id@digest id@digest».
    private IEnumerable<string> Check(string? release)
    {
        if (release is null)
        {
            return [];
        }

        var parts = release.Split(": ", 2);
        var under = parts.Length == 1 ? [] : parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        return [.. under.Select(one => Fault(one.Id, one.Digest)).OfType<string>(), .. Unnamed(parts[0], [.. under.Select(one => one.Id)])];
    }

    private string? Fault(string id, string digest) => ledger.Find(id) switch
    {
        null => $"it shows the release «{id}», which the ledger doesn't list: {Reproduce}",
        { } entry when entry.Digest != digest => $"it shows the release «{id}» otherwise than the ledger has it: {Reproduce}",
        _ => null,
    };

    // A release of the ledger that is shown under its own name must be among those the stamp lists.
    private IEnumerable<string> Unnamed(string name, List<string> under) =>
        ledger.Find(name) is not null && !under.Contains(name) ? [$"its stamp doesn't say which release of the ledger «{name}» is: {Reproduce}"] : [];

    private static (string Id, string Digest) Parse(string release) =>
        release.Split('@', 2) is [var id, var digest] ? (id, digest) : (release, "");
}
