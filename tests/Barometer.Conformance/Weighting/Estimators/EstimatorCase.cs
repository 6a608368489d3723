namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>A case with its design, intervals and domain set.</summary>
/// <param name="Form">The case.</param>
/// <param name="Design">The design, in the domain and with the intervals that the case asks for.</param>
internal sealed record EstimatorCase(CaseForm Form, SurveyDesign Design)
{
    /// <summary>Who is in the base.</summary>
    public AnswerBase Answers => Form.Answers switch
    {
        "asked" => AnswerBase.Asked,
        "asked-with-a-view" => AnswerBase.AskedWithAView,
        "everybody" => AnswerBase.Everybody,
        _ => throw new FormException($"«{Form.Answers}» is no base."),
    };

    /// <summary>Narrows and sets the design as the case asks.</summary>
    public static EstimatorCase Of(CaseForm form, SurveyDesign design)
    {
        var own = design.WithIntervals(Interval(form.Interval), form.Level, form.Df);
        foreach (var condition in form.Domain)
        {
            own = condition.In is { } codes
                ? own.Where(condition.Variable, [.. codes])
                : own.Where(condition.Variable, condition.Holds);
        }

        return new EstimatorCase(form, form.Complete ? form.Variables.Aggregate(own, Known) : own);
    }

    /// <summary>Whether a variable is a number.</summary>
    public bool IsNumber(string variable) => Design.Sample.Data[variable] is NumericColumn;

    /// <summary>The case's one variable.</summary>
    public string Variable => Form.Variables.Count == 1 ? Form.Variables[0] : throw new FormException($"«{Form.Estimator}» takes one variable.");

    private static SurveyDesign Known(SurveyDesign design, string variable) => design.Sample.Data[variable] is CategoricalColumn factor
        ? design.Where(variable, [.. factor.Categories])
        : design.Where(variable, _ => true);

    private static IntervalMethod Interval(string name) => name switch
    {
        "logit" => IntervalMethod.Logit,
        "wilson" => IntervalMethod.Wilson,
        "beta" => IntervalMethod.Beta,
        "capped-beta" => IntervalMethod.CappedBeta,
        "hypergeometric" => IntervalMethod.Hypergeometric,
        "asin" => IntervalMethod.ArcSine,
        "plain" or "replicates" => IntervalMethod.Plain,
        _ => throw new NotSupportedException($"the interval «{name}»"),
    };
}
