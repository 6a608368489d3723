namespace SurveyStatistics.Estimation;

/// <summary>Gathers the estimates of one table: each outcome for every group and for everybody.</summary>
internal sealed class TableBuilder
{
    // Sums of all answers at once are worth it while there aren't many times as many as are wanted.
    private const int MostForEach = 8;
    private readonly DesignState _state;
    private readonly Measure _measure;
    private readonly Grouping _by;
    private readonly GroupIndex _index;
    private readonly int[] _everybody;
    private readonly int[] _groups;
    private readonly GroupRows _everybodyRows;
    private readonly GroupRows _groupRows;
    private readonly Lazy<(int[] Degrees, int[] Sampled)>? _askedInGroups;
    private readonly Lazy<(int[] Degrees, int[] Sampled)>? _askedOfAll;
    private readonly List<Estimate>[] _estimates;

    /// <summary>Starts a table.</summary>
    /// <param name="state">The design.</param>
    /// <param name="measure">What the numbers say.</param>
    /// <param name="by">The groups.</param>
    /// <param name="inBase">For each row 0 in the base and −1 outside.</param>
    /// <param name="asked">For each row 0 when it was asked, with or without an answer, and −1 when not; the base itself when they are the same rows.</param>
    public TableBuilder(DesignState state, Measure measure, Grouping by, int[] inBase, int[] asked)
    {
        (_state, _measure, _by, _everybody) = (state, measure, by, inBase);
        _index = state.Cache.Groups(by);
        _groups = _index.Count == 0 ? [] : _index.Within(inBase);
        if (measure == Measure.Share && state.Method == IntervalMethod.Hypergeometric)
        {
            ProportionInterval.RequireEqualWeights(state.Variance.Value, _everybody, 1);
            ProportionInterval.RequireEqualWeights(state.Variance.Value, _groups, _index.Count);
        }

        if (!ReferenceEquals(inBase, asked))
        {
            _askedInGroups = new(() => Asked(_index.Within(asked), _index.Count));
            _askedOfAll = new(() => Asked(asked, 1));
        }

        _everybodyRows = new GroupRows(_everybody, 1);
        _groupRows = new GroupRows(_groups, _index.Count);
        _estimates = [.. Enumerable.Range(0, _index.Count + 1).Select(_ => new List<Estimate>())];
    }

    // Groups that leave nobody out have already summed everybody.
    private bool HasAll => _index is { Count: > 0, LeavesNobodyOut: true };

    /// <summary>Estimates one outcome.</summary>
    /// <param name="outcome">Its labels.</param>
    /// <param name="values">Its values: 1 and 0 for a share.</param>
    /// <param name="codes">The categories of the rows, for a share or count of one.</param>
    /// <param name="code">The category counted.</param>
    /// <param name="opposed">For a net balance: the category that counts as minus one.</param>
    public void Add<TValues>(Outcome outcome, TValues values, int[]? codes, int code, int? opposed = null)
        where TValues : struct, IRowValues
    {
        var sums = DomainStatistic.Sums(_state.Variance.Value, _groups, _index.Count, values);
        Add(outcome, values, sums, HasAll ? sums.Together() : DomainStatistic.Sums(_state.Variance.Value, _everybody, 1, values), codes, code, opposed);
    }

    /// <summary>Estimates the share, or number, of some answers to a question.</summary>
    public void AddAnswers(OutcomeColumn question)
    {
        var (sample, codes) = (_state.Variance.Value.Sample, question.Codes);
        if (question.Categories > MostForEach * question.Outcomes.Count)
        {
            foreach (var (outcome, code) in question.Outcomes)
            {
                Add(outcome, new CategoryIndicator(codes, code), codes, code);
            }

            return;
        }

        int[] answers = [.. question.Outcomes.Select(one => one.Code)];
        var ofGroups = Gather(_groups, _index.Count);
        var ofAll = HasAll ? Array.ConvertAll(ofGroups, sums => sums.Together()) : Gather(_everybody, 1);
        foreach (var (i, (outcome, code)) in question.Outcomes.Index())
        {
            Add(outcome, new CategoryIndicator(codes, code), ofGroups[i], ofAll[i], codes, code, null);
        }

        StratumSums[] Gather(int[] group, int groups) => StratumSums.OfAnswers(sample.Stages[0], group, groups, sample.Weights, codes, answers, question.Categories);
    }

    private void Add<TValues>(Outcome outcome, TValues values, StratumSums sums, StratumSums ofAll, int[]? codes, int code, int? opposed)
        where TValues : struct, IRowValues
    {
        var (variance, isMean) = (_state.Variance.Value, _measure != Measure.Total);
        var groups = _index.Count == 0 ? [] : DomainStatistic.Estimate(variance, _groups, sums, values, isMean);
        for (var g = 0; g < groups.Length; g++)
        {
            var (number, one) = (g, WithAsked(groups[g], _askedInGroups?.Value, g));
            _estimates[g].Add(Labelled(_state, _measure, outcome, _index.Groups[g], one, _groupRows.Members(g, codes, code, opposed)) with
            {
                Source = EstimateSource.Of(_state, () => RatioTerm.Of(_groups, number, values, isMean)),
            });
        }

        var all = WithAsked(DomainStatistic.Estimate(variance, _everybody, ofAll, values, isMean)[0], _askedOfAll?.Value, 0);
        _estimates[^1].Add(Labelled(_state, _measure, outcome, [], all, _everybodyRows.Members(0, codes, code, opposed)) with
        {
            Source = EstimateSource.Of(_state, () => RatioTerm.Of(_everybody, 0, values, isMean)),
        });
    }

    /// <summary>Counts the respondents.</summary>
    public void AddCount(Outcome outcome)
    {
        for (var g = 0; g < _index.Count; g++)
        {
            _estimates[g].Add(Count(outcome, _index.Groups[g], _groupRows.Members(g)));
        }

        _estimates[^1].Add(Count(outcome, [], _everybodyRows.Members(0)));
    }

    /// <summary>The finished table.</summary>
    public EstimateTable Finish() => new(_measure, [.. _by], [.. _estimates.SelectMany(list => list)]);

    /// <summary>A group's estimate with labels, interval and reliability.</summary>
    public static Estimate Labelled(
        DesignState state, Measure measure, Outcome outcome, IReadOnlyList<GroupValue> groups, GroupEstimate estimate, CellMembers members)
    {
        var own = state.WithoutAnswers(estimate, outcome, groups);
        var interval = measure == Measure.Share
            ? state.ShareInterval(own)
            : state.StudentInterval(estimate.Value, own.IsFixed ? 0 : estimate.Variance, estimate.DegreesOfFreedom);
        var effective = estimate.EffectiveRespondents;
        return new Estimate
        {
            Outcome = outcome,
            Groups = groups,
            Value = estimate.Value,
            StandardError = Math.Sqrt(estimate.Variance),
            Interval = interval,
            Respondents = estimate.Respondents,
            EffectiveRespondents = effective,
            Base = estimate.Base,
            DegreesOfFreedom = estimate.DegreesOfFreedom,
            Reliability = own.IsFixed ? Reliability.FixedByDesign : ReliabilityRule.Judge(
                double.IsNaN(effective) ? estimate.Respondents : effective, estimate.DegreesOfFreedom, measure is Measure.Share or Measure.Balance ? interval : null),
            Members = members,
        };
    }

    private static Estimate Count(Outcome outcome, IReadOnlyList<GroupValue> groups, CellMembers members) => new()
    {
        Outcome = outcome,
        Groups = groups,
        Value = members.BaseRows.Length,
        Respondents = members.BaseRows.Length,
        Members = members,
    };

    // The degrees of freedom and the sample's size behind an interval are those of the respondents who were asked, with or
    // without an answer: leaving a question blank does not change how the sample was drawn (R counts them in the same way).
    private GroupEstimate WithAsked(GroupEstimate estimate, (int[] Degrees, int[] Sampled)? asked, int group)
    {
        var changed = asked is { } known && estimate.Respondents > 0
            ? estimate with { DegreesOfFreedom = known.Degrees[group], Sampled = known.Sampled[group] }
            : estimate;

        // A calibrated subset keeps all of the sample in R, the others with a weight of zero.
        var sample = _state.Variance.Value.Sample;
        return sample.Projections.Count == 0 ? changed : changed with { Sampled = sample.Weights.Length };
    }

    private (int[] Degrees, int[] Sampled) Asked(int[] group, int groups)
    {
        var sampled = new int[groups];
        foreach (var g in group)
        {
            if (g >= 0)
            {
                sampled[g]++;
            }
        }

        return (_state.Variance.Value.DegreesOfFreedom(group, groups), sampled);
    }
}
