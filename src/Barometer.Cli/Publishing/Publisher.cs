using System.Security.Cryptography;
using System.Text;

namespace Barometer.Cli.Publishing;

/// <summary>Carries a publication out: runs the notebooks, writes the report, and with a reviewer freezes what was read.</summary>
/// <param name="repository">The clone.</param>
internal sealed class Publisher(Repository repository)
{
    private string Reviews => Path.Combine(repository.Data, "restricted", "review");

    /// <summary>Reviews or publishes.</summary>
    /// <returns>The exit code: failure when something forbids it, and then nothing is written but the report.</returns>
    /// <exception cref="BarometerException">The request doesn't fit the ledger, or the clone has changes that no commit holds.</exception>
    public async Task<int> PublishAsync(PublicationRequest request, CancellationToken cancel)
    {
        var stored = ReleaseLedger.Read(repository.Ledger);
        request.Check(stored);
        var commit = request.Reviewer is null ? "" : CommitOfAll();
        var (reproducer, publication) = (new Reproducer(repository, null), new Publication(request, stored, repository.Data));
        if (await reproducer.MakeAsync(new LedgerStore(repository.Data, publication.Given), cancel) is not { } made)
        {
            return ExitCode.Failure;
        }

        // A correction is stored by its publication; what is published for the first time was stored before somebody read it.
        var stale = request.Erratum is null ? reproducer.FindStale(made) : [];
        if (stale.Count > 0)
        {
            return Fail([.. stale, "publish what was reproduced: «barometer reproduce», look at it, commit it"]);
        }

        Terminal.Say($"[grey]attacking what {Counted.Of(made.Ledger.Entries.Count, "release shows", "releases show together")}[/]");
        var evidence = made.Pack.Numbers();
        var tables = publication.Tables(made.Ledger, JointRun.Released(made.Outcomes), evidence);
        var report = ReviewReport.Write(request, publication.Number, tables, ReleasePolicy.Read(Path.Combine(repository.Data, "releases", "policy.json")), evidence.Data);
        var code = ReviewReport.CodeOf(report);
        var path = Store(publication.Number, report);
        if (request.Reviewer is null)
        {
            Terminal.Say($"{Counted.Of(tables.Count, "table", "tables")}, {Counted.Of(tables.Sum(table => table.Findings.Count), "finding", "findings")}. The reviewer reads {repository.Tell(path)}; then publish with --author, --reviewer and --review {code}");
            return ExitCode.Success;
        }

        string[] faults =
        [
            .. request.Review == code ? [] : new[] { $"the report isn't the one that was read: read {repository.Tell(path)}, and give its code, {code}" },
            .. publication.Faults(tables),
            .. evidence.Data.Where(one => one is { IsSynthetic: false, Name: null }).Select(one => $"which delivery the answers of {one.Survey} are isn't said: {Delivery.FileName} beside them"),
        ];
        return faults.Length > 0 ? Fail(faults) : Freeze(reproducer, publication, made, tables, commit);
    }

    private int Freeze(Reproducer reproducer, Publication publication, Reproduced made, IReadOnlyList<ReviewedTable> tables, string commit)
    {
        // The outputs name the edition, and the edition the checksums of the outputs: the pack is made of an edition that has none yet.
        var edition = publication.Edition(tables, commit);
        var ledger = publication.Publish(made.Ledger, edition, tables);
        var outputs = reproducer.Write(made with { Ledger = ledger, Pack = reproducer.Pack(made.Outcomes, ledger) });
        edition = edition with { Outputs = Convert.ToHexStringLower(SHA256.HashData(outputs)) };
        var list = Path.Combine(repository.Root, EditionRule.Folder, FormattableString.Invariant($"{edition.Number}.csv"));
        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        File.WriteAllBytes(list, outputs);
        File.WriteAllText(repository.Ledger, publication.Publish(made.Ledger, edition, tables).ToJson());
        var citation = Path.Combine(repository.Root, CitationFile.Name);
        File.WriteAllText(citation, CitationFile.Write(File.Exists(citation) ? File.ReadAllText(citation) : "", edition));
        Terminal.Say($"{edition.Words.En}: {Counted.Of(edition.Releases.Count, "release", "releases")}, reviewed by {edition.Reviewer}. Commit {repository.Tell(repository.Ledger)}, {repository.Tell(list)} and {CitationFile.Name} together");
        return ExitCode.Success;
    }

    private string Store(int number, string report)
    {
        Directory.CreateDirectory(Reviews);
        var path = Path.Combine(Reviews, FormattableString.Invariant($"edition-{number}.md"));
        File.WriteAllText(path, report);
        return path;
    }

    // An edition names the commit that it is made from: everything that git tracks is in it.
    private string CommitOfAll()
    {
        var changed = Git.Run(repository.Root, "status", "--porcelain", "--untracked-files=no");
        return changed.Length == 0
            ? Encoding.UTF8.GetString(Git.Run(repository.Root, "rev-parse", "HEAD")).Trim()
            : throw new BarometerException(new Problem("There are changes that no commit holds", Expected: "what is published is in a commit, which the edition names", Hint: "git commit"));
    }

    private static int Fail(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            Terminal.Fail(fault);
        }

        return ExitCode.Failure;
    }
}
