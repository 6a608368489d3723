namespace Barometer.Synthesis;

/// <summary>A stratum of a frame with its numbers of units, invited and answered.</summary>
/// <param name="Group">The agency group's index.</param>
/// <param name="Band">The size band's index, or null when the stratum holds all sizes.</param>
/// <param name="Size">The number of units, N.</param>
/// <param name="Invited">The number invited, n.</param>
/// <param name="Answered">The number that answered, r.</param>
internal sealed record Stratum(int Group, int? Band, int Size, int Invited, int Answered)
{
    /// <summary>Whether a unit belongs to it.</summary>
    public bool Holds(Unit unit) => unit.Agency.Group == Group && (Band is null || unit.Band == Band);
}
