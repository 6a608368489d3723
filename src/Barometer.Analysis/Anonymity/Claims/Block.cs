namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Claims that are linked with each other, as a problem of suppression.</summary>
/// <param name="Name">The question they are about.</param>
/// <param name="Claims">The numbers of the claims, in the order of the problem's units.</param>
/// <param name="Problem">The problem.</param>
internal sealed record Block(string Name, IReadOnlyList<int> Claims, SuppressionProblem Problem);
