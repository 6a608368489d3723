using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>
/// The checks of what is shown of one answer: shares and counts of strata, weighted and not, with limits and bases, as claims about the
/// whole numbers behind them. What an attacker that lists these finds must be what the library finds.
/// </summary>
internal sealed class WorldsChecks(string path, Report report)
{
    // With more strata there are too many vectors to list, and the case has the bounds of integer programs.
    private const int MostStrata = 8;
    private readonly string _name = Path.GetFileNameWithoutExtension(path);
    private readonly ShownAnswerCase _case = ShownAnswerCase.Read(path);
    private readonly JsonElement _expected = CaseFile.Json(Path.ChangeExtension(path, ".expected.json"));

    /// <summary>Whether a file is such a case: it has what is expected beside it.</summary>
    public static bool IsCase(string path) => !path.EndsWith(".expected.json", StringComparison.Ordinal) && File.Exists(Path.ChangeExtension(path, ".expected.json"));

    /// <summary>Recomputes the published numbers, and compares worlds, ranges and what is told.</summary>
    public void Run()
    {
        var truth = Numbers("truth");
        if (truth is not null)
        {
            var differences = _case.Differences(truth, Numbers("base") ?? _case.Sizes);
            report.Check(_name, "published numbers", differences == 0, $"{_case.Shown.Count - differences} of {_case.Shown.Count} are what the true counts give");
        }

        var worlds = _case.Sizes.Length > MostStrata ? null : List();
        report.Check(_name, "worlds", _expected.GetProperty("worlds") is { ValueKind: JsonValueKind.Number } count ? worlds?.Count == count.GetInt32() : worlds is null,
            worlds is null ? "too many, bounds only" : $"{worlds.Count}");
        var (ranges, told, wrong) = (_expected.GetProperty("ranges"), _expected.GetProperty("told"), new List<string>());
        var (found, targets) = (0, _case.Targets().ToList());
        foreach (var (target, strata) in targets)
        {
            var (low, high) = Range(strata, worlds);
            var size = Less(strata, strata.Sum(stratum => _case.Sizes[stratum]), 1);
            var rule = _case.Told(truth is null ? null : Less(strata, strata.Sum(stratum => truth[stratum]), _case.Insider?.Gave ?? 0), size, low, high);
            found += rule is null ? 0 : 1;
            var isRange = ranges.TryGetProperty(target, out var range) && range.EnumerateArray().Select(end => end.GetInt32()).SequenceEqual([low, high, size]);
            if (!isRange || rule != (told.TryGetProperty(target, out var want) ? want.GetString() : null))
            {
                wrong.Add($"{target}: {low} to {high} of {size}{(rule is null ? "" : ", told: " + rule)}");
            }
        }

        report.Check(_name, "ranges and what is told", wrong.Count == 0 && ranges.EnumerateObject().Count() == targets.Count && told.EnumerateObject().Count() == found,
            wrong.Count == 0 ? $"{targets.Count} ranges, {found} told" : string.Join("; ", wrong));
    }

    /// <summary>The vectors of counts, less the insider's own answer.</summary>
    private List<int[]> List()
    {
        var found = new List<int[]>();
        _case.System.Visit((counts, _) =>
        {
            if (_case.Insider is not { } insider || (insider.Gave == 1 ? counts[insider.Stratum] >= 1 : counts[insider.Stratum] < _case.Sizes[insider.Stratum]))
            {
                found.Add([.. counts.Select((count, stratum) => Less([stratum], count, _case.Insider?.Gave ?? 0))]);
            }

            return true;
        });
        return found;
    }

    private (int Low, int High) Range(int[] strata, List<int[]>? worlds)
    {
        if (worlds is not null)
        {
            return (worlds.Min(counts => strata.Sum(stratum => counts[stratum])), worlds.Max(counts => strata.Sum(stratum => counts[stratum])));
        }

        var bounds = _case.System.Bounds(strata);
        return ((int)bounds.Low, (int)bounds.High);
    }

    /// <summary>A number of some strata without the insider, where it is in them.</summary>
    private int Less(IReadOnlyList<int> strata, int number, int own) => _case.Insider is { } insider && strata.Contains(insider.Stratum) ? number - own : number;

    private int[]? Numbers(string name) => _expected.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(number => number.GetInt32())] : null;
}
