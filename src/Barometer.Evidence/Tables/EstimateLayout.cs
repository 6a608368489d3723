namespace Barometer.Evidence.Tables;

/// <summary>
/// A released table laid out, for its table and its figures alike: what heads an estimate's row and its section, the unit of
/// its number, the marks of its reliability and how many stand behind it. With one outcome the groups are the rows; with
/// several, the outcomes are the rows and each group is a section.
/// </summary>
internal sealed class EstimateLayout
{
    private static readonly (Reliability Flag, LocalizedText Text)[] KnownFlags =
    [
        (Reliability.FewEffective, Wording.FewEffective),
        (Reliability.WideInterval, Wording.WideInterval),
        (Reliability.FewDegreesOfFreedom, Wording.FewDegreesOfFreedom),
        (Reliability.FixedByDesign, Wording.FixedByDesign),
    ];

    private readonly bool _manyOutcomes;
    private readonly bool _itemsHeadRows;
    private readonly bool _itemsHeadSections;
    private readonly bool _hasGroups;
    private readonly (Reliability Flag, string Mark)[] _marks;

    private EstimateLayout(ReleasedTable table)
    {
        _manyOutcomes = table.Estimates.Select(estimate => estimate.Outcome).Distinct().Skip(1).Any();
        var hasItems = table.Estimates.Any(estimate => estimate.Outcome.Item is not null);
        var hasOneAnswer = table.Estimates.Select(estimate => estimate.Outcome.Code).Distinct().Count() == 1;
        (_itemsHeadRows, _itemsHeadSections) = (hasItems && hasOneAnswer, hasItems && !hasOneAnswer);
        _hasGroups = table.By.Count > 0;
        RowHeader = _itemsHeadRows ? Wording.Indicator
            : _manyOutcomes ? AreAnswers(table) ? Wording.Answer : Wording.Indicator
            : _hasGroups ? table.ByLabels[^1]
            : new LocalizedText("Gruppe", "Group");
        Quantity = Quantity.Of(table);
        IsRate = ResponseRate.Is(table);
        var flags = table.Estimates.Where(ReleasedCell.IsShown).Aggregate(Reliability.Good, (all, estimate) => all | estimate.Reliability);
        var used = Array.FindAll(KnownFlags, known => flags.HasFlag(known.Flag));
        _marks = [.. used.Select((known, index) => (known.Flag, Letter(index)))];
        Notes = [.. used.Select((known, index) => new TableNote(Letter(index), known.Text))];
    }

    // The options of one question; not so its items, each of which has answers of its own.
    private static bool AreAnswers(ReleasedTable table) => table.Measure == Measure.Share
        && (table.Question is not null || table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Count() == 1);

    /// <summary>The header over the rows' labels.</summary>
    public LocalizedText RowHeader { get; }

    /// <summary>How its numbers are written.</summary>
    public Quantity Quantity { get; }

    /// <summary>Whether it holds response rates, behind which stand those who were invited.</summary>
    public bool IsRate { get; }

    /// <summary>The notes for reliability flags: one letter a flag in use, in the flags' order.</summary>
    public IReadOnlyList<TableNote> Notes { get; }

    /// <summary>The layout that suits the table.</summary>
    public static EstimateLayout Of(ReleasedTable table) => new(table);

    /// <summary>What heads the estimate's row in a figure, which has no header that says what it is of.</summary>
    public LocalizedText RowLabelInFull(ReleasedEstimate estimate) =>
        !_itemsHeadRows && !_manyOutcomes && estimate.Groups.Count > 0 ? estimate.Groups[^1].InFull : RowLabel(estimate);

    /// <summary>What heads the estimate's row in a table.</summary>
    public LocalizedText RowLabel(ReleasedEstimate estimate) => _itemsHeadRows ? estimate.Outcome.Item!
        : _manyOutcomes ? estimate.Outcome.Label
        : estimate.Groups.Count > 0 ? estimate.Groups[^1].Label
        : _hasGroups || estimate.Outcome.Code == EstimateWording.Yes ? Wording.All
        : estimate.Outcome.Label;

    /// <summary>The section the estimate stands in, or null.</summary>
    public LocalizedText? Section(ReleasedEstimate estimate)
    {
        if (estimate.Groups is [{ Section: { } heading }])
        {
            return heading;
        }

        var groups = (_manyOutcomes ? estimate.Groups : estimate.Groups.SkipLast(1)).Select(group => group.InFull).ToList();
        if (_manyOutcomes && _hasGroups && groups.Count == 0)
        {
            groups.Add(Wording.All);
        }

        if (_itemsHeadSections && estimate.Outcome.Item is { } item)
        {
            groups.Add(item);
        }

        return Wording.Heading(groups);
    }

    /// <summary>Whether the estimate is that of everybody beside groups.</summary>
    public bool IsTotal(ReleasedEstimate estimate) => estimate.Groups.Count == 0 && _hasGroups;

    /// <summary>The marks of an estimate, for example <c>a</c> or <c>a,b</c>; empty when it is good.</summary>
    public string Marks(ReleasedEstimate estimate) =>
        string.Join(",", _marks.Where(mark => estimate.Reliability.HasFlag(mark.Flag)).Select(mark => mark.Mark));

    /// <summary>How many stand behind an estimate that is shown: its answers; of a response rate, those who were invited.</summary>
    public int? Behind(ReleasedEstimate estimate) => IsRate ? (int)Math.Round(estimate.Base) : estimate.Respondents;

    private static string Letter(int index) => ((char)('a' + index)).ToString();
}
