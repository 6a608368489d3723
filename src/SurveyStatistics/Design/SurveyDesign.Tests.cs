namespace SurveyStatistics.Design;

/// <content>Tests of significance; when they have a meaning is told by <see cref="TestConditions"/>.</content>
public sealed partial class SurveyDesign
{
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
}
