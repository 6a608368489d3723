namespace Barometer.Evidence.Figures.Description;

/// <summary>A mark as it stands in a legend.</summary>
internal enum LegendMark
{
    /// <summary>A filled square: a bar or a part of one.</summary>
    Square,

    /// <summary>A filled circle.</summary>
    Filled,

    /// <summary>An open circle.</summary>
    Open,

    /// <summary>A square of a light colour with an outline: what stands outside a scale.</summary>
    Outlined,
}
