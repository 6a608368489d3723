namespace Barometer.Evidence.Figures.Static;

/// <summary>Which class draws which kind of chart.</summary>
internal static class StaticCharts
{
    /// <summary>The chart laid out on a width.</summary>
    public static IStaticChart Of(ChartContent chart, Faces faces, float width) => chart switch
    {
        BarChart bars => new StaticBars(bars, faces, width),
        DotChart dots => new StaticDots(dots, faces, width),
        StackedChart stacks => new StaticStacks(stacks, faces, width),
        _ => throw new NotSupportedException($"No static renderer for {chart.GetType().Name}."),
    };
}
