namespace Barometer.Evidence.Tables;

/// <summary>The notes for reliability flags: one letter a flag in use, in the flags' order.</summary>
internal sealed class ReliabilityNotes
{
    private static readonly (Reliability Flag, LocalizedText Text)[] Known =
    [
        (Reliability.FewEffective, Wording.FewEffective),
        (Reliability.WideInterval, Wording.WideInterval),
        (Reliability.FewDegreesOfFreedom, Wording.FewDegreesOfFreedom),
    ];

    private readonly (Reliability Flag, string Mark)[] _marks;

    private ReliabilityNotes((Reliability Flag, LocalizedText Text)[] used)
    {
        _marks = [.. used.Select((note, index) => (note.Flag, Letter(index)))];
        Notes = [.. used.Select((note, index) => new TableNote(Letter(index), note.Text))];
    }

    /// <summary>The notes, marked a, b, c.</summary>
    public IReadOnlyList<TableNote> Notes { get; }

    /// <summary>The notes needed for these estimates.</summary>
    public static ReliabilityNotes Of(IEnumerable<ReleasedEstimate> estimates)
    {
        var all = estimates.Where(ReleasedCell.IsShown).Aggregate(Reliability.Good, (flags, estimate) => flags | estimate.Reliability);
        return new([.. Known.Where(note => all.HasFlag(note.Flag))]);
    }

    /// <summary>The marks of one estimate, for example <c>a</c> or <c>a,b</c>; empty when it is good.</summary>
    public string Marks(ReleasedEstimate estimate) =>
        string.Join(",", _marks.Where(mark => estimate.Reliability.HasFlag(mark.Flag)).Select(mark => mark.Mark));

    private static string Letter(int index) => ((char)('a' + index)).ToString();
}
