namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>What a session of the kernel says under a table that nothing but this session has decided on.</summary>
internal static class SessionWords
{
    private const int MostNames = 3;

    /// <summary>The words.</summary>
    /// <param name="plan">What is shown of the table.</param>
    /// <param name="alone">What would be shown of it if the session had released nothing before.</param>
    /// <param name="before">What it has released before.</param>
    /// <param name="isPublished">Whether a release has been published.</param>
    public static LocalizedText Of(ReleasePlan plan, ReleasePlan alone, IReadOnlyList<string> before, Func<string, bool> isPublished)
    {
        if (plan.Collisions.Any(one => one.IsStopped))
        {
            return new LocalizedText(
                "Hele tabellen er skjult, og mer enn nødvendig: søket etter hva som må skjules ble stanset etter et fast antall steg. «reproduce» søker videre.",
                "The whole table is hidden, and more than necessary: the search for what must be hidden was stopped after a fixed number of steps. “reproduce” searches on.");
        }

        var more = plan.Status.Zip(alone.Status).Count(one => one.First == CellStatus.Suppressed && one.Second != CellStatus.Suppressed);
        if (more == 0)
        {
            return before.Count == 0
                ? new LocalizedText("Avgjort for seg; «reproduce» avgjør den sammen med alle notebooker og kan skjule mer.", "Decided by itself; “reproduce” decides on it together with all notebooks and may hide more.")
                : new LocalizedText(
                    "Avgjort ved siden av det som er vist tidligere i denne økten; «reproduce» avgjør alt samlet og kan skjule annet.",
                    "Decided beside what was shown earlier in this session; “reproduce” decides on all together and may hide other numbers.");
        }

        // Where a search found with which releases it collides, these; else all that may have to do with it.
        var with = plan.Collisions.SelectMany(one => one.With).Distinct().ToList() is { Count: > 0 } found ? found : before;
        var published = with.Where(isPublished).ToList();
        var (nb, en) = published.Count > 0 ? ("er publisert", "is published") : ("er vist tidligere i denne økten", "was shown earlier in this session");
        var names = Names(published.Count > 0 ? published : with);
        return new LocalizedText(
            FormattableString.Invariant($"{more} av {plan.Status.Count} tall er skjult bare fordi noe annet {nb} ({names}). «reproduce» avgjør alt samlet og kan vise annet; barometer.Forget(id) tar et frigitt resultat i økten tilbake."),
            FormattableString.Invariant($"{more} of {plan.Status.Count} numbers are hidden only because something else {en} ({names}). “reproduce” decides on all together and may show other numbers; barometer.Forget(id) takes a release of the session back."));
    }

    private static string Names(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MostNames).Select(id => $"«{id}»")) + (ids.Count > MostNames ? " …" : "");
}
