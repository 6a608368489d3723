namespace Barometer.Analysis.Estimation;

/// <summary>
/// Whom the answers stand for: how the respondents were chosen, their weights, and the part of the population that
/// estimates are about. Immutable; every method gives a new design or an <see cref="EstimateTable"/>.
/// </summary>
/// <example>
/// <code>
/// var design = survey.Design()
///     .StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation();
/// var share = design.Proportion("innovated", by: "agency_group");
/// var large = design.Where("size_band", "50-99", "100-249", "250+").Proportion("innovated");
/// </code>
/// </example>
public sealed partial class SurveyDesign : Displayable
{
    private const double Near = 0.05;
    private readonly DesignState _state;

    private SurveyDesign(DesignState state) => _state = state;

    /// <summary>The number of respondents in the data, whatever the domain.</summary>
    public int RowCount => _state.Specification.Data.RowCount;

    /// <summary>For each row its weight: the number of population units it stands for.</summary>
    /// <exception cref="BarometerException">The design can't be used as it is; the message says what to do.</exception>
    public ReadOnlySpan<double> Weights => Sample.Weights;

    /// <summary>How the weights came about, step by step.</summary>
    /// <exception cref="BarometerException">The design can't be used as it is; the message says what to do.</exception>
    public IReadOnlyList<WeightStep> WeightHistory => Sample.History;

    /// <summary>The design's degrees of freedom: primary sampling units less strata, in the domain; no more than the replicates allow.</summary>
    public int DegreesOfFreedom => Variance.DegreesOfFreedom(Domain(_ => true), 1)[0];

    /// <summary>The sample with its weights.</summary>
    internal WeightedSample Sample => _state.Variance.Value.Sample;

    /// <summary>The variance estimator.</summary>
    internal VarianceEstimator Variance => _state.Variance.Value;

    private DataSet Data => _state.Specification.Data;

    private Labels Labels => _state.Labels;

    /// <summary>
    /// A design for data without a codebook: say next how they were sampled. Its estimates can't be released: nothing tells
    /// whose answers they are. For a survey's answers use <see cref="Of(Survey)"/>.
    /// </summary>
    /// <param name="data">The respondents.</param>
    /// <param name="frame">The population, one row a unit; null when there is none.</param>
    public static SurveyDesign Of(DataSet data, DataSet? frame = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Of(new DesignSpecification { Data = data, Frame = frame }, null);
    }

    /// <summary>A design for a survey: all respondents as a simple random sample of its frame.</summary>
    public static SurveyDesign Of(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return Of(new DesignSpecification { Data = survey.Responses, Frame = survey.Frame }, survey);
    }

    /// <inheritdoc/>
    internal override string? Stored => _state.Survey is null ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(ToString(), $"{Steps(Language.Nb)} / {Steps(Language.En)}");

    /// <inheritdoc/>
    public override string ToString() => TellsNothing(WeightSummary.Of(Weights).Sum) is { } sum
        ? FormattableString.Invariant($"{Data.Name}: {RowCount} svar står for {sum:0.#} / {RowCount} answers stand for {sum:0.#}")
        : FormattableString.Invariant($"{Data.Name}: {RowCount} svar, vektet / {RowCount} answers, weighted");

    private string Steps(Language language) => string.Join(" → ", WeightHistory.Select(step => step.Name.In(language)));

    /// <summary>
    /// The sum of a survey's weights where it is the frame's size or the number of answers, which are public; else null: any other sum,
    /// of invitation weights or to stated totals, is an equation about the numbers of answers in strata.
    /// </summary>
    private double? TellsNothing(double sum) =>
        _state.Survey is null || Math.Abs(sum - RowCount) < Near || (_state.Specification.Frame is { } frame && Math.Abs(sum - frame.RowCount) < Near) ? sum : null;

    /// <summary>The design with one more variable of its respondents, for tests.</summary>
    internal SurveyDesign WithColumn(Column column)
    {
        var data = new DataSet(Data.Name, [.. Data.Columns, column]);
        return new SurveyDesign(_state with { Cache = new DesignCache(data), Specification = _state.Specification with { Data = data } });
    }

    private static SurveyDesign Of(DesignSpecification specification, Survey? survey) => new(new DesignState
    {
        Survey = survey,
        Labels = new Labels(survey),
        Cache = new DesignCache(specification.Data),
        Organisations = new Lazy<int[]?>(() => survey is null ? null : Estimation.Organisations.OfRows(survey)),
        Specification = specification,
    }.Redescribed(specification));

    private int[] Domain(OutcomeColumn outcome) =>
        _state.Domain.Rows is null && outcome.IsComplete ? _state.Cache.Everybody : Domain(outcome.IsInBase);

    // Those of the domain who were asked, with or without an answer: the base itself where every row has a category.
    private int[] DomainAsked(OutcomeColumn outcome) =>
        _state.Domain.Rows is null && outcome.IsComplete ? _state.Cache.Everybody : Domain(outcome.IsAsked);

    // 0 for the rows of the domain that meet the condition, −1 for all others: the group array of «everybody».
    private int[] Domain(Func<int, bool> condition)
    {
        int[]? group = null;
        for (var row = 0; row < RowCount; row++)
        {
            if (!_state.Domain.Contains(row) || !condition(row))
            {
                group ??= new int[RowCount];
                group[row] = -1;
            }
        }

        // One array serves all tables that leave nobody out.
        return group ?? _state.Cache.Everybody;
    }
}
