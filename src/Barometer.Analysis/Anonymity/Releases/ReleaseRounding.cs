namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>Makes the form of an estimate that leaves the house: rounded as the policy says, or without numbers.</summary>
/// <remarks>
/// Every digit of a weighted share and of its limits is an equation about how many of each stratum gave the answer. So limits are one
/// decimal coarser than the estimate; where there are few respondents the percentage has no decimals, and its limits are computed
/// from what is shown anyway (<see cref="GeneralisedVariance"/>), or left out where they can't be. The standard error, the effective
/// number of respondents and the degrees of freedom stay inside.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="codebook">The survey's codebook, or null.</param>
/// <param name="policy">The thresholds.</param>
internal sealed class ReleaseRounding(UnreleasedTable table, Codebook? codebook, ReleasePolicy policy)
{
    private const double FewEffective = 30;
    private const double Wide = 0.30;
    private readonly Conditions _conditions = new(table, codebook);
    private readonly Measure _measure = table.Measure;
    private readonly Lazy<double[]> _weights = new(() => table.Design!.Engine.Weights.ToArray());

    /// <summary>The estimate as it may be seen.</summary>
    public ReleasedEstimate Show(UnreleasedEstimate estimate, CellStatus status) => status == CellStatus.Published ? Open(estimate) : Suppress(estimate, status);

    /// <summary>A number of respondents after small count rounding.</summary>
    public static ReleasedEstimate Rounded(UnreleasedEstimate estimate, double value) => Suppress(estimate, CellStatus.Rounded) with
    {
        Value = value,
        Respondents = (int)value,
        Steps = new RoundingSteps(1, 1, 1, 1),
    };

    private static ReleasedEstimate Suppress(UnreleasedEstimate estimate, CellStatus status) => new()
    {
        Outcome = estimate.Outcome,
        Groups = estimate.Groups,
        Value = double.NaN,
        Respondents = null,
        Status = status,
    };

    private ReleasedEstimate Open(UnreleasedEstimate estimate)
    {
        var detail = ShownDetail.Of(table, estimate, _conditions, policy);
        var shown = new ReleasedEstimate
        {
            Outcome = estimate.Outcome,
            Groups = estimate.Groups,
            Value = Round(estimate, detail),
            Respondents = estimate.Numbers.Respondents is { } n ? (int)Multiple(n, policy.CountRounding) : null,
            Base = estimate.HasFrameBase ? estimate.Numbers.Base : Multiple(estimate.Numbers.Base, policy.BaseRounding),
            Steps = new RoundingSteps(
                Step(detail.Decimals ?? policy.PercentDecimals, NumberDecimals(estimate)), Step(policy.PercentDecimals - 1, LimitDecimals(estimate)), policy.CountRounding, estimate.HasFrameBase ? 1 : policy.BaseRounding),
            Reliability = estimate.Numbers.Reliability,
            DesignEffect = _measure == Measure.Share && table.Design is not null && table.Heading.Weighting != Labels.Unweighted ? ClassOf(DesignEffect(_conditions.OfFrame(estimate).Rows)) : null,
            Status = CellStatus.Published,
        };
        var own = estimate.Numbers.Interval is { } interval && double.IsFinite(interval.Width) ? interval : null;

        // A number of the frame that strata fix would have other limits, and no such flag, if one of them had a single respondent: that number isn't told.
        if (table.Design is { LonelyStrataVary: true } && !_conditions.TellsAnswers(estimate))
        {
            return shown with { Reliability = shown.Reliability & Reliability.FewDegreesOfFreedom };
        }

        // The limits of a number that the design fixes are the number itself. Only numbers that tell no answers are said to be fixed.
        return own is not null && shown.Reliability.HasFlag(Reliability.FixedByDesign) ? shown with { Interval = own with { Lower = shown.Value, Upper = shown.Value } }
            : detail.IsGeneralised && own is not null ? WithGeneralised(shown, estimate, own.Level)
            : shown with { Interval = Coarser(estimate, own) };
    }

    /// <summary>With limits that anybody can compute from what is shown, and marks of reliability that follow from the same.</summary>
    private ReleasedEstimate WithGeneralised(ReleasedEstimate shown, UnreleasedEstimate estimate, double level)
    {
        if (table.Design is not { } design || shown.Respondents is not { } n)
        {
            return shown;
        }

        var effect = DesignEffect(_conditions.OfFrame(estimate).Rows);
        var interval = _measure switch
        {
            Measure.Share when !ShownDetail.IsOfAModel(_measure, estimate) => GeneralisedVariance.ShareInterval(shown.Value, n, effect, Population(design, shown.Base), level),
            Measure.Balance => GeneralisedVariance.BalanceInterval(shown.Value, n, effect, Population(design, shown.Base), level),
            Measure.Difference when shown.Outcome.Code is not null && estimate.Members is { Parts: [var one, var other] } =>
                GeneralisedVariance.DifferenceInterval(shown.Value, [Part(design, one), Part(design, other)], level),
            Measure.Correlation => Rounded(shown, value => GeneralisedVariance.CorrelationInterval(value, n, effect, level)),
            Measure.Consistency when shown.Outcome.Variable == "alpha" => Rounded(shown, value => GeneralisedVariance.AlphaInterval(value, Items(estimate), n, effect, level)),
            Measure.Total when shown.Outcome.Code is not null && shown.Base > 0 => Total(shown, n, effect, Population(design, shown.Base), level),
            _ => null,
        };
        var few = shown.Reliability & Reliability.FewDegreesOfFreedom;
        return shown with
        {
            Interval = Coarser(estimate, interval),
            IsGeneralised = interval is not null,
            Reliability = few | (n / effect >= FewEffective ? Reliability.Good : Reliability.FewEffective)
                | (_measure is not (Measure.Total or Measure.Correlation or Measure.Consistency) && interval?.Width > Wide ? Reliability.WideInterval : Reliability.Good),
        };
    }

    // Of a number in so few decimals: from the lower limit of the least that it can be to the upper limit of the most.
    private static ConfidenceInterval? Rounded(ReleasedEstimate shown, Func<double, ConfidenceInterval?> of) =>
        of(shown.Value - (shown.Steps!.Value / 2)) is { } least && of(shown.Value + (shown.Steps.Value / 2)) is { } most ? least with { Upper = most.Upper } : null;

    private static ConfidenceInterval? Total(ReleasedEstimate shown, int n, double effect, double population, double level) =>
        GeneralisedVariance.ShareInterval(Math.Min(1, shown.Value / shown.Base), n, effect, population, level) is { } share
            ? share with { Lower = share.Lower * shown.Base, Upper = share.Upper * shown.Base }
            : null;

    // Of a group in a comparison the numbers that a table of its shares would show.
    private (int Respondents, double DesignEffect, double Population) Part(BarometerDesign design, CellMembers part)
    {
        var whole = part.BaseRows.Sum(row => _weights.Value[row]);
        return (part.BaseRows.Length, DesignEffect(part.BaseRows), Population(design, Multiple(whole, policy.BaseRounding)));
    }

    // To one decimal: sharper, it would tell the numbers of answers in the strata of a group, some of which are hidden.
    private double DesignEffect(ReadOnlySpan<int> rows) =>
        (double)decimal.Round((decimal)GeneralisedVariance.DesignEffect(rows.ToArray().Select(row => _weights.Value[row])), 1, MidpointRounding.AwayFromZero);

    private static DesignEffectClass ClassOf(double effect) => effect switch
    {
        <= 1.2 => DesignEffectClass.Small,
        <= 1.5 => DesignEffectClass.Moderate,
        <= 2 => DesignEffectClass.Large,
        _ => DesignEffectClass.VeryLarge,
    };

    private static double Population(BarometerDesign design, double shown) => design.Engine.HasFinitePopulation ? shown : double.PositiveInfinity;

    private double Step(int percentDecimals, int numberDecimals) => _measure switch
    {
        Measure.Count => policy.CountRounding,
        Measure.Total => policy.BaseRounding,
        Measure.Share or Measure.Difference or Measure.Balance => Math.Pow(10, -(Math.Max(0, percentDecimals) + 2)),
        _ => Math.Pow(10, -Math.Max(0, numberDecimals)),
    };

    private double Round(UnreleasedEstimate estimate, ShownDetail detail) => _measure switch
    {
        Measure.Count => Multiple(estimate.Numbers.Value, policy.CountRounding),
        Measure.Total => Multiple(estimate.Numbers.Value, policy.BaseRounding),
        Measure.Share or Measure.Difference or Measure.Balance => Decimals(estimate.Numbers.Value, (detail.Decimals ?? policy.PercentDecimals) + 2),
        _ => Decimals(estimate.Numbers.Value, NumberDecimals(estimate)),
    };

    // Of few respondents a mean of answers has one decimal less: it is the sum of their shares, each times its score, which are in whole per cent there.
    private int NumberDecimals(UnreleasedEstimate estimate) => _measure switch
    {
        Measure.Correlation or Measure.Consistency => (int)Math.Round(-Math.Log10(SwappedAnswers.Step(_measure, estimate.Numbers.Respondents ?? 0, policy))),
        Measure.Quantile when IsWhole(estimate) => 0,
        Measure.Mean when estimate.Numbers.Respondents < policy.FewRespondents && Items(estimate) > 0 => policy.NumberDecimals - 1,
        _ => policy.NumberDecimals,
    };

    // Limits that are computed from what is shown tell nothing more, and can have as many decimals as one reads.
    private int LimitDecimals(UnreleasedEstimate estimate) => _measure is Measure.Correlation or Measure.Consistency ? policy.NumberDecimals
        : _measure == Measure.Quantile && IsWhole(estimate) ? 0
        : policy.NumberDecimals - 1;

    // The codebook says that the answers are whole numbers: so is a quantile of them.
    private bool IsWhole(UnreleasedEstimate estimate) => codebook?.Variables.FirstOrDefault(variable => variable.Name == estimate.Outcome.Variable) is { WholeNumbers: true };

    private static int Items(UnreleasedEstimate estimate) => estimate.Members!.Parts.Where(part => part.CountedRows is not null).Select(part => part.Outcome?.Variable).Distinct().Count();

    private ConfidenceInterval? Coarser(UnreleasedEstimate estimate, ConfidenceInterval? interval) =>
        interval is null ? null : interval with { Lower = Coarser(estimate, interval.Lower), Upper = Coarser(estimate, interval.Upper) };

    private double Coarser(UnreleasedEstimate estimate, double value) => _measure switch
    {
        Measure.Count or Measure.Total => Multiple(value, _measure == Measure.Count ? policy.CountRounding : policy.BaseRounding),
        Measure.Share or Measure.Difference or Measure.Balance => Decimals(value, Math.Max(0, policy.PercentDecimals - 1) + 2),
        _ => Decimals(value, Math.Max(0, LimitDecimals(estimate))),
    };

    private static double Decimals(double value, int decimals) =>
        double.IsFinite(value) ? (double)decimal.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) : value;

    private static double Multiple(double value, int step) =>
        double.IsFinite(value) ? (double)(decimal.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step) : value;
}
