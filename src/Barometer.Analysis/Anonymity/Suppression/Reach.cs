namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>How far from a secret to look for worlds; in small systems it makes no difference.</summary>
internal enum Reach
{
    /// <summary>Everywhere, until it is certain that there is none.</summary>
    Everywhere = 0,

    /// <summary>In the neighbourhood.</summary>
    Nearby,

    /// <summary>Only where it takes next to no time.</summary>
    AtHand,
}
