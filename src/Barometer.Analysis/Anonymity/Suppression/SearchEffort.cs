namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>How long to look for a pattern that hides less.</summary>
internal enum SearchEffort
{
    /// <summary>A good pattern, soon.</summary>
    Quick,

    /// <summary>The best pattern there is, if it can be found and proven in some hundred rounds.</summary>
    Thorough,
}
