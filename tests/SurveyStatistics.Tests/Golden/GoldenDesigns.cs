using System.Collections.Concurrent;

namespace SurveyStatistics.Tests.Golden;

/// <summary>Makes the designs that the golden cases name from the R calls that made them.</summary>
internal static class GoldenDesigns
{
    private static readonly ConcurrentDictionary<(string, string), SurveyDesign?> Made = new();

    /// <summary>The design, or null when the library can't make it (yet).</summary>
    public static SurveyDesign? Of(string suite, string id) => Made.GetOrAdd((suite, id), key => Make(key.Item1, key.Item2));

    private static SurveyDesign? Make(string suite, string id)
    {
        if (!GoldenSuite.All[suite].Designs.TryGetValue(id, out var design))
        {
            return null;
        }

        var file = Path.GetFileName(design.GetProperty("data").GetString()!);
        var call = RCall.Parse(design.GetProperty("r").GetString()!)!;
        return id switch
        {
            "S0" => SimpleRandom(GoldenData.Read(file), 180),
            "B" => Of(suite, "A")!.PostStratifiedTo(["area", "size"]),
            "C" => Sampled(call, WithWeights(file, suite, "C.weights", "w_class")),
            "D" => Sampled(call, WithWeights(file, suite, "D.weights.class", "w_prop")),
            "E" => Of(suite, "A")!.RakedTo("area", "size", "region"),
            "E2" => Of(suite, "A")!.CalibratedTo(["area", "size", "region"], CalibrationDistance.Raking),
            "F" => Of(suite, "A")!.CalibratedTo(["area", "size", "region", KnownTotals.Sum("employees")]),
            "G" => Of(suite, "A")!.CalibratedTo(
                ["area", "size", "region", KnownTotals.Sum("employees")], CalibrationDistance.Logit, (0.4, 3)),
            "H" => Of(suite, "E")!.TrimmedTo(1, Quantile7.Of(Of(suite, "E")!.Weights, 0.97)),
            "I" => SurveyDesign.Of(GoldenData.Invited()).StratifiedBy("stratum").WeightedBy("bw").WithFinitePopulation("N_h"),
            "baro_sub" or "baro_rwyb" => GoldenReplicates.Stored(id, call, file),
            "JA" => Of(suite, "A")!.Replicated(Replication.Jackknife()),
            "JB" => Of(suite, "JA")!.PostStratifiedTo(["area", "size"]),
            "JE" => Of(suite, "JA")!.RakedTo("area", "size", "region"),
            "JF" => Of(suite, "JA")!.CalibratedTo(["area", "size", "region", KnownTotals.Sum("employees")]),
            "RBE" => Of(suite, "baro_rwyb")!.RakedTo("area", "size", "region"),
            "SR" => Of(suite, "S")!.RakedTo("type", "size"),
            _ when call.Function == "svydesign" && file.EndsWith(".csv", StringComparison.Ordinal) => Sampled(call, GoldenData.Read(file)),
            _ => null,
        };
    }

    private static SurveyDesign SimpleRandom(DataSet data, double population)
    {
        var size = new NumericColumn("N", [.. Enumerable.Repeat(population, data.RowCount)]);
        return SurveyDesign.Of(new DataSet(data.Name, [.. data.Columns, size])).WithFinitePopulation("N");
    }

    private static SurveyDesign Sampled(RCall call, DataSet data) => SurveyDesign.Of(data, GoldenData.Frame(data.Name))
        .StratifiedBy(RCall.Terms(call.Argument("strata")))
        .WeightedBy(call.Argument("weights")[1..])
        .WithFinitePopulation(call.Argument("fpc")[1..])
        .WithLonelyStrata(LonelyStratum.Adjust);

    // The weights of designs C and D are results of the suite themselves.
    private static DataSet WithWeights(string file, string suite, string id, string name)
    {
        var data = GoldenData.Read(file);
        var weights = GoldenSuite.All[suite].Cases.Single(one => one.Id == id).Numbers("values");
        return new DataSet(data.Name, [.. data.Columns, new NumericColumn(name, weights)]);
    }
}
