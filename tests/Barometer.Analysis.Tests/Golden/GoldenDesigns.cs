using System.Collections.Concurrent;
using Barometer.Analysis.Estimation;
using Barometer.Analysis.Loading;
using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Tests.Golden;

/// <summary>Makes the designs that the golden cases name from the R calls that made them.</summary>
internal static class GoldenDesigns
{
    private static readonly ConcurrentDictionary<(string, string), SurveyDesign?> Made = new();

    /// <summary>The design, or null when the library can't make it (yet).</summary>
    public static SurveyDesign? Of(string suite, string id) => Made.GetOrAdd((suite, id), key => Make(key.Item1, key.Item2));

    private static SurveyDesign? Make(string suite, string id)
    {
        if (!GoldenSuite.All[suite].Designs.TryGetValue(id, out var design) || RCall.Parse(design.GetProperty("r").GetString()!) is not { } call)
        {
            return null;
        }

        var file = design.GetProperty("data").GetString()!;
        return call.Function switch
        {
            "svydesign" when id == "S0" => SimpleRandom(GoldenData.Read("baro-strategic.csv"), 180),
            "svydesign" when file.EndsWith(".csv", StringComparison.Ordinal) => Sampled(call, Path.GetFileName(file)),
            _ => null,
        };
    }

    private static SurveyDesign SimpleRandom(DataSet data, double population)
    {
        var size = new NumericColumn("N", [.. Enumerable.Repeat(population, data.RowCount)]);
        return SurveyDesign.Of(new DataSet(data.Name, [.. data.Columns, size])).WithFinitePopulation("N");
    }

    private static SurveyDesign? Sampled(RCall call, string file)
    {
        var data = GoldenData.Read(file);
        if (!data.TryGet(call.Argument("weights")[1..], out _))
        {
            return null;
        }

        return SurveyDesign.Of(data)
            .StratifiedBy(RCall.Terms(call.Argument("strata")))
            .WeightedBy(call.Argument("weights")[1..])
            .WithFinitePopulation(call.Argument("fpc")[1..])
            .WithLonelyStrata(LonelyStratum.Adjust);
    }
}
