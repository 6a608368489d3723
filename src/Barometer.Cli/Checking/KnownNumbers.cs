using System.Globalization;

namespace Barometer.Cli.Checking;

/// <summary>The numbers that prose can cite: what others published, the policy's thresholds, and those of the evidence pack.</summary>
internal sealed class KnownNumbers
{
    /// <summary>The list of numbers that are no results, each with words one of which stands beside it: what prose may hold without a source.</summary>
    public const string ConstantsFile = "data/releases/constants.csv";

    private const string Policy = "policy/";
    private static readonly string[] Synthetic = ["syntetisk", "synthetic"];

    private readonly Dictionary<string, PublishedFigure> _published;
    private readonly Dictionary<string, decimal> _policy;
    private readonly IReadOnlyDictionary<string, EvidenceNumber>? _evidence;
    private readonly IReadOnlyList<(string Number, string[] Beside)> _constants;

    private KnownNumbers(PublishedRegistry published, ReleasePolicy policy, IReadOnlyDictionary<string, EvidenceNumber>? evidence, IReadOnlyList<(string Number, string[] Beside)> constants)
    {
        (_evidence, _constants) = (evidence, constants);
        _published = published.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        _policy = new(StringComparer.Ordinal)
        {
            ["minRespondents"] = policy.MinRespondents,
            ["minOrganisations"] = policy.MinOrganisations,
            ["maxOrganisationShare"] = (decimal)policy.MaxOrganisationShare * 100,
            ["minBase"] = policy.MinBase,
            ["protectionPercent"] = (decimal)policy.ProtectionPercent,
            ["baseRounding"] = policy.BaseRounding,
            ["protectionInterval"] = policy.ProtectionInterval,
        };
    }

    /// <summary>Whether numbers of the evidence pack can be compared; else a mark that names one is taken on trust.</summary>
    public bool HasEvidence => _evidence is not null;

    /// <summary>Reads them from the repository's data, and from the evidence pack of the last reproduction, if there is one.</summary>
    public static KnownNumbers Read(Repository repository) =>
        Read(repository, File.Exists(repository.EvidenceNumbers) ? EvidenceJson.Read(File.ReadAllText(repository.EvidenceNumbers)).Numbers : null);

    /// <summary>Reads them from the repository's data and an evidence pack.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="evidence">The pack's numbers; null for none.</param>
    public static KnownNumbers Read(Repository repository, IEnumerable<EvidenceNumber>? evidence) => new(
        PublishedRegistry.Read(Path.Combine(repository.Data, "published", "figures.csv")),
        ReleasePolicy.Read(Path.Combine(repository.Data, "releases", "policy.json")),
        evidence?.ToDictionary(number => number.Id, StringComparer.Ordinal),
        ReadConstants(Path.Combine(repository.Root, ConstantsFile)));

    /// <summary>Whether a number is a listed constant, beside words that say which.</summary>
    public bool IsConstant(string text, string around) => Readings(text).Any(number => _constants.Any(constant =>
        constant.Number == number && constant.Beside.Any(word => around.Contains(word, StringComparison.OrdinalIgnoreCase))));

    /// <summary>What is wrong with a number that says it is this one, or null; neither is told.</summary>
    /// <param name="text">The number as written.</param>
    /// <param name="mark">What it says it is.</param>
    /// <param name="around">The text of its cell, which says whether its numbers are synthetic.</param>
    public string? Compare(string text, ProseMark mark, string around)
    {
        if (mark.InEvidence is { } id)
        {
            return _evidence is null ? null : CompareWithEvidence(text, mark, id.Split('#'), around);
        }

        if (!IsKnown(mark.Id) || (mark.Of is not null && !IsKnown(mark.Of)))
        {
            return "there is no such figure to cite (data/published/figures.csv, data/releases/policy.json, or evidence/… for a number of artifacts/evidence/evidence.json)";
        }

        var expected = Expected(mark).ToList();
        return expected.Count == 0
            ? $"«{mark.Id}» is no such number: see how it is printed in data/published/figures.csv, and name its decimals"
            : expected.Intersect(Readings(text)).Any() ? null : $"the number isn't what «{mark.Id}» says";
    }

    // 85,0<!-- evidence/headlines/innovated=yes:1 -->; made of synthetic answers, it has to say so in the same cell.
    private string? CompareWithEvidence(string text, ProseMark mark, string[] parts, string around)
    {
        if (parts.Length > 2 || !_evidence!.TryGetValue(parts[0], out var number) || mark.Of is not null)
        {
            return "there is no such number to cite in artifacts/evidence/evidence.json";
        }

        var value = (parts.Length == 1 ? "" : parts[1]) switch
        {
            "" => number.Told(number.Value),
            "n" => number.Respondents,
            "lower" => number.Told(number.Lower),
            "upper" => number.Told(number.Upper),
            _ => null,
        };
        return value is null ? $"«{mark.Id}» may not be shown, or is no part of it (#n, #lower, #upper)"
            : mark.Decimals is null ? $"«{mark.Id}» has to name its decimals, as in «{mark.Id}:1»"
            : !Written(value, mark.Decimals).Intersect(Readings(text)).Any() ? $"the number isn't what «{mark.Id}» says"
            : number.IsSynthetic && !Synthetic.Any(word => around.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? $"«{mark.Id}» is made of synthetic answers, and the cell doesn't say so"
                : null;
    }

    private static IReadOnlyList<(string Number, string[] Beside)> ReadConstants(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(fields => (fields[0], fields[1].Split(';')))] : [];

    private bool IsKnown(string id) => id.StartsWith(Policy, StringComparison.Ordinal) ? _policy.ContainsKey(id[Policy.Length..]) : _published.ContainsKey(id);

    // Each as it would be written in an invariant form: «85», «33.6», «8 of 10», «60–65».
    private IEnumerable<string> Expected(ProseMark mark)
    {
        if (mark.Of is not null)
        {
            return Number(mark.Id) / Number(mark.Of) is { } share ? Written(share * 100, mark.Decimals) : [];
        }

        if (!_published.TryGetValue(mark.Id, out var figure))
        {
            return Written(_policy[mark.Id[Policy.Length..]], mark.Decimals);
        }

        var scale = figure.Unit == PublishedUnit.Share ? 100 : 1;
        return figure switch
        {
            { Numerator: { } k, Denominator: { } n } => [FormattableString.Invariant($"{k} of {n}")],
            { Value: { } value } => Written(value * scale, mark.Decimals),
            { Lower: { } lower, Upper: { } upper } => Written(lower * scale, mark.Decimals).Zip(Written(upper * scale, mark.Decimals), (a, b) => $"{a}–{b}"),
            _ => Written((figure.Lower ?? figure.Upper) * scale, mark.Decimals),
        };
    }

    private decimal? Number(string id) => _published.TryGetValue(id, out var figure) ? figure.Value : _policy[id[Policy.Length..]];

    private static IEnumerable<string> Written(decimal? number, int? decimals) => number is { } value && decimals is { } places
        ? [Rounding.HalfAwayFromZero(value, places).ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)]
        : [];

    // «1,686» is a number in Norwegian and another in English: the prose holds both languages.
    private static string[] Readings(string text)
    {
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" av ", " of ", StringComparison.Ordinal);
        return [plain.Replace(',', '.'), plain.Replace(",", "", StringComparison.Ordinal)];
    }
}
