namespace SurveyStatistics.Estimation;

/// <summary>Gathers the estimates of one table: each outcome for every group and for everybody.</summary>
internal sealed class TableBuilder
{
    private readonly DesignState _state;
    private readonly Measure _measure;
    private readonly Grouping _by;
    private readonly GroupIndex _index;
    private readonly int[] _everybody;
    private readonly int[] _groups;
    private readonly AskedRows _asked;
    private readonly GroupRows _everybodyRows;
    private readonly GroupRows _groupRows;
    private readonly EstimateMaker _maker;
    private readonly List<Estimate>[] _estimates;

    /// <summary>Starts a table.</summary>
    /// <param name="state">The design.</param>
    /// <param name="measure">What the numbers say.</param>
    /// <param name="by">The groups.</param>
    /// <param name="inBase">For each row 0 in the base and −1 outside.</param>
    /// <param name="asked">For each row 0 when it was asked, with or without an answer, and −1 when not.</param>
    public TableBuilder(DesignState state, Measure measure, Grouping by, int[] inBase, int[] asked)
    {
        (_state, _measure, _by, _everybody) = (state, measure, by, inBase);
        _index = state.Cache.Groups(by);
        _groups = _index.Count == 0 ? [] : _index.Within(inBase);
        if (measure == Measure.Share && state.Method == IntervalMethod.Hypergeometric)
        {
            EqualWeights.Check(state.Variance.Value, _everybody, 1);
            EqualWeights.Check(state.Variance.Value, _groups, _index.Count);
        }

        _asked = new AskedRows(state.Variance, _index, inBase, asked);
        _everybodyRows = new GroupRows(_everybody, 1);
        _groupRows = new GroupRows(_groups, _index.Count);
        _maker = new EstimateMaker(measure, state.Intervals);
        _estimates = [.. Enumerable.Range(0, _index.Count + 1).Select(_ => new List<Estimate>())];
    }

    /// <summary>Estimates one outcome.</summary>
    /// <param name="outcome">Its labels.</param>
    /// <param name="values">Its values: 1 and 0 for a share.</param>
    /// <param name="codes">The categories of the rows, for a share or count of one.</param>
    /// <param name="code">The category counted.</param>
    /// <param name="opposed">For a net balance: the category that counts as minus one.</param>
    public void Add<TValues>(Outcome outcome, TValues values, int[]? codes, int code, int? opposed = null)
        where TValues : struct, IRowValues
    {
        var variance = _state.Variance.Value;
        var isMean = _measure != Measure.Total;
        var sums = DomainStatistic.Sums(variance, _groups, _index.Count, values);
        var groups = _index.Count == 0 ? [] : _asked.InGroups(DomainStatistic.Estimate(variance, _groups, sums, values, isMean));
        for (var g = 0; g < groups.Length; g++)
        {
            _estimates[g].Add(_maker.Make(outcome, _index.Groups[g], groups[g], _groupRows.Members(g, codes, code, opposed)));
        }

        var allSums = _index is { Count: > 0, LeavesNobodyOut: true } ? sums.Together() : DomainStatistic.Sums(variance, _everybody, 1, values);
        var all = _asked.Everybody(DomainStatistic.Estimate(variance, _everybody, allSums, values, isMean)[0]);
        _estimates[^1].Add(_maker.Make(outcome, [], all, _everybodyRows.Members(0, codes, code, opposed)));
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

    private static Estimate Count(Outcome outcome, IReadOnlyList<GroupValue> groups, CellMembers members) => new()
    {
        Outcome = outcome,
        Groups = groups,
        Value = members.BaseRows.Length,
        Respondents = members.BaseRows.Length,
        Members = members,
    };
}
