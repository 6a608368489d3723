namespace Barometer.Conformance.Weighting;

/// <summary>The outcome of a case.</summary>
/// <param name="Suite">The file's name for itself.</param>
/// <param name="Id">The case.</param>
/// <param name="Estimator">What was estimated.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Detail">The largest relative difference, what differs, the library's message, or what it lacks.</param>
/// <param name="IsExpected">Whether the file of cases expected it so.</param>
internal sealed record Outcome(string Suite, string Id, string Estimator, Verdict Verdict, string Detail, bool IsExpected)
{
    /// <summary>The line of the report.</summary>
    public override string ToString() => $"{Name,-13} {Suite} {Id}: {Detail}";

    private string Name => Verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Differs => "differs",
        Verdict.Refuses => "refuses",
        _ => "not supported",
    };
}
