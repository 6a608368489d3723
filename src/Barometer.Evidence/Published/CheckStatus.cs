namespace Barometer.Evidence.Published;

/// <summary>How a published figure stands against what is computed here.</summary>
public enum CheckStatus
{
    /// <summary>The computed number rounds to the printed one.</summary>
    Reproduced,

    /// <summary>It doesn't.</summary>
    Differs,

    /// <summary>Nothing can be computed from open data.</summary>
    NotComputable,
}
