namespace SurveyStatistics.Weighting;

/// <summary>
/// Raking, or iterative proportional fitting (Deming and Stephan 1940): each margin in turn is met by one factor a
/// category, until all are met. Rows that agree on all margins share their factors, so that the rounds run over the
/// cells of the crossed margins rather than over the rows.
/// </summary>
/// <remarks>
/// The variance is that of <see cref="RakingProjection"/>, as for <c>rake</c> in R's survey package. Calibration with the
/// raking distance has the same weights and residuals of a regression weighted by the weights before; the two differ little
/// (docs/method.md).
/// </remarks>
internal sealed class Raking : IReweighting
{
    private const int MaxRounds = 2000;
    private const double Tolerance = 1e-12;
    private const double Acceptable = 1e-8;

    private readonly AuxiliaryMatrix _margins;
    private readonly int[][] _cellMargins;
    private readonly int[] _cellOfRow;

    private Raking(AuxiliaryMatrix margins)
    {
        _margins = margins;
        (_cellOfRow, _cellMargins) = Cross(margins);
    }

    /// <inheritdoc/>
    public int? Constraints => _margins.Rank();

    /// <summary>The sample raked to <paramref name="totals"/>.</summary>
    /// <exception cref="SurveyException">The margins can't be met together; the message names the worst category.</exception>
    public static WeightedSample Apply(WeightedSample sample, IReadOnlyList<KnownTotals> totals)
    {
        if (totals.Count == 0 || totals.Any(one => one.IsSum))
        {
            throw new SurveyException(new Problem(
                "Raking needs margins of counts", Expected: "at least one categorical variable", Hint: "sums of numbers are met by CalibratedTo"));
        }

        var margins = new AuxiliaryMatrix([.. totals.Select(one => AuxiliaryTerm.Of(sample, one))], sample.Weights.Length);
        PopulationCheck.Sizes(sample, margins);
        var weights = (double[])sample.Weights.Clone();
        var step = new Raking(margins);
        var rounds = step.Rake(weights);
        return sample.After(
            weights,
            new WeightStep { Kind = WeightStepKind.Raking, Variables = string.Join(", ", totals), Rounds = rounds },
            new RakingProjection(margins, weights),
            step);
    }

    /// <inheritdoc/>
    public void Reweight(Span<double> weights) => Rake(weights);

    // The filled cells of the margins crossed, numbered in the order in which rows first fill them: each row's cell, and each
    // margin's category of every cell.
    private static (int[] CellOfRow, int[][] CategoryOfCell) Cross(AuxiliaryMatrix margins)
    {
        var cellOfRow = (int[])margins.Terms[0].Cells!.Clone();
        var categories = new List<int[]> { Enumerable.Range(0, margins.Terms[0].Columns).ToArray() };
        foreach (var term in margins.Terms.Skip(1))
        {
            var number = new Dictionary<long, int>();
            var (left, right) = (new List<int>(), new List<int>());
            for (var row = 0; row < cellOfRow.Length; row++)
            {
                var key = ((long)cellOfRow[row] * term.Columns) + term.Cells![row];
                if (!number.TryGetValue(key, out var cell))
                {
                    cell = number.Count;
                    number.Add(key, cell);
                    left.Add(cellOfRow[row]);
                    right.Add(term.Cells[row]);
                }

                cellOfRow[row] = cell;
            }

            categories = [.. categories.Select(known => left.ConvertAll(cell => known[cell]).ToArray()), [.. right]];
        }

        return (cellOfRow, [.. categories]);
    }

    private int Rake(Span<double> weights)
    {
        var before = CellSums(weights);
        var cells = (double[])before.Clone();
        var rounds = Converge(cells);
        for (var row = 0; row < weights.Length; row++)
        {
            var cell = _cellOfRow[row];

            // Rows of a replicate without weight can fill a whole cell: 0/0.
            weights[row] = weights[row] == 0 ? 0 : weights[row] * (cells[cell] / before[cell]);
        }

        return rounds;
    }

    private double[] CellSums(ReadOnlySpan<double> weights)
    {
        var cells = new double[_cellMargins[0].Length];
        for (var row = 0; row < weights.Length; row++)
        {
            cells[_cellOfRow[row]] += weights[row];
        }

        return cells;
    }

    private int Converge(double[] cells)
    {
        var error = double.PositiveInfinity;
        for (var round = 1; round <= MaxRounds; round++)
        {
            var previous = error;
            error = 0;
            for (var margin = 0; margin < _cellMargins.Length; margin++)
            {
                error = Math.Max(error, Fit(cells, margin));
            }

            // At the limit of precision the error stops falling.
            if (error <= Tolerance || (error <= Acceptable && error >= previous))
            {
                return round;
            }
        }

        return error <= Acceptable ? MaxRounds : throw Failure(cells);
    }

    // Meets one margin and tells how far off it was, relative to its totals.
    private double Fit(double[] cells, int margin)
    {
        var (categories, totals) = (_cellMargins[margin], _margins.Terms[margin].Totals);
        var factors = Sums(cells, margin);
        PopulationCheck.Filled(factors, _margins.Terms[margin].NameOf);
        var error = 0.0;
        for (var i = 0; i < factors.Length; i++)
        {
            error = Math.Max(error, Math.Abs(factors[i] - totals[i]) / totals[i]);
            factors[i] = totals[i] / factors[i];
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] *= factors[categories[cell]];
        }

        return error;
    }

    private double[] Sums(double[] cells, int margin)
    {
        var sums = new double[_margins.Terms[margin].Columns];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            sums[_cellMargins[margin][cell]] += cells[cell];
        }

        return sums;
    }

    private SurveyException Failure(double[] cells)
    {
        var worst = (Error: 0.0, Margin: 0, Category: 0, Sum: 0.0);
        for (var margin = 0; margin < _cellMargins.Length; margin++)
        {
            var (sums, totals) = (Sums(cells, margin), _margins.Terms[margin].Totals);
            for (var i = 0; i < sums.Length; i++)
            {
                var error = Math.Abs(sums[i] - totals[i]) / totals[i];
                worst = error > worst.Error ? (error, margin, i, sums[i]) : worst;
            }
        }

        var term = _margins.Terms[worst.Margin];
        return new SurveyException(new Problem(
            $"The margins can't be met together; furthest off is {term.NameOf(worst.Category)}",
            Expected: FormattableString.Invariant($"{term.Totals[worst.Category]:0.###}"),
            Got: FormattableString.Invariant($"{worst.Sum:0.###} after {MaxRounds} rounds"),
            Hint: "too few combinations of the categories have respondents: merge this category with another one"));
    }
}
