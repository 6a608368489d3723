namespace Barometer.Evidence.Tables;

/// <summary>Makes the table of a released test: which it is, its p-value, and how to read that.</summary>
internal static class TestTableBuilder
{
    private static readonly LocalizedText Significant = new(
        "Forskjellen er større enn tilfeldigheter ventes å gi (5-prosentnivå).", "The difference is larger than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText Rising = new(
        "Tallet stiger fra gruppe til gruppe, mer enn tilfeldigheter ventes å gi (5-prosentnivå).",
        "The figure rises from group to group, more than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText Falling = new(
        "Tallet synker fra gruppe til gruppe, mer enn tilfeldigheter ventes å gi (5-prosentnivå).",
        "The figure falls from group to group, more than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText NotSignificant = new(
        "Tilfeldigheter kan ha gitt forskjellen (5-prosentnivå): omtal den ikke som en forskjell.",
        "Chance can have given the difference (5 per cent level): don't speak of it as one.");

    /// <summary>The table.</summary>
    public static EvidenceTable Build(Released<ReleasedPValue> released, LocalizedText title)
    {
        var test = released.Content;
        return FactTable.Of(
            released.Stamp.Id,
            title,
            released.Stamp,
            (new LocalizedText("Test", "Test"), TableCell.Text(test.Method)),
            (new LocalizedText("p-verdi", "p-value"), TableCell.Text(new LocalizedText(PValueWording.Of(test, Language.Nb), PValueWording.Of(test, Language.En)))),
            (new LocalizedText("Lest slik", "Read as"), TableCell.Text(Reading(test))),
            (Wording.Source, TableCell.Text(released.Stamp.IsSynthetic ? Wording.Synthetic : new LocalizedText(released.Stamp.Survey, released.Stamp.Survey))));
    }

    private static LocalizedText Reading(ReleasedPValue test) => test switch
    {
        _ when !PValueWording.IsSignificant(test) => NotSignificant,
        { Direction: > 0 } => Rising,
        { Direction: < 0 } => Falling,
        _ => Significant,
    };
}
