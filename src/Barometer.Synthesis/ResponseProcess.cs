namespace Barometer.Synthesis;

/// <summary>Draws who is invited and who answers: within a stratum all units are alike, so N/r is the right weight.</summary>
internal static class ResponseProcess
{
    private const long Millionths = 1_000_000;

    /// <summary>The units in their order, with what became of them.</summary>
    public static IReadOnlyList<Unit> Apply(Unit[] units, IReadOnlyList<Stratum> strata, ulong seed)
    {
        var stream = new RandomStream(seed, "response");
        foreach (var stratum in strata)
        {
            var members = Enumerable.Range(0, units.Length).Where(i => stratum.Holds(units[i])).ToArray();
            stream.Shuffle<int>(members);
            for (var k = 0; k < stratum.Invited; k++)
            {
                var answered = k < stratum.Answered;
                units[members[k]] = units[members[k]] with
                {
                    Invited = true,
                    Answered = answered,
                    Weight = answered ? stratum.Size * Millionths / stratum.Answered : 0,
                };
            }
        }

        return units;
    }
}
