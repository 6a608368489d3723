namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Which class writes which kind of chart.</summary>
internal static class InteractiveCharts
{
    /// <summary>The chart's traces and axes.</summary>
    public static InteractiveChart Of(ChartContent chart, Faces faces) => chart switch
    {
        BarChart bars => InteractiveBars.Of(bars, faces),
        DotChart dots => InteractiveDots.Of(dots, faces),
        StackedChart stacks => InteractiveStacks.Of(stacks, faces),
        _ => throw new NotSupportedException($"No interactive renderer for {chart.GetType().Name}."),
    };
}
