namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>An alternative world.</summary>
/// <param name="World">How it differs from the truth.</param>
/// <param name="Cost">What must be paid so that no published cell shows the difference; 0 when none does.</param>
/// <param name="Guards">
/// The published cells of which at least one must be hidden for any such world to exist: the proof of the cost.
/// </param>
internal sealed record Alternative(World World, double Cost, IReadOnlyList<int> Guards);
