namespace Barometer.Conformance.Disclosure;

/// <summary>What rounded figures with public weights tell about the counts of single strata.</summary>
internal sealed class WeightedShares
{
    private readonly int[] _respondents;
    private readonly decimal[] _weights;
    private readonly decimal _units;

    /// <summary>Takes the public design.</summary>
    /// <param name="units">The population units of each stratum.</param>
    /// <param name="respondents">The respondents of each stratum.</param>
    public WeightedShares(IReadOnlyList<int> units, IReadOnlyList<int> respondents)
    {
        _respondents = [.. respondents];
        _weights = [.. units.Zip(respondents, (unit, respondent) => (decimal)unit / respondent)];
        _units = units.Sum();
    }

    /// <summary>The weight of a respondent of each stratum.</summary>
    public IReadOnlyList<decimal> Weights => _weights;

    /// <summary>The counts by stratum that give a weighted percentage and, where there is one, an unweighted one.</summary>
    /// <param name="weighted">The weighted percentage as printed.</param>
    /// <param name="unweighted">The unweighted one, or null.</param>
    /// <param name="decimals">The decimals of both.</param>
    /// <param name="most">How many solutions to look for.</param>
    public IReadOnlyList<int[]> Counts(decimal weighted, decimal? unweighted, int decimals, int most = 1000)
    {
        var found = new List<int[]>();
        var half = Half(decimals);
        var counts = new int[_respondents.Length];
        Search(0, 0, 0);
        return found;

        void Search(int stratum, decimal weight, int count)
        {
            if (found.Count == most)
            {
                return;
            }

            if (stratum < counts.Length)
            {
                for (counts[stratum] = 0; counts[stratum] <= _respondents[stratum]; counts[stratum]++)
                {
                    Search(stratum + 1, weight + (_weights[stratum] * counts[stratum]), count + counts[stratum]);
                }
            }
            else if (Math.Abs((100 * weight / _units) - weighted) <= half
                && (unweighted is not { } share || Math.Abs((100m * count / _respondents.Sum()) - share) <= half))
            {
                found.Add([.. counts]);
            }
        }
    }

    /// <summary>The counts of one stratum that a weighted total can stand for.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="total">The weighted total as printed.</param>
    /// <param name="decimals">Its decimals.</param>
    public IReadOnlyList<int> Counts(int stratum, decimal total, int decimals) =>
        [.. Enumerable.Range(0, _respondents[stratum] + 1).Where(count => Math.Abs((count * _weights[stratum]) - total) <= Half(decimals))];

    private static decimal Half(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));
}
