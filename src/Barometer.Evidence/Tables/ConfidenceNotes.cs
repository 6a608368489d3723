namespace Barometer.Evidence.Tables;

/// <summary>
/// The notes on published figures that were not read plainly on their producer's page: one letter a note. In the registry
/// they are as short as a reader of the source took them down; here they are sentences.
/// </summary>
internal sealed class ConfidenceNotes
{
    private const string EditionUncertain = "value A; edition C";

    private static readonly Dictionary<string, LocalizedText> Sentences = new(StringComparer.Ordinal)
    {
        ["rounded"] = new("Tallet er avrundet i kilden.", "The figure is rounded in the source."),
        ["rounded in source"] = new("Tallet er avrundet i kilden.", "The figure is rounded in the source."),
        ["rounded in source; edition not read"] = new(
            "Tallet er avrundet i kilden, og utgaven det er hentet fra, er ikke lest.",
            "The figure is rounded in the source, and the edition it was taken from was not read."),
        ["edition not read"] = new("Utgaven tallet er hentet fra, er ikke lest.", "The edition the figure was taken from was not read."),
        ["no exact number"] = new("Kilden oppgir ikke noe eksakt tall.", "The source gives no exact number."),
        ["secondary"] = new("Tallet er lest i en sekundærkilde.", "The figure was read in a secondary source."),
        ["secondary; NOT state only"] = new(
            "Tallet er lest i en sekundærkilde og gjelder ikke bare staten.", "The figure was read in a secondary source and is not of the state only."),
        ["conflicts with DK3-INN 81 %; COI (2019) cannot hold 2018–19 data"] = new(
            "Tallet er i strid med de 81 prosent som er trykt for tredje danske utgave, og en kilde fra 2019 kan ikke inneholde data fra 2018–2019.",
            "The figure conflicts with the 81 per cent printed for the third Danish edition, and a source of 2019 can't hold data from 2018–2019."),
        ["auto-summary; definition unclear"] = new(
            "Tallet er lest i et automatisk sammendrag, og definisjonen er uklar.", "The figure was read in an automatic summary, and its definition is unclear."),
        ["chapter heading, rounded"] = new("Tallet står i en kapitteloverskrift og er avrundet.", "The figure stands in a chapter heading and is rounded."),
        [EditionUncertain] = new(
            "Tallet er lest på produsentens egen side; hvilken utgave det gjelder, er usikkert.",
            "The figure was read on the producer's own page; which edition it is of is uncertain."),
        ["rounded; «of participants»"] = new(
            "Tallet er avrundet og gjelder andelen av deltakerne.", "The figure is rounded and is a share of the participants."),
        ["3899/7471 is 52.2 %, not 55 %"] = new(
            "De trykte antallene gir 52,2 prosent, ikke 55.", "The printed numbers give 52.2 per cent, not 55."),
    };

    private readonly LocalizedText[] _texts; // of all figures: a chart's letters are those of its table
    private readonly bool _onlyDoubts;

    /// <summary>Collects the notes.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="onlyDoubts">Whether figures read on their producer's page go without: for a chart, which has little room.</param>
    public ConfidenceNotes(IReadOnlyList<PublishedFigure> figures, bool onlyDoubts = false)
    {
        _onlyDoubts = onlyDoubts;
        _texts = [.. figures.Select(Text).OfType<LocalizedText>().Distinct()];
        Notes = [.. _texts.Select((text, index) => new TableNote(Letter(index), text)).Where(note => figures.Any(figure => Mark(figure) == note.Mark))];
    }

    /// <summary>The notes, marked a, b, c.</summary>
    public IReadOnlyList<TableNote> Notes { get; }

    /// <summary>The mark of one figure; empty when there is nothing to note.</summary>
    public string Mark(PublishedFigure figure) => (!_onlyDoubts || figure.Confidence != Confidence.A) && Text(figure) is { } text ? Letter(Array.IndexOf(_texts, text)) : "";

    private static LocalizedText? Text(PublishedFigure figure)
    {
        var general = figure.Confidence == Confidence.C ? Wording.UncertainTranscription : null;
        return (general, figure.ConfidenceNote) switch
        {
            (null, null) => null,
            (_, { En: EditionUncertain } note) => Sentence(note), // says itself what is uncertain
            (null, { } note) => Sentence(note),
            ({ } words, null) => words,
            ({ } words, { } note) => new($"{words.Nb} {Sentence(note).Nb}", $"{words.En} {Sentence(note).En}"),
        };
    }

    /// <summary>The note as a sentence; one that isn't known stands as it was taken down.</summary>
    private static LocalizedText Sentence(LocalizedText note) => Sentences.GetValueOrDefault(note.En)
        ?? new LocalizedText(EstimateWording.AsSentence(note.Nb), EstimateWording.AsSentence(note.En));

    private static string Letter(int index) => ((char)('a' + index)).ToString();
}
