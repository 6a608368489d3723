namespace Barometer.Analysis.Estimation;

/// <content>The part of the population that estimates are about, and their intervals.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The part of the population with one of <paramref name="codes"/>. It is a domain, not a filtered file: the design
    /// stays, so that standard errors count the domain's random size.
    /// </summary>
    /// <exception cref="BarometerException">The variable or a code does not exist.</exception>
    public SurveyDesign Where(string variable, params string[] codes)
    {
        var column = CodedColumn.Of(Data[variable]);
        var wanted = new bool[column.Categories.Count];
        foreach (var code in codes)
        {
            wanted[IndexOf(column, code)] = true;
        }

        var label = Labels.Of(variable);
        var chosen = column.Categories.Where((_, i) => wanted[i]).ToList();

        // The values of an identifier would tell which organisations answered.
        var words = column.Source is CategoricalColumn
            ? new LocalizedText(
                $"{label.Nb}: {string.Join(", ", chosen.Select(category => category.Label.Nb))}",
                $"{label.En}: {string.Join(", ", chosen.Select(category => category.Label.En))}")
            : new LocalizedText($"{label.Nb}: et utvalg", $"{label.En}: a selection");
        return InDomain(_state.Domain.And(Data, variable, row => column.Codes[row] >= 0 && wanted[column.Codes[row]], words));
    }

    /// <summary>
    /// The design in which categories of a grouping variable are taken together, for tables by it: with few answers a fine grouping
    /// hides more than it tells. The weights stay as they are. Merge last, after the sampling and the weighting are described.
    /// </summary>
    /// <param name="variable">A grouping variable of the frame.</param>
    /// <param name="together">The codes to merge, list by list; categories in no list stay.</param>
    /// <example><code>
    /// design.Merging("size_band", ["from_100", "from_250"]).Proportion("innovated", by: "size_band")
    /// </code></example>
    /// <exception cref="BarometerException">The variable is no grouping variable of the frame, or a code doesn't exist or stands in two lists.</exception>
    public SurveyDesign Merging(string variable, params string[][] together)
    {
        if (!IsOfGroups(variable))
        {
            throw new BarometerException(new Problem(
                $"The categories of «{variable}» can't be merged", Expected: "a grouping variable of the frame (the codebook's role «group»)"));
        }

        var column = Data.Categorical(variable);
        var codes = together.SelectMany(list => list).ToList();
        codes.ForEach(code => IndexOf(CodedColumn.Of(column), code));
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Count)
        {
            throw new BarometerException(new Problem($"A category of «{variable}» is merged twice", Expected: "each code in one list"));
        }

        var merged = MergedCategories.Replace(Data, column, together);
        return new SurveyDesign(_state with { Cache = new DesignCache(merged), Specification = _state.Specification with { Data = merged } });
    }

    /// <summary>The part of the population whose number meets a condition; a missing number never does.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="condition">The condition on its value.</param>
    /// <param name="words">The condition in words, for the table's universe: «med minst 50 ansatte».</param>
    /// <exception cref="BarometerException">The variable does not exist or is not numeric.</exception>
    public SurveyDesign Where(string variable, Func<double, bool> condition, LocalizedText words)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var values = Data.Numeric(variable).ValueArray;
        return InDomain(_state.Domain.And(Data, variable, row => !double.IsNaN(values[row]) && condition(values[row]), words));
    }

    /// <summary>Other confidence intervals for proportions, or another confidence level for all intervals.</summary>
    /// <param name="method">The method for proportions.</param>
    /// <param name="level">The confidence level, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">
    /// The degrees of freedom of t; null for those of the design in the base, infinite for the normal distribution. Beta
    /// intervals keep those of the design.
    /// </param>
    public SurveyDesign WithIntervals(IntervalMethod method, double level = 0.95, double? degreesOfFreedom = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return new SurveyDesign(_state with { Method = method, Level = level, FixedDegrees = degreesOfFreedom });
    }

    private static int IndexOf(CodedColumn column, string code) => column.IndexOf(code) is var index and >= 0
        ? index
        : throw new BarometerException(new Problem(
            $"«{column.Name}» has no category «{code}»",
            Expected: column.Source is CategoricalColumn
                ? "one of " + string.Join(", ", column.Categories.Select(category => category.Code))
                : "a value that occurs"));

    private SurveyDesign InDomain(Domain domain) => new(_state with { Domain = domain });
}
