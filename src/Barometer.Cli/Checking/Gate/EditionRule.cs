using System.Security.Cryptography;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// Nothing published is undone silently: every edition that version control knows is still on the ledger as it was, its list of outputs
/// is the one it names, and the citation names the last one.
/// </summary>
internal static class EditionRule
{
    /// <summary>The folder of the editions' lists of outputs.</summary>
    public const string Folder = "data/releases/editions";

    private const string Ledger = "data/releases/ledger.json";
    private const string Undone = "what was published stays: restore the ledger, and correct by «barometer publish --erratum»";

    /// <summary>The faults of a clone.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository) =>
        Check(ReleaseLedger.Read(repository.Ledger), name => Content(repository, name), Git.Versions(repository.Root, Ledger, "\"outputs\""));

    /// <summary>The faults of a commit that is about to be made.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository, StagedFiles staged) => Check(
        ReleaseLedger.Parse(staged.Read(Ledger), Ledger),
        name => staged.Read(name) is { Length: > 0 } content ? content : null,
        Git.Versions(repository.Root, Ledger, "\"outputs\""));

    private static IEnumerable<RuleFault> Check(ReleaseLedger ledger, Func<string, byte[]?> read, IEnumerable<byte[]> earlier)
    {
        var history = new LedgerHistory(ledger);
        var faults = history.Faults().Concat(earlier.SelectMany(version => history.Undone(ReleaseLedger.Parse(version, Ledger)))).Distinct().Select(fault => $"{fault}; {Undone}");
        return [.. faults.Select(fault => new RuleFault(Ledger, null, fault)), .. ledger.Editions.SelectMany(edition => OfOutputs(edition, read)), .. OfCitation(ledger, read)];
    }

    private static IEnumerable<RuleFault> OfOutputs(Edition edition, Func<string, byte[]?> read)
    {
        var name = FormattableString.Invariant($"{Folder}/{edition.Number}.csv");
        if (read(name) is not { } list || Convert.ToHexStringLower(SHA256.HashData(list)) != edition.Outputs)
        {
            yield return new RuleFault(name, null, FormattableString.Invariant($"the list of outputs isn't the one that edition {edition.Number} names: restore it"));
        }
    }

    private static IEnumerable<RuleFault> OfCitation(ReleaseLedger ledger, Func<string, byte[]?> read)
    {
        var text = read(CitationFile.Name) is { } content ? System.Text.Encoding.UTF8.GetString(content) : "";
        if (ledger.Editions.Count > 0 && !CitationFile.Names(text, ledger.Editions[^1]))
        {
            yield return new RuleFault(CitationFile.Name, null, FormattableString.Invariant($"it doesn't name edition {ledger.Editions[^1].Number}, the last one: barometer publish writes it"));
        }
    }

    private static byte[]? Content(Repository repository, string name) => Path.Combine(repository.Root, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
}
