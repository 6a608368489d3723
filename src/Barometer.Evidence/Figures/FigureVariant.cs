namespace Barometer.Evidence.Figures;

/// <summary>What stands inside the picture.</summary>
public enum FigureVariant
{
    /// <summary>The picture stands alone: title, unit, chart, notes and source are all inside.</summary>
    Standalone,

    /// <summary>For a ministry's own layout, which sets the title itself: everything but the title is inside.</summary>
    Ministry,
}
