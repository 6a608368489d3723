namespace Barometer.Evidence.Published;

/// <summary>The word that goes with a printed figure.</summary>
public enum PublishedQualifier
{
    /// <summary>None: the figure stands as printed. It doesn't promise that the source did not round.</summary>
    Exact,

    /// <summary>«around», «about».</summary>
    Around,

    /// <summary>«over», «more than».</summary>
    Over,

    /// <summary>«a little over», «just over».</summary>
    ALittleOver,

    /// <summary>«almost».</summary>
    Almost,

    /// <summary>Two limits: «6–19 %».</summary>
    Range,
}
