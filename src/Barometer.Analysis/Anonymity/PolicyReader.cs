using System.Text.Json;

namespace Barometer.Analysis.Anonymity;

/// <summary>Reads and checks a policy file, reporting every problem in it together.</summary>
internal sealed class PolicyReader
{
    private static readonly string[] Known =
    [
        "minRespondents", "minOrganisations", "maxOrganisationShare", "dominanceOrganisations", "dominanceShare",
        "protectionPercent", "groupCoalition", "minBase", "percentDecimals", "fewRespondents", "numberDecimals", "countRounding", "baseRounding", "effectiveRounding", "protectionInterval",
        "minShownShare", "smallCountBase",
    ];

    private readonly string _file;
    private readonly List<Problem> _problems = [];

    private PolicyReader(string file) => _file = file;

    /// <summary>Reads the policy at <paramref name="path"/>.</summary>
    public static ReleasePolicy Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var reader = new PolicyReader(Path.GetFileName(path));
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return reader.Policy(json.RootElement);
        }
        catch (JsonException error)
        {
            throw new BarometerException(new Problem(
                "The policy file is no valid JSON", reader._file, (int?)error.LineNumber + 1, Hint: "restore data/releases/policy.json"));
        }
        catch (IOException)
        {
            throw new BarometerException(new Problem(
                "The policy file can't be read", reader._file, Expected: "data/releases/policy.json in the repository"));
        }
    }

    private ReleasePolicy Policy(JsonElement root)
    {
        var thresholds = Member(root, "thresholds", JsonValueKind.Object);
        Unknown(thresholds);
        var note = Member(root, "note", JsonValueKind.Object);
        var policy = new ReleasePolicy
        {
            Version = Text(root, "version"),
            Note = new LocalizedText(Text(note, "nb"), Text(note, "en")),
            MinRespondents = Whole(thresholds, "minRespondents", 1, 1000),
            MinOrganisations = Whole(thresholds, "minOrganisations", 1, 1000),
            MaxOrganisationShare = Threshold(thresholds, "maxOrganisationShare", 0.01, 1),
            DominanceOrganisations = Whole(thresholds, "dominanceOrganisations", 1, 10),
            DominanceShare = Threshold(thresholds, "dominanceShare", 0.01, 1),
            ProtectionPercent = Threshold(thresholds, "protectionPercent", 0, 100),
            GroupCoalition = Whole(thresholds, "groupCoalition", 0, 1000),
            MinBase = Whole(thresholds, "minBase", 1, 100_000),
            PercentDecimals = Whole(thresholds, "percentDecimals", 0, 3),
            FewRespondents = Whole(thresholds, "fewRespondents", 0, 100_000),
            NumberDecimals = Whole(thresholds, "numberDecimals", 0, 6),
            CountRounding = Whole(thresholds, "countRounding", 1, 1000),
            BaseRounding = Whole(thresholds, "baseRounding", 1, 100_000),
            EffectiveRounding = Whole(thresholds, "effectiveRounding", 1, 100_000),
            ProtectionInterval = Whole(thresholds, "protectionInterval", 1, 1000),
            MinShownShare = Threshold(thresholds, "minShownShare", 0, 1),
            SmallCountBase = Whole(thresholds, "smallCountBase", 2, 1000),
            PublicCounts = PublicCounts(root),
        };
        return _problems.Count == 0 ? policy : throw new BarometerException(_problems);
    }

    private List<PublicCount> PublicCounts(JsonElement root)
    {
        var counts = new List<PublicCount>();
        var list = Member(root, "publicCounts", JsonValueKind.Array);
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in list.EnumerateArray())
            {
                counts.Add(new PublicCount(Text(entry, "outcome"), Flag(entry, "byGroup")));
            }
        }

        return counts;
    }

    private void Unknown(JsonElement thresholds)
    {
        if (thresholds.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var entry in thresholds.EnumerateObject().Where(entry => !Known.Contains(entry.Name)))
        {
            Report(entry.Name, "Unknown threshold", "one of " + string.Join(", ", Known), "another name");
        }
    }

    private int Whole(JsonElement thresholds, string name, int lowest, int highest)
    {
        var value = Threshold(thresholds, name, lowest, highest);
        if (value != Math.Floor(value))
        {
            Report(name, "A threshold must be a whole number", "a whole number", "a number with decimals");
        }

        return (int)value;
    }

    private double Threshold(JsonElement thresholds, string name, double lowest, double highest)
    {
        var entry = Member(thresholds, name, JsonValueKind.Object);
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return lowest;
        }

        if (Text(entry, "origin") != "ours")
        {
            Report(name, "A threshold must say whose it is", "\"origin\": \"ours\"", "another origin",
                "no official threshold is published; do not present one as Difi's");
        }

        Text(entry, "why");
        if (!entry.TryGetProperty("value", out var found) || found.ValueKind != JsonValueKind.Number)
        {
            Report(name, "A threshold has no value", "a number called value", "none");
            return lowest;
        }

        var value = found.GetDouble();
        if (value >= lowest && value <= highest)
        {
            return value;
        }

        Report(name, "A threshold is out of range", FormattableString.Invariant($"{lowest} to {highest}"), FormattableString.Invariant($"{value}"));
        return lowest;
    }

    private string Text(JsonElement parent, string name)
    {
        var text = Member(parent, name, JsonValueKind.String);
        if (text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } value)
        {
            return value;
        }

        if (text.ValueKind == JsonValueKind.String)
        {
            Report(name, "A text is empty", "a text", "an empty one");
        }

        return "";
    }

    private bool Flag(JsonElement parent, string name)
    {
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found)
            && found.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return found.GetBoolean();
        }

        Report(name, "A flag is missing", "true or false", "none");
        return false;
    }

    private JsonElement Member(JsonElement parent, string name, JsonValueKind kind)
    {
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == kind)
        {
            return found;
        }

        if (parent.ValueKind == JsonValueKind.Object)
        {
            Report(name, $"The policy file has no «{name}» of the right kind", $"a JSON {kind.ToString().ToLowerInvariant()}", "none");
        }

        return default;
    }

    private void Report(string name, string what, string expected, string got, string? hint = null) =>
        _problems.Add(new Problem(what, _file, null, name, expected, got, hint));
}
