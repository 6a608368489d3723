using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>The chart of a figure. Each kind is one record here and one file in each renderer.</summary>
[JsonDerivedType(typeof(BarChart), "bars")]
[JsonDerivedType(typeof(DotChart), "dots")]
[JsonDerivedType(typeof(StackedChart), "stacks")]
internal abstract record ChartContent;
