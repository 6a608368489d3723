namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What is decided about an item beforehand.</summary>
internal enum ItemRole
{
    /// <summary>May be published or hidden.</summary>
    Free = 0,

    /// <summary>Breaks a rule, or was hidden before.</summary>
    MustHide,

    /// <summary>Has been published before, or is a public fact.</summary>
    IsPublished,
}
