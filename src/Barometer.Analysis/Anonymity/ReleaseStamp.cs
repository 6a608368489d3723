namespace Barometer.Analysis.Anonymity;

/// <summary>What a release says about itself: its name in the ledger and the rules it was made by.</summary>
/// <param name="Id">The release's id, for example <c>innovated-by-group</c>: lower-case words joined by hyphens.</param>
/// <param name="PolicyVersion">The version of the policy file that decided.</param>
/// <param name="Survey">The survey's id, or <c>published</c> for figures that others have published.</param>
/// <param name="IsSynthetic">Whether the answers behind it are synthetic.</param>
public sealed record ReleaseStamp(string Id, string PolicyVersion, string Survey, bool IsSynthetic);
