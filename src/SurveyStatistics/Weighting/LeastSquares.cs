namespace SurveyStatistics.Weighting;

/// <summary>
/// Weighted least squares on the columns of a matrix: solves X′QX b = X′v. The products are doubles where columns are far
/// from each other. Where little is left of one after the others (years and their squares, amounts far from zero), products,
/// sums and solution are taken in twice the precision, which gives more right digits than an orthogonal factorisation in
/// doubles does: its error grows with the square of the condition, too, when the residuals are large (Björck 1996, 1.4).
/// </summary>
internal sealed class LeastSquares
{
    // A hundredth of a column's length: then doubles leave eleven digits.
    private const double Enough = 1e-4;

    // What is left of a column must be more than this part of its length. Numbers have 16 digits; with less left, their own
    // rounding would be in the fifth digit of the coefficient.
    private const double Least = 1e-11;

    // Of categories, what rounding of the products leaves of a square.
    private const double Rounding = 1e-11;

    private readonly AuxiliaryMatrix _columns;
    private readonly SymmetricSolver<double>? _solver;
    private readonly SymmetricSolver<DoubleDouble>? _precise;
    private readonly Func<int, int, DoubleDouble> _gram;

    /// <summary>Factorises X′QX.</summary>
    /// <param name="columns">The columns X.</param>
    /// <param name="rowWeights">The weights q on the diagonal of Q.</param>
    public LeastSquares(AuxiliaryMatrix columns, ReadOnlySpan<double> rowWeights)
    {
        _columns = columns;
        var gram = columns.Gram(rowWeights);
        _solver = new SymmetricSolver<double>(gram, Enough);
        _gram = (i, j) => gram[i, j];
        if (_solver.Rank < columns.Columns && !AreDependent(gram, rowWeights))
        {
            var precise = columns.Precise.Gram(rowWeights);
            _solver = null;
            _precise = new SymmetricSolver<DoubleDouble>(precise, Least * Least);
            _gram = (i, j) => precise[i, j];
        }
    }

    /// <summary>Whether columns nearly follow from each other, so that doubles are not enough.</summary>
    public bool IsDelicate => _precise is not null;

    /// <summary>The number of independent columns.</summary>
    public int Rank => _precise?.Rank ?? _solver!.Rank;

    private ReadOnlySpan<int> Dependent => _precise is null ? _solver!.Dependent : _precise.Dependent;

    /// <summary>The solution for a vector of one value a row: (X′QX)⁻¹ X′v.</summary>
    public LinearCombination Solve(ReadOnlySpan<double> vector) => _precise is null
        ? new(_columns, _solver!.Solve(_columns.Totalled(vector)))
        : new(_columns, _precise.Solve(_columns.Precise.Totalled(vector)));

    /// <summary>The solution for the right-hand side itself, one value a column.</summary>
    public LinearCombination SolveFor(ReadOnlySpan<DoubleDouble> right)
    {
        if (_precise is not null)
        {
            return new(_columns, _precise.Solve(right));
        }

        var rounded = new double[right.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            rounded[i] = right[i].High;
        }

        return new(_columns, _solver!.Solve(rounded));
    }

    /// <summary>X (X′QX)⁻¹ eᵢ: what a unit of each row's weighted residual adds to coefficient i.</summary>
    public double[] Influence(int coefficient)
    {
        var unit = new DoubleDouble[_columns.Columns];
        unit[coefficient] = 1;
        return SolveFor(unit).Rows();
    }

    /// <summary>Stops when a column follows from the others.</summary>
    /// <exception cref="SurveyException">It does; the message names them.</exception>
    public void RequireIndependent()
    {
        if (Dependency() is { } dependency)
        {
            throw new SurveyException(new Problem(
                $"The predictors depend on each other: {dependency.Column} follows from the others",
                Got: dependency.From.Count == 0 ? "zero for everybody" : "it follows from " + string.Join(", ", dependency.From),
                Hint: "leave one of them out"));
        }
    }

    // A column that follows from others, and those it follows from; null when there is none. Of all that take part in the
    // equation it is the last, so that it is not the constant.
    private (string Column, IReadOnlyList<string> From)? Dependency()
    {
        if (Rank == _columns.Columns)
        {
            return null;
        }

        var column = Dependent[0];
        var right = new DoubleDouble[_columns.Columns];
        for (var i = 0; i < right.Length; i++)
        {
            right[i] = _gram(i, column);
        }

        // What a column contributes is measured in lengths, which don't depend on its unit.
        var solution = SolveFor(right).Coefficients;
        var involved = Enumerable.Range(0, right.Length)
            .Where(i => i == column || Math.Abs(solution[i]) * Length(i) > 1e-6 * Length(column))
            .Select(_columns.NameOf)
            .ToList();
        return (involved[^1], involved[..^1]);

        double Length(int i) => Math.Sqrt(Math.Max(0, _gram(i, i).High));
    }

    // Whether the columns of which little is left follow from the others but for rounding. Of a category the products tell it:
    // unless it follows, at least a row's weight is left. A number is looked at row by row: a combination of what is left of
    // all of them, with factors that don't cancel.
    private bool AreDependent(double[,] gram, ReadOnlySpan<double> rowWeights)
    {
        var (combination, isLookedAt) = (new double[_columns.Columns], false);
        foreach (var column in _solver!.Dependent)
        {
            var square = gram[column, column];
            if (!(square > 0))
            {
                continue;
            }

            double[] right = [.. Enumerable.Range(0, combination.Length).Select(i => gram[i, column])];
            var solution = _solver.Solve(right);
            if (!_columns.IsNumber(column))
            {
                if (square - solution.Zip(right, (one, other) => one * other).Sum() > Rounding * square)
                {
                    return false;
                }

                continue;
            }

            var factor = (1 + ((column * 0.6180339887) % 1)) / Math.Sqrt(square);
            combination = [.. combination.Zip(solution, (one, other) => one - (factor * other))];
            (combination[column], isLookedAt) = (combination[column] + factor, true);
        }

        if (!isLookedAt)
        {
            return true;
        }

        var (left, size) = Left(combination, rowWeights);
        if (size > Least)
        {
            // Once more for what rounding of the products left.
            var correction = _solver.Solve(_columns.Totalled(left));
            size = Left([.. combination.Zip(correction, (one, other) => one - other)], rowWeights).Size;
        }

        return size <= Least;
    }

    private (double[] Weighted, double Size) Left(double[] combination, ReadOnlySpan<double> rowWeights)
    {
        var (left, squares) = (_columns.Times(combination), 0.0);
        for (var row = 0; row < left.Length; row++)
        {
            squares += Math.Abs(rowWeights[row]) * left[row] * left[row];
            left[row] *= rowWeights[row];
        }

        return (left, Math.Sqrt(squares));
    }
}

/// <summary>A linear combination Xb of the columns of a matrix.</summary>
internal sealed class LinearCombination
{
    private readonly AuxiliaryMatrix _columns;
    private readonly DoubleDouble[]? _precise;

    /// <summary>A combination in doubles.</summary>
    public LinearCombination(AuxiliaryMatrix columns, double[] coefficients) => (_columns, Coefficients) = (columns, coefficients);

    /// <summary>A combination in twice the precision.</summary>
    public LinearCombination(AuxiliaryMatrix columns, DoubleDouble[] coefficients)
        : this(columns, Array.ConvertAll(coefficients, one => one.High)) => _precise = coefficients;

    /// <summary>The coefficients b.</summary>
    public double[] Coefficients { get; }

    /// <summary>The combination moved by a part of a step; as precise as the step.</summary>
    public LinearCombination Moved(LinearCombination step, double part)
    {
        if (step._precise is null)
        {
            return new LinearCombination(_columns, [.. Coefficients.Zip(step.Coefficients, (one, other) => one + (part * other))]);
        }

        var own = _precise ?? Array.ConvertAll(Coefficients, one => (DoubleDouble)one);
        return new LinearCombination(_columns, [.. own.Zip(step._precise, (one, other) => one + (other * part))]);
    }

    /// <summary>Xb, one number a row.</summary>
    public double[] Rows() => _precise is null ? _columns.Times(Coefficients) : _columns.Precise.Times(_precise, _columns.Rows);
}
