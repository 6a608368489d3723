namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>A released table as the ledger knows it.</summary>
public sealed record LedgerEntry
{
    /// <summary>The release's id.</summary>
    public required string Id { get; init; }

    /// <summary>The notebook that releases it, without folder and ending; empty while it isn't known.</summary>
    public required string Notebook { get; init; }

    /// <summary>The survey's id.</summary>
    public required string Survey { get; init; }

    /// <summary>Whether it is made from synthetic answers.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>
    /// Whether it has been published. What is published stays as it is; a draft may be decided anew with the others.
    /// </summary>
    public bool IsPublished { get; init; }

    /// <summary>1, and one more each time another content is published under the id.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What is measured, and of whom: <c>share of statlige arbeidsplasser</c>.</summary>
    public required string About { get; init; }

    /// <summary>The digest of everything that is shown: see <see cref="TableDigest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The cells, in the table's order.</summary>
    public required IReadOnlyList<LedgerCell> Cells { get; init; }

    /// <summary>Whether the other entry is about the same cells.</summary>
    public bool IsAboutTheSameAs(LedgerEntry other) => Survey == other.Survey && IsSynthetic == other.IsSynthetic && About == other.About
        && Cells.Select(cell => cell.About).SequenceEqual(other.Cells.Select(cell => cell.About));
}
