using System.Globalization;

namespace SurveyStatistics.Tests.Golden;

/// <summary>Designs with replicate weights, and what R says of them.</summary>
internal static class GoldenReplicates
{
    /// <summary>The design of a call of <c>svrepdesign</c>, whose factors are in the file <c>repw-id.csv</c>.</summary>
    public static SurveyDesign Stored(string id, RCall call, string file)
    {
        var (data, factors) = (GoldenData.Read(file), GoldenData.Read($"repw-{id}.csv"));
        var columns = factors.Columns.Where(column => column is NumericColumn).ToList();
        return SurveyDesign.Of(new DataSet(data.Name, [.. data.Columns, .. columns]), GoldenData.Frame(file))
            .WeightedBy(call.Argument("weights")[1..])
            .Replicated(Replication.Stored(
                columns.ConvertAll(column => column.Name),
                double.Parse(call.Argument("scale"), CultureInfo.InvariantCulture),
                combined: call.Argument("combined.weights") == "TRUE",
                aroundEstimate: call.Argument("mse") == "TRUE"));
    }

    public static Comparison[]? DegreesOfFreedom(GoldenCase one, RCall call) => GoldenDesigns.Of(one.Suite, call.Positional[0]) is { } design
        ? [new("degf", [design.Replicates?.DegreesOfFreedom ?? design.DegreesOfFreedom], one.Numbers("values"), 0)]
        : null;

    /// <summary>Quantiles with their replicates' spread; the library refuses those of a jackknife, which R warns of.</summary>
    public static Comparison[]? Quantile(SurveyDesign design, RCall call, GoldenCase one)
    {
        if (one.Design!.StartsWith('J'))
        {
            return null;
        }

        var variable = RCall.Terms(call.Positional[0])[0];
        var probability = double.Parse(call.Positional[2], CultureInfo.InvariantCulture);
        var ours = design.Quantile(variable, probability, interval: QuantileInterval.Replicates).Estimates[^1];
        var theirs = GoldenCase.Array(one.Expected.GetProperty("variables").GetProperty(variable).GetProperty("rows"));
        return [new(variable, [ours.Value, ours.Interval!.Lower, ours.Interval.Upper, ours.StandardError], theirs, Tolerances.StandardError(one.Design))];
    }
}
