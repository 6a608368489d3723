using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Cli.Auditing;

/// <summary>
/// All that is published of one answer to a question, as a reader has it who lists whole numbers: the strata, their weights and every
/// number. As JSON it is what an attacker that shares no code with this project reads.
/// </summary>
/// <param name="Answer">The answer, for example <c>strategy=none</c>.</param>
/// <param name="Releases">The releases that its numbers are of.</param>
/// <param name="Synthetic">Whether the answers are synthetic.</param>
/// <param name="Strata">The strata: so fine that every number is of whole ones.</param>
/// <param name="Weights">The weight of a respondent of each stratum; null where it is N / r.</param>
/// <param name="Published">The numbers.</param>
internal sealed record AnswerCase(
    string Answer, IReadOnlyList<string> Releases, bool Synthetic, IReadOnlyList<CaseStratum> Strata, IReadOnlyList<double>? Weights, IReadOnlyList<CaseNumber> Published)
{
    /// <summary>The kind of a share that is weighted.</summary>
    public const string Weighted = "weighted-share";

    /// <summary>The kind of a share in which every answer counts once.</summary>
    public const string Unweighted = "unweighted-share";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The sums of strata to look at; null for every stratum and every union.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Targets { get; init; }

    /// <summary>The thresholds that a count is judged by.</summary>
    public required CasePolicy Policy { get; init; }

    /// <summary>Where its numbers come from, in words.</summary>
    public string Source => $"{EvidencePack.NumbersFile}, releases {string.Join(", ", Releases)}";

    /// <summary>The case's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Answer,
            Source,
            Synthetic,
            Strata,
            Weights = (object?)Weights ?? "N/r",
            Published,
            Targets,
            Policy,
        },
        Form) + "\n";

    /// <summary>The name of its file.</summary>
    public string FileName => Answer.Replace('=', '-') + ".json";
}

/// <summary>A stratum.</summary>
/// <param name="Name">Its codes, joined by a slash.</param>
/// <param name="N">Its units in the frame.</param>
/// <param name="R">Those of them who answered.</param>
/// <param name="Groups">The codes of the grouping variables that divide it from others.</param>
internal sealed record CaseStratum(string Name, [property: JsonPropertyName("N")] int N, [property: JsonPropertyName("r")] int R, IReadOnlyDictionary<string, string> Groups);

/// <summary>A published number.</summary>
/// <param name="Over">The strata it is of: «all», or their names.</param>
/// <param name="Kind">A weighted or an unweighted share.</param>
/// <param name="Value">The share, 0–1.</param>
/// <param name="Step">The unit of its last digit.</param>
/// <param name="N">The number of answers in its base.</param>
internal sealed record CaseNumber(object Over, string Kind, decimal Value, decimal Step, int? N)
{
    /// <summary>Its weighted base.</summary>
    public decimal? Base { get; init; }

    /// <summary>The unit that the weighted base is rounded to.</summary>
    public decimal? BaseStep { get; init; }

    /// <summary>The lower limit, where limits are made of the answers; null where they tell nothing more, or aren't shown.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The unit of the limits' last digit.</summary>
    public decimal? LimitStep { get; init; }

    /// <summary>How the limits are made of the answers.</summary>
    public CaseInterval? Interval { get; init; }

    /// <summary>The places of its strata.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Strata { get; init; } = [];
}

/// <summary>How limits are made of answers: on the logit scale, with Student's t.</summary>
/// <param name="Variance"><c>taylor-fpc</c> (strata and finite population) or <c>srs</c> (of all answers, unweighted).</param>
/// <param name="Sampled">For <c>srs</c> the number of all answers.</param>
/// <param name="Df">The degrees of freedom: the units asked less their strata.</param>
/// <param name="Level">The confidence level.</param>
internal sealed record CaseInterval(string Variance, int? Sampled, int Df, decimal Level)
{
    /// <summary>The scale.</summary>
    public string Method { get; } = "logit";
}

/// <summary>The thresholds.</summary>
/// <param name="MinRespondents">Fewer on one side break a rule.</param>
/// <param name="ProtectionInterval">How far from the truth bounds must lie.</param>
/// <param name="GroupCoalition">How many of a group may put together what they know.</param>
internal sealed record CasePolicy(int MinRespondents, int ProtectionInterval, int GroupCoalition);
