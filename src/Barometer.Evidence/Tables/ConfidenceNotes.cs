namespace Barometer.Evidence.Tables;

/// <summary>The notes on published figures that were not read plainly on their producer's page: one letter a note.</summary>
internal sealed class ConfidenceNotes
{
    private readonly LocalizedText[] _texts;
    private readonly bool _onlyDoubts;

    /// <summary>Collects the notes.</summary>
    /// <param name="items">The figures.</param>
    /// <param name="onlyDoubts">Whether figures read on their producer's page go without: for a chart, which has little room.</param>
    public ConfidenceNotes(IEnumerable<PublishedItem> items, bool onlyDoubts = false)
    {
        _onlyDoubts = onlyDoubts;
        _texts = [.. items.Select(Text).OfType<LocalizedText>().Distinct()];
        Notes = [.. _texts.Select((text, index) => new TableNote(Letter(index), text))];
    }

    /// <summary>The notes, marked a, b, c.</summary>
    public IReadOnlyList<TableNote> Notes { get; }

    /// <summary>The mark of one figure; empty when there is nothing to note.</summary>
    public string Mark(PublishedItem item) => Text(item) is { } text ? Letter(Array.IndexOf(_texts, text)) : "";

    private LocalizedText? Text(PublishedItem item)
    {
        if (_onlyDoubts && item.Confidence == Confidence.A)
        {
            return null;
        }

        var general = item.Confidence == Confidence.C ? Wording.UncertainTranscription : null;
        return (general, item.ConfidenceNote) switch
        {
            (null, null) => null,
            (_, { } note) when NoteWording.IsWhole(note) => NoteWording.Of(note),
            (null, { } note) => NoteWording.Of(note),
            ({ } words, null) => words,
            ({ } words, { } note) => new($"{words.Nb} {NoteWording.Of(note).Nb}", $"{words.En} {NoteWording.Of(note).En}"),
        };
    }

    private static string Letter(int index) => ((char)('a' + index)).ToString();
}
