namespace SurveyStatistics.Estimation;

/// <summary>
/// A proportional odds model (McCullagh 1980): logit P(Y ≤ j) = ζⱼ − xβ, the coefficients and thresholds by weighted (pseudo)
/// likelihood, with their influence (Binder 1983; <c>svyolr</c> in R's survey package, <c>polr</c> in MASS).
/// </summary>
/// <remarks>
/// With a = ζⱼ − xβ and b = ζⱼ₋₁ − xβ the log probability of category j is log(eᵃ − eᵇ) − log(1 + eᵃ) − log(1 + eᵇ). The second
/// derivative of its first part depends on ζⱼ − ζⱼ₋₁ alone, so that a step is least squares on stacked rows: one a respondent
/// for a, one for b, and one for each middle category, all with weights that can't be negative.
/// </remarks>
internal sealed class OrdinalStatistic : IStatistic
{
    private readonly int[] _codes;
    private readonly int _categories;
    private readonly IReadOnlyList<string> _names;
    private readonly AuxiliaryMatrix _matrix;
    private readonly int _coefficients;

    /// <summary>Prepares the stacked columns: coefficients first, then thresholds.</summary>
    /// <param name="model">The predictors, without a constant.</param>
    /// <param name="codes">For each row its category, from 0; −1 outside the base.</param>
    /// <param name="names">The categories' names.</param>
    public OrdinalStatistic(ModelMatrix model, int[] codes, IReadOnlyList<string> names)
    {
        (_codes, _categories, _coefficients) = (codes, names.Count, model.Matrix.Columns);
        _names = [.. model.Terms.Select(term => term.Text), .. Enumerable.Repeat("", names.Count - 1)];
        var rows = (2 * codes.Length) + names.Count - 2;
        var thresholds = Enumerable.Range(0, names.Count - 1).Select(j => AuxiliaryTerm.Number(Threshold(j, rows), $"{names[j]}|{names[j + 1]}"));
        _matrix = new AuxiliaryMatrix([.. model.Matrix.Terms.Select(term => Stacked(term, rows)), .. thresholds], rows);
    }

    /// <inheritdoc/>
    public bool[] InBase => Array.ConvertAll(_codes, code => code >= 0);

    private int Rows => _codes.Length;

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => Fit(weights).Coefficients;

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var (_, linear, _) = Fit(weights);
        var scaled = Scaled(weights);
        var (equations, slopes) = (new LeastSquares(_matrix, Curvatures(scaled, linear)), Slopes(scaled, linear));
        return [.. Enumerable.Range(0, values.Length).Select(i =>
        {
            var influence = equations.Influence(i);
            var column = new double[Rows];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = (influence[row] * slopes[row]) + (influence[Rows + row] * slopes[Rows + row]);
            }

            return column;
        })];
    }

    /// <summary>The fitted coefficients and thresholds, the stacked linear predictors, and the deviance with weights that average one.</summary>
    /// <exception cref="SurveyException">The predictors depend on each other, or separate the answers.</exception>
    public (double[] Coefficients, double[] Linear, double Deviance) Fit(ReadOnlySpan<double> weights)
    {
        var weight = Scaled(weights);

        // From the model of thresholds alone, whose solution is the cumulative shares.
        var start = new double[_matrix.Columns];
        var shares = new double[_categories];
        for (var row = 0; row < Rows; row++)
        {
            if (_codes[row] >= 0)
            {
                shares[_codes[row]] += weight[row];
            }
        }

        if (Array.Exists(shares, share => !(share > 0)))
        {
            throw new SurveyException(new Problem("A category of the response is left without respondents", Expected: "an answer in every category", Hint: "merge categories"));
        }

        var (below, all) = (0.0, shares.Sum());
        for (var j = 0; j < _categories - 1; j++)
        {
            below += shares[j];
            start[_coefficients + j] = Math.Log(below / (all - below));
        }

        var linear = _matrix.Times(start);
        new LeastSquares(_matrix, Curvatures(weight, linear)).RequireIndependent();
        return new NewtonFit
        {
            Matrix = _matrix,
            Rank = _matrix.Columns,
            Slopes = at => Slopes(weight, at),
            Curvatures = at => Curvatures(weight, at),
            Deviance = at => Deviance(weight, at),
            Separated = (step, rows) => Separation.Found(_matrix, _names, step, rows, row => Wrong(row, rows)),
        }.From(start, linear);
    }

    // Upwards is right for a, downwards for b; the lowest category has no b and the highest no a.
    private double Wrong(int row, double[] change)
    {
        var code = row < 2 * Rows ? _codes[row % Rows] : -1;
        return code < 0 ? 0 : row < Rows ? (code == _categories - 1 ? 0 : -change[row]) : code == 0 ? 0 : change[row];
    }

    private double[] Scaled(ReadOnlySpan<double> weights)
    {
        var mean = WeightSummary.Of(weights).Mean;
        var scaled = new double[Rows];
        for (var row = 0; row < scaled.Length; row++)
        {
            scaled[row] = _codes[row] < 0 ? 0 : weights[row] / mean;
        }

        return scaled;
    }

    // The distance between the thresholds around a middle category is the linear predictor of its own row.
    private double Distance(double[] linear, int code) => linear[(2 * Rows) + code - 1];

    private double[] Slopes(double[] weights, double[] linear)
    {
        var slopes = new double[linear.Length];
        for (var row = 0; row < Rows; row++)
        {
            if (_codes[row] is not (var code and >= 0))
            {
                continue;
            }

            if (code < _categories - 1)
            {
                slopes[row] = weights[row] * ((code == 0 ? 1 : -1 / Expm1(-Distance(linear, code))) - Logistic(linear[row]));
            }

            if (code > 0)
            {
                slopes[Rows + row] = weights[row] * ((code == _categories - 1 ? 0 : -1 / Expm1(Distance(linear, code))) - Logistic(linear[Rows + row]));
            }
        }

        return slopes;
    }

    private double[] Curvatures(double[] weights, double[] linear)
    {
        var curvatures = new double[linear.Length];
        for (var row = 0; row < Rows; row++)
        {
            if (_codes[row] is not (var code and >= 0))
            {
                continue;
            }

            curvatures[row] = code < _categories - 1 ? weights[row] * Slope(linear[row]) : 0;
            curvatures[Rows + row] = code > 0 ? weights[row] * Slope(linear[Rows + row]) : 0;
            if (code > 0 && code < _categories - 1)
            {
                var sinh = Math.Sinh(Distance(linear, code) / 2);
                curvatures[(2 * Rows) + code - 1] += weights[row] / (4 * sinh * sinh);
            }
        }

        return curvatures;
    }

    private double Deviance(double[] weights, double[] linear)
    {
        var deviance = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            if (_codes[row] is not (var code and >= 0) || weights[row] == 0)
            {
                continue;
            }

            // Thresholds out of order have no logarithm: a step to them is halved.
            var log = code > 0 && code < _categories - 1 ? Math.Log(-Expm1(-Distance(linear, code))) : 0;
            log -= code < _categories - 1 ? LogOnePlusExp(-linear[row]) : 0;
            log -= code > 0 ? LogOnePlusExp(linear[Rows + row]) : 0;
            deviance -= 2 * weights[row] * log;
        }

        return deviance;
    }

    // A model term for both rows of a respondent: −x. In the rows of the thresholds it has no part.
    private AuxiliaryTerm Stacked(AuxiliaryTerm term, int rows)
    {
        int Of(int row) => row % Rows;
        double[] values = [.. Enumerable.Range(0, rows).Select(row => row >= 2 * Rows || _codes[Of(row)] < 0 ? 0 : -(term.Values?[Of(row)] ?? 1))];
        return new AuxiliaryTerm(
            term.Cells is null ? null : [.. Enumerable.Range(0, rows).Select(row => row >= 2 * Rows ? -1 : term.Cells[Of(row)])],
            values,
            term.Columns,
            term.Totals,
            term.NameOf)
        {
            Tails = term.Tails is null ? null : [.. Enumerable.Range(0, rows).Select(row => row >= 2 * Rows ? 0 : -term.Tails[Of(row)])],
        };
    }

    private double[] Threshold(int number, int rows)
    {
        var column = new double[rows];
        for (var row = 0; row < Rows; row++)
        {
            column[row] = _codes[row] == number ? 1 : 0;
            column[Rows + row] = _codes[row] == number + 1 ? 1 : 0;
        }

        for (var middle = 0; middle < _categories - 2; middle++)
        {
            column[(2 * Rows) + middle] = number == middle + 1 ? 1 : number == middle ? -1 : 0;
        }

        return column;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Slope(double x) => Logistic(x) * Logistic(-x);

    private static double LogOnePlusExp(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));

    // eˣ − 1 without the loss near zero (Kahan).
    private static double Expm1(double x)
    {
        var exp = Math.Exp(x);
        return exp == 1 ? x : exp - 1 is var rest && rest == -1 ? -1 : double.IsPositiveInfinity(exp) ? exp : rest * x / Math.Log(exp);
    }
}
