using System.Text.Json;
using MathNet.Numerics.Distributions;

namespace Barometer.Conformance.Disclosure;

/// <summary>
/// A case of what is shown of one answer: strata, weights and published numbers, with what a reader who lists whole numbers finds. The
/// limits are those of a ratio mean: Taylor variance in strata with finite population correction, or of a simple sample; logit interval with Student's t.
/// </summary>
internal sealed class ShownAnswerCase
{
    private const double Near = 1e-15;
    private readonly JsonElement _case;
    private readonly JsonElement[] _strata;
    private readonly JsonElement[] _published;

    private ShownAnswerCase(JsonElement content)
    {
        _case = content;
        _strata = [.. content.GetProperty("strata").EnumerateArray()];
        _published = [.. content.GetProperty("published").EnumerateArray()];
        Sizes = [.. _strata.Select(stratum => stratum.GetProperty("r").GetInt32())];
        Names = [.. _strata.Select(stratum => stratum.GetProperty("name").GetString()!)];
        Shown = [.. _published.Select(Share)];
    }

    /// <summary>The sizes of the strata.</summary>
    public int[] Sizes { get; }

    /// <summary>Their names.</summary>
    public string[] Names { get; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<RoundedShare> Shown { get; }

    /// <summary>The system of all of it.</summary>
    public RoundedShares System => new(Sizes, Shown);

    /// <summary>Reads a case.</summary>
    public static ShownAnswerCase Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return new ShownAnswerCase(json.RootElement.Clone());
    }

    /// <summary>The sums of strata to look at, by name: those that the case names, or every stratum and every union.</summary>
    public IEnumerable<(string Name, int[] Strata)> Targets()
    {
        if (_case.TryGetProperty("targets", out var targets))
        {
            return targets.EnumerateObject().Select(target => (target.Name, Places(target.Value)));
        }

        // Of a stratum that nothing is shown of, nothing follows.
        var said = Shown.SelectMany(share => share.Strata).ToHashSet();
        return Enumerable.Range(1, (1 << Sizes.Length) - 1)
            .Select(set => Enumerable.Range(0, Sizes.Length).Where(stratum => (set >> stratum & 1) == 1).ToArray())
            .Where(strata => strata.All(said.Contains))
            .Select(strata => (string.Join('+', strata.Select(stratum => Names[stratum])), strata));
    }

    /// <summary>Who knows its own answer: its stratum, and whether it gave the answer (1) or not (0); null for a reader who knows none.</summary>
    public (int Stratum, int Gave)? Insider => _case.TryGetProperty("insider", out var insider)
        ? (Array.IndexOf(Names, insider.GetProperty("stratum").GetString()!), insider.GetProperty("gave").GetInt32())
        : null;

    /// <summary>The published numbers that these counts and bases don't give.</summary>
    public int Differences(IReadOnlyList<int> counts, IReadOnlyList<int> bases) => Shown.Count(share =>
    {
        int[] y = [.. share.Strata.Select(stratum => counts[stratum])];
        int[] m = [.. share.Strata.Select(stratum => bases[stratum])];
        var weighted = share.Weights.Zip(m, (weight, size) => weight * size).Sum();
        var value = share.Weights.Zip(y, (weight, count) => weight * count).Sum() / (share.IsCount ? 1 : weighted);
        return RoundedShare.Rounded(value, share.Step) != RoundedShare.Rounded(share.Value, share.Step)
            || (share.Respondents is { } respondents && respondents != m.Sum())
            || (share.WeightedBase is { } shown && RoundedShare.Rounded(weighted, share.WeightedBaseStep) != RoundedShare.Rounded(shown, share.WeightedBaseStep))
            || (share.ShowsLimits is { } limits && !limits(y, m));
    });

    /// <summary>Which rule is broken, by a count or, where that isn't known, by every count of the range; null when none is.</summary>
    public string? Told(int? value, int size, int low, int high)
    {
        var values = value is { } known ? [known] : Enumerable.Range(low, high - low + 1).ToList();
        var (least, coalition, few) = (Policy("protectionInterval", 1), Policy("groupCoalition", 1), Policy("minRespondents", 5));
        return !values.TrueForAll(one => IsTold(one, size, low, high)) ? null
            : high <= coalition ? "nobody, or nobody but one"
            : low >= size - coalition ? "all, or all but one"
            : high - low <= 2 * least ? $"fewer than {few} on one side, known within ±{least}"
            : $"fewer than {few} on one side, a bound nearer than ±{least}";
    }

    /// <summary>Whether a count is told: the bounds leave less than a rule asks for to one side of it.</summary>
    public bool IsTold(int value, int size, int low, int high)
    {
        var (least, coalition, few) = (Policy("protectionInterval", 1), Policy("groupCoalition", 1), Policy("minRespondents", 5));
        var (more, fewer) = ProtectionLevel.ShareRoom(value, size, coalition, least);
        return Math.Min(value, size - value) < few && (high < value + more || low > value - fewer);
    }

    private int Policy(string name, int usual) =>
        _case.TryGetProperty("policy", out var policy) && policy.TryGetProperty(name, out var own) ? own.GetInt32() : usual;

    private int[] Places(JsonElement over) => over.ValueKind switch
    {
        JsonValueKind.String => [.. Enumerable.Range(0, Sizes.Length)],
        JsonValueKind.Array => [.. over.EnumerateArray().Select(name => Array.IndexOf(Names, name.GetString()!)).Order()],
        _ => [.. Enumerable.Range(0, Sizes.Length).Where(stratum => over.EnumerateObject().All(group => _strata[stratum].GetProperty("groups").GetProperty(group.Name).GetString() == group.Value.GetString()))],
    };

    private RoundedShare Share(JsonElement published)
    {
        var kind = published.GetProperty("kind").GetString();
        var strata = Places(published.GetProperty("over"));
        return new RoundedShare
        {
            Strata = strata,
            Weights = [.. strata.Select(stratum => kind == "weighted-share" ? Weight(published, stratum) : 1)],
            Value = published.GetProperty("value").GetDouble(),
            Step = kind == "count" ? 1 : Number(published, "step") ?? Math.Pow(10, -(Number(published, "decimals") ?? 3)),
            IsCount = kind == "count",
            Respondents = (int?)Number(published, "n"),
            WeightedBase = Number(published, "base"),
            WeightedBaseStep = Number(published, "baseStep") ?? 1,
            ShowsLimits = Number(published, "lower") is not null && published.TryGetProperty("interval", out var interval) ? Limits(published, interval, strata) : null,
        };
    }

    private double Weight(JsonElement published, int stratum)
    {
        var weights = _case.TryGetProperty("weights", out var found) ? found : default;
        weights = published.TryGetProperty("weights", out var name) ? weights.GetProperty(name.GetString()!) : weights;
        return weights.ValueKind == JsonValueKind.Array ? weights[stratum].GetDouble() : _strata[stratum].GetProperty("N").GetDouble() / Sizes[stratum];
    }

    private Func<IReadOnlyList<int>, IReadOnlyList<int>, bool> Limits(JsonElement published, JsonElement interval, int[] strata)
    {
        var step = Number(published, "limitStep") ?? Math.Pow(10, -(Number(published, "limitDecimals") ?? 2));
        var isWeighted = published.GetProperty("kind").GetString() == "weighted-share";
        double[] weights = [.. strata.Select(stratum => isWeighted ? Weight(published, stratum) : 1)];
        double[] units = [.. strata.Select(stratum => Number(_strata[stratum], "N") ?? double.NaN)];
        var (lower, upper) = (Number(published, "lower")!.Value, Number(published, "upper")!.Value);
        var tail = (1 - (Number(interval, "level") ?? 0.95)) / 2;
        var t = StudentT.InvCDF(0, 1, Number(interval, "df")!.Value, 1 - tail);
        return (counts, bases) =>
        {
            var size = weights.Zip(bases, (weight, m) => weight * m).Sum();
            var share = weights.Zip(counts, (weight, y) => weight * y).Sum() / size;
            var variance = interval.GetProperty("variance").GetString() == "srs" ? Simple(counts, bases, share, Number(interval, "sampled")!.Value, size) : Taylor(counts, bases, share, size);
            var (low, high) = variance <= Near || share <= 0 || share >= 1 ? Exact(share, bases.Sum(), tail) : Logit(share, variance, t);
            return RoundedShare.Rounded(low, step) == RoundedShare.Rounded(lower, step) && RoundedShare.Rounded(high, step) == RoundedShare.Rounded(upper, step);
        };

        double Taylor(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share, double size)
        {
            var sum = 0.0;
            for (var i = 0; i < strata.Length; i++)
            {
                var (n, (first, second)) = (Sizes[strata[i]], Residuals(counts[i], bases[i], share));
                sum += weights[i] * weights[i] * (1 - (n / units[i])) * n / Math.Max(n - 1, 1) * (second - (first * first / n));
            }

            return sum / (size * size);
        }
    }

    private static double Simple(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share, double sampled, double size)
    {
        var (first, second) = Residuals(counts.Sum(), bases.Sum(), share);
        return sampled / (sampled - 1) * (second - (first * first / sampled)) / (size * size);
    }

    private static (double Sum, double Squares) Residuals(double y, double m, double share) =>
        (y - (m * share), (y * (1 - share) * (1 - share)) + ((m - y) * share * share));

    private static (double Low, double High) Logit(double share, double variance, double t)
    {
        var (centre, half) = (Math.Log(share / (1 - share)), t * Math.Sqrt(variance) / (share * (1 - share)));
        return (1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }

    private static (double Low, double High) Exact(double share, double n, double tail)
    {
        var k = Math.Clamp(share, 0, 1) * n;
        return (k <= 0 ? 0 : Beta.InvCDF(k, n - k + 1, tail), k >= n ? 1 : Beta.InvCDF(k + 1, n - k, 1 - tail));
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number ? found.GetDouble() : null;
}
