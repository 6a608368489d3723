namespace SurveyStatistics.Design;

/// <content>Comparisons: differences and contrasts with the covariance of what is compared, tests, ranks and models.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The difference of a share, or of the mean of a number, between two groups, <paramref name="group"/> less
    /// <paramref name="from"/>, with a t interval.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the first group.</param>
    /// <param name="from">The code of the group that is subtracted.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="SurveyException">A variable or code does not exist, or nobody in a group is in the base.</exception>
    public EstimateTable Difference(string variable, string by, string group, string from, string? category = null) =>
        Contrast(variable, by, new Dictionary<string, double> { [group] = 1, [from] = -1 }, category);

    /// <summary>
    /// A contrast Σ cᵍ θᵍ of a share or mean over groups, for example one group less the mean of two others.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="coefficients">The coefficient of each group by its code; groups that don't count are left out.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="SurveyException">A variable or code does not exist, nobody in a group is in the base, or a coefficient is zero.</exception>
    public EstimateTable Contrast(string variable, string by, IReadOnlyDictionary<string, double> coefficients, string? category = null)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        RequireCoefficients(coefficients);
        var column = CodedColumn.Of(Data[by]);
        var categories = coefficients.Keys.Select(code => IndexOf(column, code)).ToArray();
        var groups = Array.ConvertAll(categories, one => Array.ConvertAll(column.Codes, code => code == one ? 0 : -1));
        var estimates = new List<Estimate>();
        foreach (var indicator in Indicators(variable, category))
        {
            foreach (var group in groups)
            {
                RequireSomebody(indicator.Rows(group), $"«{variable}» in a group of «{by}»");
            }

            estimates.Add(Comparison.Of(
                _state,
                indicator.Outcome,
                [ContrastGroup(by, column, categories, [.. coefficients.Values])],
                [.. groups.Select(group => (indicator, (int[]?)group))],
                [.. coefficients.Values]));
        }

        return new EstimateTable(Measure.Difference, [by], estimates);
    }

    /// <summary>
    /// The difference between the shares of an answer to two items, first less second, of the respondents who answered
    /// both.
    /// </summary>
    /// <param name="first">A categorical variable.</param>
    /// <param name="second">The variable that is subtracted.</param>
    /// <param name="category">The answer to count in both.</param>
    /// <exception cref="SurveyException">A variable or category does not exist, or nobody answered both.</exception>
    public EstimateTable ItemDifference(string first, string second, string category = "yes")
    {
        var (a, b) = (Indicators(first, category)[0], Indicators(second, category)[0]);
        RequireAsked(second, a.InBase, $"the base of «{first}»");
        RequireAsked(first, b.InBase, $"the base of «{second}»");
        RequireSomebody(a.Rows(b.InBase), $"both «{first}» and «{second}»");
        var outcome = new Outcome($"{first}-{second}", category);
        var estimate = Comparison.Of(_state, outcome, [], [(a, b.InBase), (b, a.InBase)], [1, -1]);
        return new EstimateTable(Measure.Difference, [], [estimate]);
    }

    // A group with coefficient zero changes nothing but the number of respondents behind the contrast.
    private static void RequireCoefficients(IReadOnlyDictionary<string, double> coefficients)
    {
        if (coefficients.Count == 0 || coefficients.Values.Any(one => one == 0 || !double.IsFinite(one)))
        {
            throw new SurveyException(new Problem(
                "The contrast has a coefficient that is zero or no number", Expected: "one or more finite coefficients that aren't zero", Hint: "leave out groups that don't count"));
        }
    }

    private static GroupValue ContrastGroup(string by, CodedColumn column, int[] categories, double[] coefficients) => new(
        by,
        string.Join(" ", categories.Select((one, i) => FormattableString.Invariant($"{coefficients[i]:+0.###;-0.###}·{column.Categories[one]}"))));

    /// <summary>
    /// Ranks items by the share of an answer and tells which ranks the sample leaves open; see <see cref="Ranking"/>.
    /// </summary>
    /// <param name="variables">The items, two or more.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="SurveyException">As for <see cref="Proportions"/>.</exception>
    public Ranking Ranks(Grouping variables, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        var shares = Proportions(variables, null, category ?? "yes", answers);
        var indicators = variables.Select(variable => Indicators(variable, category ?? "yes", answers)[0]).ToList();
        var vector = Variance.Estimate(new Ratios([.. indicators.Select(indicator => indicator.Within())]));
        var degrees = shares.Estimates.Min(estimate => estimate.DegreesOfFreedom);
        TestConditions.RequireDegrees(degrees);
        var items = Ranking.Rank(shares.Estimates, vector, degrees, _state.Level);
        return new Ranking(new EstimateTable(shares.Measure, [], [.. items.Select(item => item.Share)]), items, _state.Level);
    }

    /// <summary>
    /// A regression with design-based standard errors: of a number, of a yes/no answer (logistic), of a count (Poisson).
    /// </summary>
    /// <param name="response">A numeric variable, or a categorical one whose <paramref name="category"/> counts as 1.</param>
    /// <param name="predictors">
    /// Variables; a number also as <c>log(employees)</c>, a product as <c>size_band:region</c> beside its parts, a power as
    /// <c>year:year</c>. Categories are compared with the first that occurs. <c>0</c> leaves the constant out.
    /// </param>
    /// <param name="family">The family.</param>
    /// <param name="category">The answer that counts as 1; null for «yes».</param>
    /// <param name="answers">Who is in the base; «don't know» counts as 0 unless left out.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist, does not suit the family or does not vary, predictors depend on each other or separate the answers,
    /// or the fit does not converge.
    /// </exception>
    public Regression Regression(
        string response,
        Grouping predictors,
        RegressionFamily family = RegressionFamily.Linear,
        string? category = null,
        AnswerBase answers = AnswerBase.Asked)
    {
        var indicator = Data[response] is NumericColumn
            ? Indicators(response, null)[0]
            : Indicators(response, category ?? "yes", answers)[0];
        var model = ModelMatrix.Of(Data, indicator.InBase, predictors);
        RequireSomebody(model.InBase, $"the regression of «{response}»");
        foreach (var part in model.Parts)
        {
            RequireAsked(part.Variable, indicator.InBase, $"the base of «{response}»");
        }

        for (var row = 0; row < model.InBase.Length; row++)
        {
            if (model.InBase[row] == 0 && !RegressionLink.Allows(family, indicator.Values[row]))
            {
                throw new SurveyException(new Problem(
                    $"«{response}» does not suit the family {family}",
                    Expected: family == RegressionFamily.Logistic ? "a yes/no variable, or numbers between 0 and 1" : "numbers that are not negative"));
            }
        }

        return new Regression(_state, indicator, model, family);
    }

    /// <summary>
    /// A proportional odds model of an ordered answer, such as an item from 1 to 5, with design-based standard errors; see
    /// <see cref="Estimation.OrdinalRegression"/>.
    /// </summary>
    /// <param name="response">An ordered categorical variable; respondents without a category are left out.</param>
    /// <param name="predictors">As for <see cref="Regression"/>; the thresholds take the place of the constant.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist or does not vary, the response has no order, predictors depend on each other or separate the
    /// answers, or the fit does not converge.
    /// </exception>
    public OrdinalRegression OrdinalRegression(string response, Grouping predictors)
    {
        var column = Ordered(response);
        var inBase = Domain(row => column.CodeArray[row] >= 0);
        var model = ModelMatrix.Of(Data, inBase, predictors, hasConstant: false);
        RequireSomebody(model.InBase, $"the regression of «{response}»");
        foreach (var part in model.Parts)
        {
            RequireAsked(part.Variable, inBase, $"the base of «{response}»");
        }

        return new OrdinalRegression(_state, column, model);
    }

    /// <summary>Items that measure one thing together: means, spread, correlations and consistency.</summary>
    /// <param name="items">Two or more ordered categorical variables or numbers, asked of the same people.</param>
    /// <exception cref="SurveyException">
    /// There are fewer than two, an item does not exist, has no order or was asked of others, or nobody answered all of them.
    /// </exception>
    public ItemScale Scale(Grouping items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2 || items.Distinct().Count() < items.Count)
        {
            throw new SurveyException(new Problem("A scale is made of several items", Expected: "two or more variables, each once"));
        }

        CheckSameUniverse(items, AnswerBase.Asked);
        var columns = items.Select(item => Data[item] is NumericColumn ? Data[item] : Ordered(item)).ToList();
        var inBase = Domain(row => columns.TrueForAll(column => column is NumericColumn number ? !double.IsNaN(number.ValueArray[row]) : ((CategoricalColumn)column).CodeArray[row] >= 0));
        RequireSomebody(inBase, $"all items of «{items}»");
        return new ItemScale(_state, items, inBase);
    }

    /// <summary>Tests whether two categorical variables are independent in the population.</summary>
    /// <param name="first">A categorical variable; rows without a category are left out.</param>
    /// <param name="second">Another one.</param>
    /// <param name="test">Which test.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist or does not vary, both are the same, too many cells are empty, there are more than 4000, or there is nothing
    /// to test: no sampling variance, or no degrees of freedom.
    /// </exception>
    public SignificanceTest Independence(string first, string second, IndependenceTest test = IndependenceTest.RaoScott)
    {
        if (first == second)
        {
            throw new SurveyException(new Problem($"«{first}» can't be tested against itself", Expected: "two different variables"));
        }

        var everybody = Domain(_ => true);
        var table = TwoWayTable.Of(InDomain(CodedColumn.Of(Data[first]).Codes), InDomain(CodedColumn.Of(Data[second]).Codes));
        var degrees = Variance.DegreesOfFreedom(everybody, 1)[0];
        TestConditions.RequireDegrees(degrees);
        var shares = Variance.Estimate(table.Shares());
        TestConditions.RequireVariance(Variance, table.Cells, shares);
        if (test is IndependenceTest.Wald or IndependenceTest.AdjustedWald)
        {
            return Estimation.Independence.Wald(
                Variance.Estimate(new IndependenceResiduals(table)), degrees, test == IndependenceTest.AdjustedWald);
        }

        // As in R, X² is scaled to the respondents of the domain, with or without an answer.
        var respondents = everybody.Count(row => row == 0);
        return Estimation.Independence.RaoScott(test, table, shares, respondents, degrees);
    }

    /// <summary>
    /// Tests whether a share or mean differs between two groups by the design-based t test; the difference is in
    /// <see cref="SignificanceTest.Estimate"/>. As in R, one degree of freedom less than the design's.
    /// </summary>
    /// <param name="variable">A number, or a categorical variable of which <paramref name="category"/> is counted.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the first group.</param>
    /// <param name="from">The code of the group that is subtracted; null for everybody else.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="SurveyException">
    /// A variable or code does not exist, nobody or one respondent in a group is in the base, or there is nothing to test: no sampling variance,
    /// or no degrees of freedom.
    /// </exception>
    public SignificanceTest TTest(string variable, string by, string group, string? from = null, string? category = null)
    {
        var column = CodedColumn.Of(Data[by]);
        var (one, other) = (IndexOf(column, group), from is null ? -1 : IndexOf(column, from));
        var indicator = Indicators(variable, Data[variable] is NumericColumn ? null : category ?? "yes")[0];
        int[] inOne = [.. column.Codes.Select(code => code == one ? 0 : -1)];
        int[] inOther = [.. column.Codes.Select(code => code >= 0 && (from is null ? code != one : code == other) ? 0 : -1)];
        RequireSomebody(indicator.Rows(inOne), $"«{variable}» with {by} = {group}");
        RequireSomebody(indicator.Rows(inOther), $"«{variable}» with another {by}");
        int[] groups = [.. indicator.InBase.Select((row, i) => row < 0 ? -1 : inOne[i] == 0 ? 0 : inOther[i] == 0 ? 1 : -1)];
        TestConditions.RequireComparable(Variance, groups, 2, by, indicator.Values);
        var estimate = Comparison.Of(_state, indicator.Outcome, [], [(indicator, inOne), (indicator, inOther)], [1, -1]);
        return StudentTest(TestMethod.Student, estimate, Largest(indicator.Values, groups));
    }

    /// <summary>
    /// Tests for a trend over ordered groups: the slope of the share or mean by the group's place, 0 for the first.
    /// </summary>
    /// <param name="variable">A number, or a categorical variable of which <paramref name="category"/> is counted.</param>
    /// <param name="by">An ordered categorical variable.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="SurveyException">A variable does not exist, is not ordered or does not vary, or there is nothing to test.</exception>
    public SignificanceTest Trend(string variable, string by, string? category = null)
    {
        var groups = Ordered(by);
        var indicator = Indicators(variable, Data[variable] is NumericColumn ? null : category ?? "yes")[0];
        int[] rows = [.. indicator.InBase.Select((row, i) => row == 0 && groups.CodeArray[i] >= 0 ? 0 : -1)];
        RequireSomebody(rows, $"«{variable}» by «{by}»");
        TestConditions.RequireComparable(Variance, [.. rows.Select((row, i) => row == 0 ? groups.CodeArray[i] : -1)], groups.Categories.Count, by, indicator.Values, mayBeAlone: true);
        double[] places = [.. groups.CodeArray.Select((code, row) => rows[row] == 0 ? (double)code : 0)];
        var columns = new AuxiliaryMatrix(
            [new AuxiliaryTerm(rows, null, 1, [double.NaN], _ => "constant"), AuxiliaryTerm.Number(places, by)], rows.Length);
        return SlopeTest(TestMethod.Trend, indicator.Outcome, columns, rows, _ => indicator.Values);
    }

    /// <summary>
    /// Compares the distribution of a number between groups by estimated population ranks: Wilcoxon's test for two groups,
    /// Kruskal and Wallis' for more (Lumley and Scott 2013).
    /// </summary>
    /// <param name="variable">A number.</param>
    /// <param name="by">A categorical variable.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist, the groups do not vary or one has a single respondent, or there is nothing to test.
    /// </exception>
    public SignificanceTest RankTest(string variable, string by)
    {
        var indicator = Indicators(variable, null)[0];
        var model = ModelMatrix.Of(Data, indicator.InBase, [by]);
        RequireSomebody(model.InBase, $"«{variable}» by «{by}»");
        var groups = CodedColumn.Of(Data[by]);
        TestConditions.RequireComparable(Variance, [.. model.InBase.Select((row, i) => row == 0 ? groups.Codes[i] : -1)], groups.Categories.Count, by, indicator.Values);
        double[] Ranks(double[] weights) => LinearFit.MidRanks(model.InBase, indicator.Values, weights);
        if (model.Matrix.Columns == 2)
        {
            return SlopeTest(TestMethod.Wilcoxon, indicator.Outcome, model.Matrix, model.InBase, Ranks);
        }

        var slopes = Variance.Estimate(new LinearFit(model.Matrix, Ranks)).Select([.. Enumerable.Range(1, model.Matrix.Columns - 1)]);
        var degrees = Variance.DegreesOfFreedom(model.InBase, 1)[0] - slopes.Count;
        TestConditions.RequireDegrees(degrees);
        return SignificanceTest.F(TestMethod.KruskalWallis, slopes.Wald() / slopes.Count, slopes.Count, degrees);
    }

    /// <summary>Tests whether a variable has given shares in the population, for example those of another source.</summary>
    /// <param name="variable">A categorical variable; rows without a category are left out.</param>
    /// <param name="shares">The share of each category by code; they are scaled to add up to 1.</param>
    /// <exception cref="SurveyException">A category that occurs has no share, or a share is not above zero.</exception>
    public SignificanceTest GivenShares(string variable, IReadOnlyDictionary<string, double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var column = CodedColumn.Of(Data[variable]);
        var numbers = shares.Keys.Select(code => IndexOf(column, code)).ToList();
        int[] codes = [.. InDomain(column.Codes).Select(code => code < 0 ? -1 : numbers.IndexOf(code))];
        if (shares.Values.Any(share => !(share > 0)) || column.Codes.Where((code, row) => code >= 0 && _state.IsInDomain(row)).Any(code => !numbers.Contains(code)))
        {
            throw new SurveyException(new Problem(
                $"The given shares do not fit «{variable}»", Expected: "a share above zero for every category that respondents have"));
        }

        var total = shares.Values.Sum();
        TestConditions.RequireVariance(Variance, codes, Variance.Estimate(new CellShares(codes, numbers.Count)));
        return GoodnessOfFit.Test(Variance.Estimate(new GoodnessOfFit(codes, [.. shares.Values.Select(share => share / total)])));
    }

    private SignificanceTest SlopeTest(
        TestMethod method, Outcome outcome, AuxiliaryMatrix columns, int[] rows, Func<double[], double[]> response)
    {
        var vector = Variance.Estimate(new LinearFit(columns, response));
        var degrees = Variance.DegreesOfFreedom(rows, 1)[0];
        return StudentTest(method, new Estimate
        {
            Outcome = outcome,
            Groups = [],
            Value = vector.Values[1],
            StandardError = vector.StandardError(1),
            Respondents = rows.Count(row => row == 0),
            DegreesOfFreedom = degrees,
            Reliability = ReliabilityRule.Judge(ReliabilityRule.EffectiveNumber(Variance.Sample.Weights, row => rows[row] == 0), degrees, null),
            Members = new GroupRows(rows, 1).Members(0),
        }, Largest(response(Variance.Sample.Weights), rows));
    }

    private static double Largest(double[] values, int[] group) => values.Where((_, row) => group[row] >= 0).Max(Math.Abs);

    private SignificanceTest StudentTest(TestMethod method, Estimate estimate, double size)
    {
        var degrees = estimate.DegreesOfFreedom - 1;
        TestConditions.RequireDegrees(degrees);
        TestConditions.RequireVariance(estimate.StandardError, size);
        var t = estimate.Value / estimate.StandardError;
        var variance = estimate.StandardError * estimate.StandardError;
        return new SignificanceTest(
            method,
            "t",
            t,
            degrees,
            double.NaN,
            Distributions.StudentTwoSided(t, degrees),
            estimate with { DegreesOfFreedom = degrees, Interval = _state.StudentInterval(estimate.Value, variance, degrees) });
    }

    private int[] InDomain(int[] codes) => [.. codes.Select((code, row) => _state.IsInDomain(row) ? code : -1)];
}
