namespace Barometer.Evidence.Published;

/// <summary>
/// Which question on innovation activity a figure answers. The series are never put together in one comparison: to work
/// with innovation asks for less than to have introduced one.
/// </summary>
public enum PublishedSeries
{
    /// <summary>The figure is not a share of units that innovate.</summary>
    None,

    /// <summary>The unit «works with» innovation: the barometer for the Norwegian state.</summary>
    WorksWith,

    /// <summary>The unit introduced an innovation: the Danish, Swedish, Finnish, Dutch and KS barometers.</summary>
    Introduced,

    /// <summary>The wording that was read doesn't decide.</summary>
    Unclear,
}
