namespace Barometer.Analysis.Estimation;

/// <content>Differences and contrasts, with the covariance of what is compared.</content>
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
    /// <exception cref="BarometerException">A variable or code does not exist, or nobody in a group is in the base.</exception>
    public EstimateTable Difference(string variable, string by, string group, string from, string? category = null) =>
        Contrast(variable, by, new Dictionary<string, double> { [group] = 1, [from] = -1 }, category);

    /// <summary>
    /// A contrast Σ cᵍ θᵍ of a share or mean over groups, for example one group less the mean of two others.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="coefficients">The coefficient of each group by its code; groups that don't count are left out.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="BarometerException">A variable or code does not exist, nobody in a group is in the base, or a coefficient is zero.</exception>
    public EstimateTable Contrast(string variable, string by, IReadOnlyDictionary<string, double> coefficients, string? category = null)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        RequireCoefficients(coefficients);
        var column = CodedColumn.Of(Data[by]);
        var categories = coefficients.Keys.Select(code => IndexOf(column, code)).ToArray();
        var groups = Array.ConvertAll(categories, one => Array.ConvertAll(column.Codes, code => code == one ? 0 : -1));
        var maker = new ComparisonMaker(_state, Measure.Difference);
        var estimates = new List<Estimate>();
        foreach (var indicator in Indicators(variable, category))
        {
            foreach (var group in groups)
            {
                RequireSomebody(indicator.Rows(group), $"«{variable}» in a group of «{by}»");
            }

            estimates.Add(maker.Make(
                indicator.Outcome,
                [ContrastGroup(by, column, categories, [.. coefficients.Values])],
                [.. groups.Select(group => (indicator, (int[]?)group))],
                [.. coefficients.Values]));
        }

        return maker.Table(Labels.Of(variable), Universe(variable, AnswerBase.Asked), [by], estimates);
    }

    /// <summary>
    /// The difference between the shares of an answer to two items, first less second, of the respondents who answered
    /// both.
    /// </summary>
    /// <param name="first">A categorical variable.</param>
    /// <param name="second">The variable that is subtracted.</param>
    /// <param name="category">The answer to count in both.</param>
    /// <exception cref="BarometerException">A variable or category does not exist, or nobody answered both.</exception>
    public EstimateTable ItemDifference(string first, string second, string category = "yes")
    {
        var (a, b) = (Indicators(first, category)[0], Indicators(second, category)[0]);
        RequireAsked(second, a.InBase, $"the base of «{first}»");
        RequireAsked(first, b.InBase, $"the base of «{second}»");
        RequireSomebody(a.Rows(b.InBase), $"both «{first}» and «{second}»");
        var maker = new ComparisonMaker(_state, Measure.Difference);
        var outcome = new Outcome($"{first}-{second}", category, Minus(Labels.Of(first), Labels.Of(second)));
        var estimate = maker.Make(outcome, [], [(a, b.InBase), (b, a.InBase)], [1, -1]);
        return maker.Table(Minus(Labels.Of(first), Labels.Of(second)), Universe(first, AnswerBase.Asked), [], [estimate]);
    }

    // A group with coefficient zero changes nothing but the number of respondents behind the contrast.
    private static void RequireCoefficients(IReadOnlyDictionary<string, double> coefficients)
    {
        if (coefficients.Count == 0 || coefficients.Values.Any(one => one == 0 || !double.IsFinite(one)))
        {
            throw new BarometerException(new Problem(
                "The contrast has a coefficient that is zero or no number", Expected: "one or more finite coefficients that aren't zero", Hint: "leave out groups that don't count"));
        }
    }

    private static GroupValue ContrastGroup(string by, CodedColumn column, int[] categories, double[] coefficients)
    {
        var terms = categories.Select((one, i) => (Label: column.Categories[one], Factor: coefficients[i])).ToList();
        return new GroupValue(
            by,
            string.Join(" ", terms.Select(term => FormattableString.Invariant($"{term.Factor:+0.###;-0.###}·{term.Label.Code}"))),
            new LocalizedText(Words(terms, label => label.Nb, ","), Words(terms, label => label.En, ".")));
    }

    private static string Words(List<(Category Label, double Factor)> terms, Func<LocalizedText, string> of, string mark) => string.Concat(terms.Select((term, i) =>
        (i == 0 ? (term.Factor < 0 ? "\u2212" : "") : term.Factor < 0 ? " \u2212 " : " + ")
        + (Math.Abs(term.Factor) == 1 ? "" : FormattableString.Invariant($"{Math.Abs(term.Factor):0.##} · ").Replace(".", mark, StringComparison.Ordinal))
        + of(term.Label.Label)));

    private static LocalizedText Minus(LocalizedText a, LocalizedText b) => new($"{a.Nb} \u2212 {b.Nb}", $"{a.En} \u2212 {b.En}");
}
