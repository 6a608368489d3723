using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// The covariances of the weighted counts of disjoint cells under a stratified, clustered or multistage design. A row is in one cell only, so
/// that its stratum's and unit's sums are summed up to covariances as they are gathered: memory is in proportion to the cells and
/// their pairs, however many rows there are.
/// </summary>
/// <remarks>
/// Where weights were fitted to totals, the residual of a cell's indicator eᵢ − Xᵢb takes its place. It has a value in every row, but it is a
/// combination of the indicator and of the auxiliary variables, of which a row has few that aren't zero: the covariances of all these
/// are gathered, and combined at the end.
/// </remarks>
internal sealed class CellCovariance
{
    private readonly WeightedSample _sample;
    private readonly int[] _cells;
    private readonly int _count;
    private readonly int _width;
    private readonly int[] _first;
    private readonly double[] _sums;

    private CellCovariance(WeightedSample sample, int[] cells, int count)
    {
        (_sample, _cells, _count) = (sample, cells, count);
        _width = count;
        _first = new int[sample.Projections.Count];
        for (var number = 0; number < _first.Length; number++)
        {
            _first[number] = _width;
            _width += sample.Projections[number].Auxiliaries.Columns;
        }

        _sums = new double[_width * _width];
    }

    /// <summary>The covariances.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="lonely">What lonely units add at each stage.</param>
    /// <param name="cells">For each row its cell, or −1.</param>
    /// <param name="count">The number of cells.</param>
    public static Matrix<double> Of(WeightedSample sample, LonelyUnits[] lonely, int[] cells, int count)
    {
        var gathered = new CellCovariance(sample, cells, count);
        var inBase = Array.ConvertAll(cells, cell => cell >= 0);
        for (var stage = 0; stage < lonely.Length; stage++)
        {
            gathered.Add(sample.Stages[stage], lonely[stage], inBase);
        }

        var all = Matrix<double>.Build.Dense(gathered._width, gathered._width, (i, j) => gathered._sums[(Math.Max(i, j) * gathered._width) + Math.Min(i, j)]);
        if (sample.Projections.Count == 0)
        {
            return all;
        }

        var residuals = gathered.Residuals();
        return residuals * all * residuals.Transpose();
    }

    private void Add(SamplingStage stage, LonelyUnits lonely, bool[] inBase)
    {
        var present = _sample.Projections.Count == 0 ? lonely.Present(inBase) : null;
        var factors = lonely.HaveVariance(inBase) ? lonely.Averaged(lonely.Factors(), present) : [.. Enumerable.Repeat(double.NaN, stage.StratumCount)];
        var (unit, stratum) = (new SparseSums(_width), new SparseSums(_width));
        var units = new Members(stage.StratumOfEachUnit, stage.StratumCount);
        var rows = stage.Unit is null ? null : new Members(stage.Unit, stage.StratumOfUnit!.Length);
        var alone = lonely.IsAdjusted ? new AdjustedUnits(_width) : null;
        for (var h = 0; h < stage.StratumCount; h++)
        {
            foreach (var one in units.Of(h))
            {
                if (rows is null)
                {
                    Gather(one, unit);
                }
                else
                {
                    foreach (var row in rows.Of(one))
                    {
                        Gather(row, unit);
                    }
                }

                alone?.Add(unit, stage.IsLonely(h) && present?[h] != false ? factors[h] : 0, present?[h] != false);
                unit.AddSquares(_sums, factors[h]);
                stratum.Take(unit);
            }

            // Σ (U − Ū)(U − Ū)′ = ΣUU′ − SS′/n.
            stratum.AddSquares(_sums, stage.IsLonely(h) ? 0 : -factors[h] / stage.SampledUnits[h]);
            stratum.Clear();
        }

        alone?.Finish(_sums);
    }

    // The few numbers of a row that aren't zero: the weight at its cell, and what each projection could take out.
    private void Gather(int row, SparseSums sums)
    {
        if (_cells[row] is var cell and >= 0)
        {
            sums.Add(cell, _sample.Weights[row]);
        }

        for (var number = 0; number < _sample.Projections.Count; number++)
        {
            Gather(row, number, _sample.Projections[number].Weights[row], sums);
        }
    }

    // The row's auxiliary variables of one projection, times a weight.
    private void Gather(int row, int number, double weight, SparseSums sums)
    {
        var first = _first[number];
        foreach (var term in _sample.Projections[number].Auxiliaries.Terms)
        {
            if ((term.Cells is null ? 0 : term.Cells[row]) is var column and >= 0)
            {
                sums.Add(first + column, weight * (term.Values?[row] ?? 1));
            }

            first += term.Columns;
        }
    }

    // For each cell the residual of its indicator as a combination of that and the auxiliary variables: one projection after the other takes
    // its own X(X′QX)⁻¹X′Q out of what those before have left.
    private Matrix<double> Residuals()
    {
        var residuals = Matrix<double>.Build.Dense(_count, _width);
        residuals.SetDiagonal(Vector<double>.Build.Dense(_count, 1));
        for (var number = 0; number < _sample.Projections.Count; number++)
        {
            var (projection, first) = (_sample.Projections[number], _first[number]);
            var products = Products(number, projection.RowWeights);
            for (var cell = 0; cell < _count; cell++)
            {
                var totals = products * residuals.Row(cell);
                var coefficients = projection.Coefficients(totals.AsArray());
                for (var i = 0; i < coefficients.Length; i++)
                {
                    residuals[cell, first + i] = -coefficients[i];
                }
            }
        }

        return residuals;
    }

    // X′Q of a projection times the influence that the cells' indicators, and what those before it take out, have.
    private Matrix<double> Products(int number, double[] rowWeights)
    {
        var projection = _sample.Projections[number];
        var products = Matrix<double>.Build.Dense(projection.Auxiliaries.Columns, _width);
        var (own, others) = (new SparseSums(_width), new SparseSums(_width));
        for (var row = 0; row < _cells.Length; row++)
        {
            if (projection.Weights[row] == 0)
            {
                continue;
            }

            Gather(row, number, rowWeights[row] / projection.Weights[row], own);
            Gather(row, others);
            foreach (var column in own.Touched)
            {
                foreach (var other in others.Touched)
                {
                    products[column - _first[number], other] += own[column] * others[other];
                }
            }

            own.Clear();
            others.Clear();
        }

        return products;
    }

    // Rows or units in the order of what they belong to.
    private sealed class Members
    {
        private readonly int[] _order;
        private readonly int[] _start;

        public Members(int[] groups, int count)
        {
            _start = new int[count + 1];
            foreach (var group in groups)
            {
                _start[group + 1]++;
            }

            for (var group = 0; group < count; group++)
            {
                _start[group + 1] += _start[group];
            }

            _order = new int[groups.Length];
            var next = _start.AsSpan(0, count).ToArray();
            for (var i = 0; i < groups.Length; i++)
            {
                _order[next[groups[i]]++] = i;
            }
        }

        public ReadOnlySpan<int> Of(int group) => _order.AsSpan(_start[group].._start[group + 1]);
    }

    // Lonely units deviate from the mean G of all units: ΣfUU′ is there already, this adds −ΣfU G′ − G ΣfU′ + Σf GG′.
    private sealed class AdjustedUnits(int width)
    {
        private readonly double[] _lonely = new double[width];
        private readonly double[] _all = new double[width];
        private double _factors;
        private int _units;

        public void Add(SparseSums unit, double factor, bool isIn)
        {
            _factors += factor;
            _units += isIn ? 1 : 0;
            foreach (var index in unit.Touched)
            {
                _all[index] += isIn ? unit[index] : 0;
                _lonely[index] += factor * unit[index];
            }
        }

        public void Finish(double[] sums)
        {
            for (var a = 0; a < width; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    var (meanA, meanB) = (_all[a] / _units, _all[b] / _units);
                    sums[(a * width) + b] += (_factors * meanA * meanB) - (_lonely[a] * meanB) - (meanA * _lonely[b]);
                }
            }
        }
    }
}
