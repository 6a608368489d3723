namespace Barometer.Evidence.Tables;

/// <summary>
/// Which part of an estimate's identity heads its row and which its section: with one outcome the groups are the rows;
/// with several, the outcomes are the rows and each group is a section.
/// </summary>
internal sealed class EstimateLayout
{
    private readonly bool _manyOutcomes;
    private readonly bool _itemsHeadRows;
    private readonly bool _itemsHeadSections;
    private readonly int _groupings;

    private EstimateLayout(ReleasedTable table)
    {
        _manyOutcomes = table.Estimates.Select(estimate => estimate.Outcome).Distinct().Skip(1).Any();
        var hasItems = table.Estimates.Any(estimate => estimate.Outcome.Item is not null);
        var hasOneAnswer = table.Estimates.Select(estimate => estimate.Outcome.Code).Distinct().Count() == 1;
        (_itemsHeadRows, _itemsHeadSections) = (hasItems && hasOneAnswer, hasItems && !hasOneAnswer);
        _groupings = table.By.Count;
        RowHeader = _itemsHeadRows ? Wording.Indicator
            : _manyOutcomes ? AreAnswers(table) ? Wording.Answer : Wording.Indicator
            : _groupings > 0 ? table.ByLabels[^1]
            : new LocalizedText("Gruppe", "Group");
    }

    // The options of one question; not so its items, each of which has answers of its own.
    private static bool AreAnswers(ReleasedTable table) => table.Measure == Measure.Share
        && (table.Question is not null || table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Count() == 1);

    /// <summary>The header over the rows' labels.</summary>
    public LocalizedText RowHeader { get; }

    /// <summary>Whether the table has groups, so that one row stands for everybody.</summary>
    public bool HasGroups => _groupings > 0;

    /// <summary>The layout that suits the table.</summary>
    public static EstimateLayout Of(ReleasedTable table) => new(table);

    /// <summary>What heads the estimate's row.</summary>
    public LocalizedText RowLabel(ReleasedEstimate estimate) => _itemsHeadRows ? estimate.Outcome.Item!
        : _manyOutcomes ? estimate.Outcome.Label
        : estimate.Groups.Count > 0 ? estimate.Groups[^1].Label
        : HasGroups || estimate.Outcome.Code == EstimateWording.Yes ? Wording.All
        : estimate.Outcome.Label;

    /// <summary>The section the estimate stands in, or null.</summary>
    public LocalizedText? Section(ReleasedEstimate estimate)
    {
        if (estimate.Groups is [{ Section: { } heading }])
        {
            return heading;
        }

        var groups = (_manyOutcomes ? estimate.Groups : estimate.Groups.SkipLast(1)).Select(group => group.Label).ToList();
        if (_manyOutcomes && HasGroups && groups.Count == 0)
        {
            groups.Add(Wording.All);
        }

        if (_itemsHeadSections && estimate.Outcome.Item is { } item)
        {
            groups.Add(item);
        }

        return Wording.Heading(groups);
    }
}
