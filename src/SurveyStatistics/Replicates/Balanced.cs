namespace SurveyStatistics.Replicates;

/// <summary>Balanced repeated replication and Fay's form of it (<c>brrweights</c> in R's survey package).</summary>
internal sealed class BalancedReplication(double fay, bool aroundEstimate) : Replication
{
    /// <inheritdoc/>
    internal override bool CountsFinitePopulation => false;

    /// <inheritdoc/>
    internal override string Describe(WeightedSample sample) => fay == 0
        ? "balanced repeated replication (BRR)"
        : FormattableString.Invariant($"balanced repeated replication (Fay, ρ = {fay})");

    /// <inheritdoc/>
    internal override ReplicateWeights Make(WeightedSample sample)
    {
        var stage = sample.Stages[0];
        Check(stage);
        var signs = HadamardMatrix.AtLeast(stage.StratumCount + 1);
        var (strata, count) = (stage.StratumOfEachUnit, signs.Length);
        var counted = new CountedStage(stage.Unit, strata.Length, count);
        var seen = new bool[stage.StratumCount];
        for (var unit = 0; unit < strata.Length; unit++)
        {
            (counted.Base[unit], counted.Step[unit]) = (fay, 2 - (2 * fay));
            var isSecond = seen[strata[unit]];
            seen[strata[unit]] = true;
            for (var replicate = 0; replicate < count; replicate++)
            {
                // The first column of the matrix, all ones, would be no balance.
                counted.Set(unit, replicate, signs[replicate][strata[unit] + 1] != isSecond ? (byte)1 : (byte)0);
            }
        }

        return new CountedWeights(
            sample.BaseWeights,
            [counted],
            new ReplicateScaling(1 / (count * (1 - fay) * (1 - fay)), null, aroundEstimate),
            count,
            stage.StratumCount);
    }

    private static void Check(SamplingStage stage)
    {
        if (stage.PopulationUnits is not null)
        {
            throw new SurveyException(new Problem(
                "Balanced replication can't correct for the finite population",
                Hint: "leave WithFinitePopulation out, or take Replication.Jackknife or Replication.Bootstrap, which can"));
        }

        int[] others = [.. Enumerable.Range(0, stage.StratumCount).Where(stratum => stage.SampledUnits[stratum] != 2)];
        if (others.Length > 0)
        {
            throw new SurveyException(new Problem(
                Problem.Of(
                    Array.ConvertAll(others, stratum => stage.StratumNames[stratum].Text),
                    name => $"Balanced replication needs two primary sampling units in the stratum {name}",
                    count => FormattableString.Invariant($"Balanced replication needs two primary sampling units in each stratum, and {count} have another number")),
                Expected: "2",
                Got: string.Join(", ", others.Select(stratum => stage.SampledUnits[stratum]).Distinct().Order().Take(Problem.Some)),
                Hint: "form strata of pairs, or take Replication.Jackknife or Replication.Bootstrap"));
        }
    }
}

/// <summary>
/// Hadamard matrices, whose columns of ±1 are orthogonal: Sylvester's doubling of Paley's (1933) matrices, with a first
/// row and column of +1. The smallest order that these give is at most a few above the smallest there is.
/// </summary>
internal static class HadamardMatrix
{
    /// <summary>The smallest matrix with at least so many rows; true stands for +1.</summary>
    public static bool[][] AtLeast(int rows)
    {
        var order = rows <= 2 ? 2 : (rows + 3) / 4 * 4;
        while (!Exists(order))
        {
            order += 4;
        }

        return Normalised(Make(order));
    }

    private static bool Exists(int order) =>
        order == 2 || IsPaley(order - 1, 3) || IsPaley((order / 2) - 1, 1) || (order % 4 == 0 && Exists(order / 2));

    private static bool IsPaley(int q, int remainder) => q % 4 == remainder && IsPrime(q);

    private static bool IsPrime(int q)
    {
        for (var divisor = 2; divisor * divisor <= q; divisor++)
        {
            if (q % divisor == 0)
            {
                return false;
            }
        }

        return q > 1;
    }

    private static bool[][] Make(int order)
    {
        if (order == 2)
        {
            return [[true, true], [true, false]];
        }

        if (IsPaley(order - 1, 3))
        {
            return FirstPaley(order - 1);
        }

        return IsPaley((order / 2) - 1, 1) ? SecondPaley((order / 2) - 1) : Expanded(Make(order / 2), (x, i, j) => x != (i == 1 && j == 1));
    }

    // I + S for the skew matrix S of quadratic residues.
    private static bool[][] FirstPaley(int q)
    {
        var isResidue = Residues(q);
        return Square(q + 1, (i, j) => i == 0 || (j != 0 && (i == j || isResidue[(i - j + q) % q])));
    }

    // Entries of the symmetric conference matrix become ±(+ + / + −), zeros on the diagonal (+ − / − −).
    private static bool[][] SecondPaley(int q)
    {
        var isResidue = Residues(q);
        var conference = Square(q + 1, (i, j) => i == 0 || j == 0 || isResidue[(i - j + q) % q]);
        return Square(2 * (q + 1), (i, j) => i / 2 == j / 2
            ? i % 2 == 0 && j % 2 == 0
            : conference[i / 2][j / 2] != (i % 2 == 1 && j % 2 == 1));
    }

    private static bool[] Residues(int q)
    {
        var isResidue = new bool[q];
        for (var i = 1; i < q; i++)
        {
            isResidue[(int)((long)i * i % q)] = true;
        }

        return isResidue;
    }

    private static bool[][] Expanded(bool[][] half, Func<bool, int, int, bool> block) =>
        Square(2 * half.Length, (i, j) => block(half[i % half.Length][j % half.Length], i / half.Length, j / half.Length));

    private static bool[][] Square(int order, Func<int, int, bool> entry) =>
        [.. Enumerable.Range(0, order).Select(i => Enumerable.Range(0, order).Select(j => entry(i, j)).ToArray())];

    // Rows and columns may change their signs.
    private static bool[][] Normalised(bool[][] matrix) =>
        Square(matrix.Length, (i, j) => matrix[i][j] == matrix[0][j] == (matrix[i][0] == matrix[0][0]));
}
