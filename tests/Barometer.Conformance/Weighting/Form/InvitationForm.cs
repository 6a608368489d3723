namespace Barometer.Conformance.Weighting.Form;

/// <summary>The frame's variables about the invitations: 1 or «yes».</summary>
internal sealed record InvitationForm
{
    /// <summary>Who was invited.</summary>
    public required string Invited { get; init; }

    /// <summary>Who answered.</summary>
    public required string Answered { get; init; }
}
