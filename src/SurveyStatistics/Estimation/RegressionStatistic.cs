namespace SurveyStatistics.Estimation;

/// <summary>
/// The coefficients of a generalised linear model by weighted (pseudo) likelihood, and their influence: the inverse
/// information times the score of a respondent (Binder 1983; <c>svyglm</c> in R's survey package).
/// </summary>
/// <remarks>
/// Fitted by iteratively reweighted least squares with the starting values and the stopping rule of R's <c>glm</c> (relative
/// change of the deviance below 1e-8), so that results agree with R's to more digits than they are exact.
/// </remarks>
internal sealed class RegressionStatistic(ModelMatrix model, double[] response, RegressionFamily family) : IStatistic
{
    private const int MaxIterations = 50;
    private const double Tolerance = 1e-8;

    // Where predictors separate the answers, the linear predictor still grows when the deviance has stopped falling.
    private const double LastingGrowth = 0.1;

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => Fit(weights).Coefficients;

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var fit = Fit(weights);
        var solver = Solver(fit.WorkingWeights);

        // Working weights are w × slope: divided by the slope they leave w (y − µ), the score's factor with a canonical link.
        // That weights are scaled cancels, since the inverse information is scaled the other way.
        var scores = new double[weights.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = model.InBase[row] < 0
                ? 0
                : fit.WorkingWeights[row] * (response[row] - fit.Means[row]) / RegressionLink.Slope(family, fit.Means[row]);
        }

        return [.. Enumerable.Range(0, values.Length).Select(i => Scaled(model.Matrix.Times(solver.Solve(Unit(values.Length, i))), scores))];
    }

    /// <summary>Fits the model.</summary>
    /// <exception cref="SurveyException">The predictors depend on each other, or separate the answers.</exception>
    public RegressionFit Fit(ReadOnlySpan<double> weights)
    {
        var scaled = Scale(weights);
        var linear = new double[scaled.Length];
        for (var row = 0; row < linear.Length; row++)
        {
            linear[row] = model.InBase[row] < 0 ? 0 : Start(response[row], scaled[row]);
        }

        var deviance = Deviance(scaled, linear);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (working, targets) = Work(scaled, linear);
            var coefficients = Solver(working).Solve(model.Matrix.Totalled(targets));
            var next = model.Matrix.Times(coefficients);
            var (previous, growth) = (deviance, Growth(linear, next));
            (linear, deviance) = (next, Deviance(scaled, next));

            // The stopping rule of R's glm.control.
            if (Math.Abs(deviance - previous) < Tolerance * (Math.Abs(deviance) + 0.1))
            {
                return iteration > 0 && growth > LastingGrowth
                    ? throw Separation()
                    : new RegressionFit(coefficients, Array.ConvertAll(linear, one => RegressionLink.Mean(family, one)), working, deviance);
            }
        }

        throw Separation();
    }

    private static double[] Scaled(double[] column, double[] by)
    {
        for (var row = 0; row < column.Length; row++)
        {
            column[row] *= by[row];
        }

        return column;
    }

    private static double[] Unit(int length, int index)
    {
        var unit = new double[length];
        unit[index] = 1;
        return unit;
    }

    private static SurveyException Separation() => new(new Problem(
        "The regression does not converge",
        Expected: "predictors that do not separate the answers completely",
        Hint: "merge categories in which everybody or nobody gave the answer"));

    // Weights that average one over the design's rows with a weight, as R has them; zero outside the base.
    private double[] Scale(ReadOnlySpan<double> weights)
    {
        var mean = WeightSummary.Of(weights).Mean;
        var scaled = new double[weights.Length];
        for (var row = 0; row < scaled.Length; row++)
        {
            scaled[row] = model.InBase[row] < 0 ? 0 : weights[row] / mean;
        }

        return scaled;
    }

    // R's starting means, (wy + ½) / (w + 1) and y + 0.1: inside the range where the link is finite.
    private double Start(double y, double weight) => family switch
    {
        RegressionFamily.Logistic => Math.Log(((weight * y) + 0.5) / ((weight * (1 - y)) + 0.5)),
        RegressionFamily.Poisson => Math.Log(y + 0.1),
        _ => y,
    };

    // The weights of the least-squares step, and weights times the working response.
    private (double[] Weights, double[] Targets) Work(double[] weights, double[] linear)
    {
        var (working, targets) = (new double[linear.Length], new double[linear.Length]);
        for (var row = 0; row < linear.Length; row++)
        {
            if (model.InBase[row] == 0)
            {
                var mean = RegressionLink.Mean(family, linear[row]);
                working[row] = weights[row] * RegressionLink.Slope(family, mean);
                targets[row] = (working[row] * linear[row]) + (weights[row] * (response[row] - mean));
            }
        }

        return (working, targets);
    }

    private double Deviance(double[] weights, double[] linear)
    {
        var deviance = 0.0;
        for (var row = 0; row < linear.Length; row++)
        {
            deviance += model.InBase[row] < 0
                ? 0
                : weights[row] * RegressionLink.Deviance(family, response[row], RegressionLink.Mean(family, linear[row]));
        }

        return deviance;
    }

    private double Growth(double[] before, double[] after)
    {
        var growth = 0.0;
        for (var row = 0; row < before.Length; row++)
        {
            growth = model.InBase[row] < 0 ? growth : Math.Max(growth, Math.Abs(after[row] - before[row]));
        }

        return growth;
    }

    private SymmetricSolver Solver(double[] working)
    {
        var solver = new SymmetricSolver(model.Matrix.Gram(working));
        return solver.Rank == model.Matrix.Columns ? solver : throw new SurveyException(new Problem(
            $"The predictors depend on each other: {model.Matrix.NameOf(solver.Dependent[0])} follows from the others",
            Hint: "leave one of them out"));
    }
}

/// <summary>A fitted generalised linear model.</summary>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="Means">The fitted mean of each row; 0 outside the base.</param>
/// <param name="WorkingWeights">For each row the weight of the last least-squares step; 0 outside the base.</param>
/// <param name="Deviance">The deviance.</param>
internal sealed record RegressionFit(double[] Coefficients, double[] Means, double[] WorkingWeights, double Deviance);

/// <summary>The functions of a regression family with its canonical link.</summary>
internal static class RegressionLink
{
    /// <summary>The mean at a linear predictor.</summary>
    public static double Mean(RegressionFamily family, double linear) => family switch
    {
        RegressionFamily.Logistic => 1 / (1 + Math.Exp(-linear)),
        RegressionFamily.Poisson => Math.Exp(linear),
        _ => linear,
    };

    /// <summary>The slope of the mean by the linear predictor; with a canonical link also the variance function.</summary>
    public static double Slope(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean),
        RegressionFamily.Poisson => mean,
        _ => 1,
    };

    /// <summary>The slope of <see cref="Slope"/> by the linear predictor.</summary>
    public static double Curvature(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean) * (1 - (2 * mean)),
        RegressionFamily.Poisson => mean,
        _ => 0,
    };

    /// <summary>A respondent's part of the deviance.</summary>
    public static double Deviance(RegressionFamily family, double response, double mean) => family switch
    {
        RegressionFamily.Logistic => -2 * (Term(response, mean) + Term(1 - response, 1 - mean)),
        RegressionFamily.Poisson => 2 * (-Term(response, mean / (response == 0 ? 1 : response)) - (response - mean)),
        _ => (response - mean) * (response - mean),
    };

    /// <summary>Whether the family can have this response.</summary>
    public static bool Allows(RegressionFamily family, double response) => family switch
    {
        RegressionFamily.Logistic => response is >= 0 and <= 1,
        RegressionFamily.Poisson => response >= 0,
        _ => true,
    };

    // 0 log 0 is 0, the limit.
    private static double Term(double response, double mean) => response == 0 ? 0 : response * Math.Log(mean);
}
