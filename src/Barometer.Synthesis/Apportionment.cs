namespace Barometer.Synthesis;

/// <summary>Shares a whole number out by weights, one at a time to the part with the largest claim (Sainte-Laguë).</summary>
internal static class Apportionment
{
    /// <summary>
    /// Parts that sum to <paramref name="total"/>, proportional to <paramref name="weights"/> as nearly as whole numbers
    /// allow, none below its floor or above its ceiling. Ties go to the earlier part.
    /// </summary>
    /// <exception cref="ArgumentException">The floors exceed the total, or the ceilings don't reach it.</exception>
    public static int[] Share(int total, long[] weights, int[] floors, int[] ceilings)
    {
        if (floors.Sum() > total || ceilings.Sum() < total)
        {
            throw new ArgumentException("The total lies outside what floors and ceilings allow.", nameof(total));
        }

        var parts = (int[])floors.Clone();
        for (var left = total - floors.Sum(); left > 0; left--)
        {
            parts[LargestClaim(parts, weights, ceilings)]++;
        }

        return parts;
    }

    // The claim is weight / (2·part + 1), compared crosswise to stay with whole numbers.
    private static int LargestClaim(int[] parts, long[] weights, int[] ceilings)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            var isOpen = parts[i] < ceilings[i];
            if (isOpen && (best < 0 || weights[i] * (2L * parts[best] + 1) > weights[best] * (2L * parts[i] + 1)))
            {
                best = i;
            }
        }

        return best;
    }
}
