namespace Barometer.Analysis.Estimation;

/// <summary>
/// The average marginal effects of a regression as estimates that a release can judge. The coefficients of a logistic or
/// linear model of an answer are settled by how many gave it in each category of each term (the score equations, McCullagh
/// and Nelder 1989, section 4.4): telling them is telling those numbers.
/// </summary>
internal static class EffectTable
{
    /// <summary>The table: one estimate for each category but the references, all with the numbers behind the whole model.</summary>
    /// <exception cref="BarometerException">The response is a number, or a predictor is.</exception>
    public static EstimateTable Make(DesignState state, Indicator response, ModelMatrix model, IReadOnlyList<MarginalEffect> effects, LocalizedText universe) =>
        Make(state, Measure.Difference, response, model, effects, universe);

    /// <summary>The odds ratios of a logistic model without products, with the same numbers behind them.</summary>
    /// <exception cref="BarometerException">The response is a number, or a predictor is, or the model has products.</exception>
    public static EstimateTable Odds(DesignState state, Indicator response, ModelMatrix model, IReadOnlyList<Coefficient> coefficients, LocalizedText universe) =>
        model.Terms.Any(term => term.Parts.Count > 1)
            ? throw new BarometerException(new Problem(
                "The odds ratios of a model with products can't be told one by one", Expected: "a model of variables alone", Hint: "release its Effects()"))
            : Make(
                state,
                Measure.OddsRatio,
                response,
                model,
                [.. coefficients.Where(one => one.Name.Categories.Count > 0).Select(one => new MarginalEffect(one.Name, one.Ratio, double.NaN, one.RatioInterval, one.Reliability))],
                universe);

    private static EstimateTable Make(
        DesignState state, Measure measure, Indicator response, ModelMatrix model, IReadOnlyList<MarginalEffect> effects, LocalizedText universe)
    {
        Check(response, model);
        var members = new CellMembers([.. Cells(model).Prepend(model.InBase).Select(cell => response.Members(cell))]);
        var weights = state.Variance.Value.Sample.Weights;
        var respondents = model.InBase.Count(row => row == 0);
        var degrees = state.Variance.Value.DegreesOfFreedom(model.InBase, 1)[0];
        var label = response.Outcome.Label;
        return EstimateTables.Make(
            state,
            measure,
            ["effect"],
            state.Labels.Of(response.Outcome.Variable),
            universe,
            [
                .. effects.Select(effect => new Estimate
                {
                    Outcome = response.Outcome with { Label = label },
                    Groups = [Group(state, model, effect.Name)],
                    Value = effect.Value,
                    StandardError = effect.StandardError,
                    Interval = effect.Interval,
                    Respondents = respondents,
                    Base = model.InBase.Select((row, i) => row == 0 ? weights[i] : 0).Sum(),
                    DegreesOfFreedom = degrees,
                    Reliability = ReliabilityRule.Judge(respondents, degrees, null),
                    Members = members,
                }),
            ],
            byLabels: [new LocalizedText("Kjennetegn", "Characteristic")]);
    }

    private static void Check(Indicator response, ModelMatrix model)
    {
        if (response.Counted is null || model.Parts.Any(part => part.Codes is null))
        {
            throw new BarometerException(new Problem(
                "The effects of this model can't be released: what a number tells of single organisations can't be bounded",
                Expected: "an answer as response, and categories as predictors",
                Hint: "size_band in the place of employees"));
        }
    }

    /// <summary>For each column of the model, and each reference, the rows of its cell: 0 inside and −1 outside.</summary>
    private static IEnumerable<int[]> Cells(ModelMatrix model)
    {
        foreach (var term in model.Terms.Where(term => term.Parts.Count > 0))
        {
            var cellOf = Enumerable.Range(0, model.InBase.Length)
                .Select(row => model.InBase[row] < 0 ? null : string.Join(',', term.Parts.Select(part => part.Codes![row])))
                .ToArray();
            foreach (var cell in cellOf.Distinct().Where(cell => cell is not null).Order(StringComparer.Ordinal))
            {
                yield return Array.ConvertAll(cellOf, one => one == cell ? 0 : -1);
            }
        }
    }

    private static GroupValue Group(DesignState state, ModelMatrix model, CoefficientName name)
    {
        var (variable, category) = name.Categories[0];
        var part = model.Parts.First(one => one.Text == name.Term);
        var reference = CodedColumn.Of(state.Specification.Data[variable]).Categories[part.Reference];
        var label = state.Labels.Of(variable);
        return new GroupValue(variable, category.Code, category.Label)
        {
            Section = new LocalizedText($"{label.Nb} (mot {reference.Label.Nb})", $"{label.En} (against {reference.Label.En})"),
        };
    }
}
