namespace SurveyStatistics.Estimation;

/// <summary>
/// Σᵢⱼ aᵢbⱼ πᵢπⱼ / πᵢⱼ over all pairs of rows of each set, a row with itself included, where π are the chances of the second
/// phase: πᵢπⱼ / πᵢⱼ is 1 for rows of different strata, πᵢ for a row with itself, and follows from sampling without replacement
/// within a stratum. Only sums of sets and strata are kept.
/// </summary>
internal sealed class PairSums(int sets, SecondPhase phase)
{
    private readonly double[] _all = new double[sets];
    private readonly double[] _allOther = new double[sets];
    private readonly double[] _own = new double[sets];
    private readonly Dictionary<(int Set, int Stratum), (double A, double B, double Product)> _strata = [];

    /// <summary>Adds a row to a set.</summary>
    public void Add(int set, int row, double a, double b)
    {
        var stratum = phase.Stratum[row];
        _all[set] += a;
        _allOther[set] += b;
        _own[set] += a * b * phase.Fractions[stratum];
        var known = _strata.GetValueOrDefault((set, stratum));
        _strata[(set, stratum)] = (known.A + a, known.B + b, known.Product + (a * b));
    }

    /// <summary>Each set with its sum.</summary>
    public IEnumerable<(int Set, double Sum)> Sums()
    {
        // All pairs as if of different strata, and each row with itself …
        var sums = new double[sets];
        for (var set = 0; set < sets; set++)
        {
            sums[set] = (_all[set] * _allOther[set]) + _own[set];
        }

        // … less each row with itself, which the first already holds, and corrected for pairs of one stratum.
        foreach (var ((set, stratum), sum) in _strata)
        {
            var fraction = phase.Fractions[stratum];
            var (available, taken) = (phase.Available[stratum], phase.Taken[stratum]);
            var together = taken > 1 ? taken * (taken - 1.0) / (available * (available - 1.0)) : fraction * fraction;
            sums[set] += (((sum.A * sum.B) - sum.Product) * ((fraction * fraction / together) - 1)) - sum.Product;
        }

        return sums.Select((sum, set) => (set, sum));
    }
}
