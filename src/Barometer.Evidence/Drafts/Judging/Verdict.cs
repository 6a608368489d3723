namespace Barometer.Evidence.Drafts.Judging;

/// <summary>What a claim turned out to be.</summary>
internal enum Verdict
{
    /// <summary>It says what its source says.</summary>
    Agrees,

    /// <summary>It says something else.</summary>
    Disagrees,

    /// <summary>It is the right number, and not rounded as it should be.</summary>
    RoundedWrongly,

    /// <summary>The difference it speaks of may be chance.</summary>
    WithinChance,

    /// <summary>It puts beside each other what can't be compared.</summary>
    NotComparable,

    /// <summary>It tells a number of synthetic answers as if it were real.</summary>
    Synthetic,

    /// <summary>What there is doesn't decide it.</summary>
    Undecided,
}

/// <summary>A claim of a draft with its verdict.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Claim">The claim in the author's words.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record DraftFinding(DraftSentence Sentence, string Claim, Verdict Verdict)
{
    /// <summary>The number that it was held against; null where none was.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Where it should have come from; null when nothing was found.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>What the source says.</summary>
    public LocalizedText? Expected { get; init; }

    /// <summary>What the draft says.</summary>
    public string Found { get; init; } = "";

    /// <summary>Why.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Whether an author has to do something about it.</summary>
    public bool IsAlarm => Verdict is not (Verdict.Agrees or Verdict.Undecided);

    /// <summary>The verdict as files have it: <c>rounded-wrongly</c>.</summary>
    public string Code => CodeName.Of(Verdict);
}
