namespace Barometer.Analysis.Anonymity;

/// <summary>Whether a cell may be seen, and if not, why.</summary>
public enum CellStatus
{
    /// <summary>No release has decided yet: not to be shown.</summary>
    Unreleased = 0,

    /// <summary>May be published.</summary>
    Published,

    /// <summary>Hidden because the cell itself breaks a rule (primary suppression). Shown as «:».</summary>
    SuppressedPrimary,

    /// <summary>Hidden so that a primary cell can't be worked out (secondary suppression). Shown as «:».</summary>
    SuppressedSecondary,
}
