namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>A group and an answer: nobody may learn that all of the group, or all but a few, gave it.</summary>
/// <param name="Name">What the pair is called in reports: table, group and answer.</param>
/// <param name="Group">The respondents of the group.</param>
/// <param name="Answer">Those of them who gave the answer.</param>
internal sealed record GroupSecret(string Name, LinearForm Group, LinearForm Answer)
{
    /// <summary>Those of the group who did not give the answer.</summary>
    public LinearForm Others { get; } = Group.Minus(Answer);
}
