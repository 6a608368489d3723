namespace Barometer.Analysis.Loading;

/// <summary>What the frame says of one stratum: N, n and r.</summary>
/// <param name="Categories">The stratum's category of each grouping variable, in the order asked for.</param>
/// <param name="Population">The number of units in the frame, N.</param>
/// <param name="Invited">The number sent the survey, n.</param>
/// <param name="Answered">The number that answered, r.</param>
public sealed record FrameCount(IReadOnlyList<Category> Categories, int Population, int Invited, int Answered) : UnreleasedRecord;
