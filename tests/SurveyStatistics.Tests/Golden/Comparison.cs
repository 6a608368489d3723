namespace SurveyStatistics.Tests.Golden;

/// <summary>Numbers of ours beside R's.</summary>
internal sealed record Comparison(string What, double[] Ours, double[] Theirs, double Tolerance)
{
    /// <summary>The first pair that differs by more than the tolerance, in words; null when all agree.</summary>
    public string? Difference()
    {
        if (Ours.Length != Theirs.Length)
        {
            return FormattableString.Invariant($"{What}: {Ours.Length} numbers, expected {Theirs.Length}");
        }

        for (var i = 0; i < Ours.Length; i++)
        {
            if (!Agree(Ours[i], Theirs[i]))
            {
                return FormattableString.Invariant($"{What}[{i}]: {Ours[i]:R}, expected {Theirs[i]:R}, relative {Math.Abs((Ours[i] / Theirs[i]) - 1):E1}");
            }
        }

        return null;
    }

    // What is zero in exact arithmetic comes out of R as anything up to 1e-8.
    private bool Agree(double ours, double theirs) =>
        (double.IsNaN(ours) && double.IsNaN(theirs))
        || Math.Abs(ours - theirs) <= Tolerance * Math.Abs(theirs)
        || (Math.Abs(ours) < 1e-8 && Math.Abs(theirs) < 1e-8);
}
