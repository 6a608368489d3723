namespace Barometer.Evidence.Figures.Description;

/// <summary>On which side of a chart's reference a value lies.</summary>
internal enum DotTone
{
    /// <summary>Above the reference, or in a chart where sides don't matter.</summary>
    Usual,

    /// <summary>Below the reference.</summary>
    Below,

    /// <summary>Its interval holds the reference: the side isn't certain.</summary>
    Unsure,
}
