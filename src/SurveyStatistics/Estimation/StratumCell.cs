namespace SurveyStatistics.Estimation;

/// <summary>What is summed over the respondents of one stratum and group.</summary>
internal struct StratumCell
{
    /// <summary>The number of respondents.</summary>
    public int Respondents;

    /// <summary>The sum of their weights, Σw.</summary>
    public double Weight;

    /// <summary>The weighted total of the variable, Σwy.</summary>
    public double Total;

    /// <summary>The sum of the squared weights, Σw²; of an indicator only.</summary>
    public double SquaredWeight;

    /// <summary>The sum of the squared weights of those that have it, Σw²y; of an indicator only.</summary>
    public double SquaredTotal;

    /// <summary>Adds another cell.</summary>
    public void Add(in StratumCell other)
    {
        Respondents += other.Respondents;
        Weight += other.Weight;
        Total += other.Total;
        SquaredWeight += other.SquaredWeight;
        SquaredTotal += other.SquaredTotal;
    }

    /// <summary>
    /// The sum over an indicator's respondents of the squared deviations of w (y − centre) scale from a mean, expanded. A
    /// result within the rounding of its terms is zero.
    /// </summary>
    public readonly double SquaredDeviations(Linearisation linear, double mean)
    {
        var raw = linear.Scale * linear.Scale
            * (SquaredTotal - (2 * linear.Centre * SquaredTotal) + (linear.Centre * linear.Centre * SquaredWeight));
        var crossed = 2 * mean * linear.Scale * (Total - (linear.Centre * Weight));
        var sum = raw - crossed + (Respondents * mean * mean);
        return sum > Rounding * raw ? sum : 0;
    }

    private const double Rounding = 1e-12;
}
