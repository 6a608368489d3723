using System.Globalization;
using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>The checks of cases whose answer is found by enumeration: what printed figures tell about counts.</summary>
internal sealed class EnumerationChecks(string folder, Report report)
{
    // The expected solutions end after so many.
    private const int MostIntervals = 12;
    private readonly string _name = Path.GetFileName(folder);
    private readonly JsonElement _given = CaseFile.Json(Path.Combine(folder, "case.json")).GetProperty("given");
    private readonly JsonElement _expected = CaseFile.Json(Path.Combine(folder, "expected.json")).GetProperty("expected");

    /// <summary>Runs the check that the given figures call for.</summary>
    public void Run()
    {
        var first = _given.ValueKind == JsonValueKind.Array ? _given[0] : _given;
        if (first.TryGetProperty("percent", out _) && first.TryGetProperty("n", out _))
        {
            Each("counts behind a percentage", Percentage);
        }
        else if (first.TryGetProperty("percents", out _))
        {
            Each("bases behind percentages", Base);
        }
        else if (first.TryGetProperty("weightedPercent", out _))
        {
            WeightedAndUnweighted();
        }
        else if (first.TryGetProperty("publishedWeightedYes", out _))
        {
            WeightedTotals();
        }
        else if (first.TryGetProperty("sd", out _))
        {
            Each("answers behind mean and deviation", Ratings);
        }
        else if (first.TryGetProperty("halfWidth", out _))
        {
            Each("counts and bases behind an interval", Interval);
        }
        else if (first.TryGetProperty("publicWorkplacesPerAgency", out _))
        {
            new LinkedSurveyChecks(_name, _given, _expected, report).Run();
        }
        else if (_given.EnumerateObject().FirstOrDefault(entry => entry.Name.StartsWith("panel_", StringComparison.Ordinal)) is { Value.ValueKind: JsonValueKind.Object } panel)
        {
            new WaveChecks(_name, _given.GetProperty("n_yes_" + panel.Name["panel_".Length..]), panel.Value, _expected, report).Run();
        }
        else
        {
            report.Check(_name, "known form", false, "nothing checks what is given");
        }
    }

    private void Each(string check, Func<JsonElement, JsonElement, string?> difference)
    {
        var differences = _given.EnumerateArray().Zip(_expected.EnumerateArray(), difference).OfType<string>().ToList();
        report.Check(_name, check, differences.Count == 0, differences.Count == 0 ? $"{_given.GetArrayLength()} figures" : string.Join("; ", differences));
    }

    private static string? Percentage(JsonElement given, JsonElement expected)
    {
        var n = given.GetProperty("n").GetInt32();
        var counts = PrintedFigures.Counts(given.GetProperty("percent").GetDecimal(), given.GetProperty("decimals").GetInt32(), n);
        var exact = counts.Count == 1;
        var agrees = counts.SequenceEqual(Numbers(expected.GetProperty("feasibleCounts")))
            && expected.GetProperty("countIsExact").GetBoolean() == exact
            && expected.GetProperty("countRevealedZeroOrAll").GetBoolean() == (exact && (counts[0] == 0 || counts[0] == n))
            && expected.GetProperty("couldBeZero").GetBoolean() == counts.Contains(0)
            && expected.GetProperty("couldBeAll").GetBoolean() == counts.Contains(n);
        return agrees ? null : $"{given}: got {string.Join(' ', counts)}";
    }

    private static string? Base(JsonElement given, JsonElement expected)
    {
        var percents = given.GetProperty("percents").EnumerateArray().Select(percent => percent.GetDecimal()).ToList();
        var want = Numbers(expected.GetProperty("smallestBases"));
        var bases = PrintedFigures.Bases(percents, given.GetProperty("decimals").GetInt32(), want.Count);
        return bases.SequenceEqual(want) ? null : $"{given}: got {string.Join(' ', bases)}";
    }

    private static string? Ratings(JsonElement given, JsonElement expected)
    {
        var (n, mean, deviation) = (given.GetProperty("n").GetInt32(), given.GetProperty("mean").GetDecimal(), given.GetProperty("sd").GetDecimal());
        var all = Answers(deviation, (given.GetProperty("min").GetInt32(), given.GetProperty("max").GetInt32()));
        var agrees = Answers(null, null).Count == expected.GetProperty("datasetsGivenMean").GetInt32()
            && Answers(deviation, null).Count == expected.GetProperty("datasetsGivenMeanSd").GetInt32()
            && all.Count == expected.GetProperty("datasetsGivenMeanSdMinMax").GetInt32()
            && (expected.GetProperty("theDataset").ValueKind == JsonValueKind.Null || all[0].SequenceEqual(Numbers(expected.GetProperty("theDataset"))));
        return agrees ? null : $"{given}: got {all.Count} sets";

        IReadOnlyList<IReadOnlyList<int>> Answers(decimal? spread, (int, int)? extremes) => PrintedFigures.Answers((1, 5), n, mean, spread, 2, extremes);
    }

    private static string? Interval(JsonElement given, JsonElement expected)
    {
        var found = PrintedFigures.CountsAndBases(given.GetProperty("percent").GetDecimal(), given.GetProperty("halfWidth").GetDecimal(), 1, given.GetProperty("N").GetInt32());
        var want = expected.GetProperty("feasible").EnumerateArray().Select(one => (one.GetProperty("yes").GetInt32(), one.GetProperty("n").GetInt32())).ToList();
        var agrees = found.Take(MostIntervals).SequenceEqual(want) && expected.GetProperty("unique").GetBoolean() == (found.Count == 1);
        return agrees ? null : $"{given}: got {string.Join(' ', found)}";
    }

    private void WeightedAndUnweighted()
    {
        var (units, sizes) = (Numbers(_given.GetProperty("N")), Numbers(_given.GetProperty("n")));
        var weighted = Shown(units.Zip(sizes, (all, answered) => (double)all / answered), _given.GetProperty("weightedPercent").GetDouble());
        var unweighted = Shown(sizes.Select(_ => 1.0), _given.GetProperty("unweightedPercent").GetDouble());
        var alone = Counts(sizes, weighted);
        var both = Counts(sizes, weighted, unweighted);
        report.Check(_name, "strata behind a weighted percentage", alone.Count == _expected.GetProperty("feasible_from_weighted_only").GetInt32(), $"{alone.Count} solutions");
        var want = _expected.GetProperty("feasible_from_weighted_and_unweighted").EnumerateArray().Select(Numbers).ToList();
        report.Check(_name, "strata behind both percentages",
            both.Count == want.Count && both.Zip(want).All(pair => pair.First.SequenceEqual(pair.Second)), $"{both.Count} solutions");

        RoundedShare Shown(IEnumerable<double> weights, double percent) => new() { Strata = [.. Enumerable.Range(0, sizes.Count)], Weights = [.. weights], Value = percent / 100, Step = 0.001 };
    }

    private void WeightedTotals()
    {
        var strata = _given.GetProperty("N").EnumerateObject().Select(entry => entry.Name).ToList();
        var differences = strata.Where(name => !Counts([Number("n", name)], new RoundedShare
        {
            Strata = [0],
            Weights = [(double)Number("N", name) / Number("n", name)],
            Value = _given.GetProperty("publishedWeightedYes").GetProperty(name).GetDouble(),
            Step = 0.1,
            IsCount = true,
        }).Select(counts => counts[0]).SequenceEqual(Numbers(_expected.GetProperty(name).GetProperty("recoveredExact")))).ToList();
        report.Check(_name, "counts behind weighted totals", differences.Count == 0, differences.Count == 0 ? $"{strata.Count} strata" : string.Join(' ', differences));

        int Number(string what, string name) => _given.GetProperty(what).GetProperty(name).GetInt32();
    }

    /// <summary>The counts by stratum that agree with what is shown, in ascending order.</summary>
    private static List<int[]> Counts(IReadOnlyList<int> sizes, params IReadOnlyList<RoundedShare> shown)
    {
        var found = new List<int[]>();
        new RoundedShares(sizes, shown).Visit((counts, _) =>
        {
            found.Add([.. counts]);
            return true;
        });
        return [.. found.OrderBy(counts => string.Join(' ', counts.Select(count => count.ToString("D6", CultureInfo.InvariantCulture))), StringComparer.Ordinal)];
    }

    private static List<int> Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];
}
