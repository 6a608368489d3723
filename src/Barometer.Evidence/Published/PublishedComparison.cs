namespace Barometer.Evidence.Published;

/// <summary>Whether two published figures may stand beside each other.</summary>
public enum Comparability
{
    /// <summary>They may: one survey asked the same of the same kind of unit.</summary>
    Comparable,

    /// <summary>They may, with what differs said beside them.</summary>
    WithNote,

    /// <summary>They may not: neither in one ranking nor in one subtraction.</summary>
    NotComparable,
}

/// <summary>
/// Two published figures and whether they can be compared, with every reason. It is decided by the registry's columns:
/// unit, topic, series, statistical unit, level, survey, confidence. The rules are our own (docs/decisions/0150).
/// </summary>
/// <example><code>
/// barometer.Published.Compare("NOS18-INN-A", "DK3-INN-STATE").Why   // «De svarer på to spørsmål …»
/// </code></example>
public sealed class PublishedComparison : Displayable
{
    private PublishedComparison(PublishedFigure one, PublishedFigure other, Comparability comparability, IReadOnlyList<LocalizedText> reasons) =>
        (One, Other, Comparability, Reasons) = (one, other, comparability, reasons);

    /// <summary>The first figure.</summary>
    public PublishedFigure One { get; }

    /// <summary>The second figure.</summary>
    public PublishedFigure Other { get; }

    /// <summary>The judgement.</summary>
    public Comparability Comparability { get; }

    /// <summary>What differs, a sentence each: what forbids it, or what has to be said; none where they are plainly comparable.</summary>
    public IReadOnlyList<LocalizedText> Reasons { get; }

    /// <summary>The judgement and its reasons in words.</summary>
    public LocalizedText Why => new(Said(Language.Nb), Said(Language.En));

    /// <inheritdoc/>
    internal override string? Stored => new ReleaseStamp("published-comparison", "-", "published", IsSynthetic: false).Output;

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <summary>Both figures and the judgement in words.</summary>
    public override string ToString() => Line(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => $"<p lang=\"{Markup.Tag(language)}\">{Markup.Encode(Line(language))}</p>";

    /// <summary>Compares two figures of the registry.</summary>
    internal static PublishedComparison Of(PublishedFigure one, PublishedFigure other)
    {
        List<LocalizedText> forbids = [.. Forbids(one, other)];
        if (forbids.Count > 0)
        {
            return new(one, other, Comparability.NotComparable, forbids);
        }

        List<LocalizedText> notes = [.. Notes(one, other)];
        return new(one, other, notes.Count > 0 ? Comparability.WithNote : Comparability.Comparable, notes);
    }

    /// <summary>The error when it isn't comparable and something wants to compare it.</summary>
    internal BarometerException Refusal(string what, string hint) => new(new Problem(
        $"{what}: «{One.Id}» and «{Other.Id}» are not comparable",
        Expected: "figures that answer one question about one kind of unit",
        Got: string.Join(" ", Reasons.Select(reason => reason.En)),
        Hint: hint));

    private static IEnumerable<LocalizedText> Forbids(PublishedFigure one, PublishedFigure other)
    {
        if (one.IsWords || other.IsWords)
        {
            yield return new("Minst ett av dem er en rangering eller et utsagn uten tall.", "At least one of them is a rank or a statement without a number.");
        }
        else if (one.Unit != other.Unit)
        {
            yield return new("De har ulik måleenhet.", "They are measured in different units.");
        }

        if (one.Topic != other.Topic)
        {
            yield return new(
                $"De måler ikke det samme: «{one.Indicator.Nb}» og «{other.Indicator.Nb}».", $"They don't measure the same: “{one.Indicator.En}” and “{other.Indicator.En}”.");
            yield break; // series and units of different things say nothing more
        }

        if (one.Series != other.Series)
        {
            var (first, second) = (PublishedWording.Series(one.Series)!, PublishedWording.Series(other.Series)!);
            yield return new(
                $"De svarer på hvert sitt spørsmål: «{first.Nb}» og «{second.Nb}».", $"They answer different questions: “{first.En}” and “{second.En}”.");
        }
        else if (one.Series == PublishedSeries.Unclear && one.Id != other.Id)
        {
            yield return new("Formuleringen avgjør ikke hva de svarer på.", "The wording doesn't decide what they answer.");
        }

        if (Kind(one) != Kind(other))
        {
            yield return new(
                $"De er andeler av ulike ting: {Of(one).Nb} og {Of(other).Nb}.", $"They are shares of different things: {Of(one).En} and {Of(other).En}.");
        }
    }

    private static IEnumerable<LocalizedText> Notes(PublishedFigure one, PublishedFigure other)
    {
        if (one.Survey != other.Survey)
        {
            yield return new(
                "Undersøkelsene er ulike: skjema, utvalg og vekting kan skille seg, og ingen feilmarginer er publisert.",
                "The surveys differ: form, sample and weighting may differ, and no margins of error are published.");
        }

        if (one.Level != other.Level)
        {
            yield return new($"Forvaltningsnivået er ulikt: {PublishedWording.Level(one.Level).Nb} og {PublishedWording.Level(other.Level).Nb}.",
                $"The levels of government differ: {PublishedWording.Level(one.Level).En} and {PublishedWording.Level(other.Level).En}.");
        }

        if (one.StatisticalUnit != other.StatisticalUnit)
        {
            yield return new($"Enhetene er ulike: {Of(one).Nb} og {Of(other).Nb}.", $"The units differ: {Of(one).En} and {Of(other).En}.");
        }
        else if (one.Level == other.Level && Whom(one) != Whom(other))
        {
            yield return new($"De gjelder «{one.Population.Nb}» og «{other.Population.Nb}».", $"They are about “{one.Population.En}” and “{other.Population.En}”.");
        }

        if (one.IsRoundedStatement || other.IsRoundedStatement)
        {
            yield return new("Minst ett av tallene er et rundt utsagn.", "At least one of the figures is a rounded statement.");
        }

        foreach (var figure in new[] { one, other }.Distinct())
        {
            if (figure.Repeats is { } repeated)
            {
                yield return new($"{figure.Id} gjengir {repeated}.", $"{figure.Id} tells {repeated} again.");
            }

            if (figure.Confidence != Confidence.A || figure.ConfidenceNote is not null)
            {
                var note = figure.ConfidenceNote ?? Wording.UncertainTranscription;
                yield return new($"{figure.Id} ({figure.Confidence}): {note.Nb.TrimEnd('.')}.", $"{figure.Id} ({figure.Confidence}): {note.En.TrimEnd('.')}.");
            }
        }
    }

    // Workplaces and whole organisations are both units that innovate or don't; all others are apart.
    private static StatisticalUnit Kind(PublishedFigure figure) =>
        figure.StatisticalUnit == StatisticalUnit.Organisation ? StatisticalUnit.Workplace : figure.StatisticalUnit;

    // «operativt nivå / arbeidsplasser» in one edition is «arbeidsplasser» in the next.
    private static string Whom(PublishedFigure figure) => figure.Population.En.Split(" / ")[^1];

    private static LocalizedText Of(PublishedFigure figure) => PublishedWording.Unit(figure.StatisticalUnit);

    private string Said(Language language)
    {
        LocalizedText judged = Comparability switch
        {
            Comparability.Comparable => new("Kan sammenlignes: samme undersøkelse, spørsmål, nivå og slags enhet.", "Comparable: the same survey, question, level and kind of unit."),
            Comparability.WithNote => new("Kan sammenlignes med merknad.", "Comparable with a note."),
            _ => new("Kan ikke sammenlignes.", "Not comparable."),
        };
        return string.Join(" ", [judged.In(language), .. Reasons.Select(reason => reason.In(language))]);
    }

    private string Line(Language language) =>
        $"{One.Whose.In(language)}: {One.Text.In(language)}. {Other.Whose.In(language)}: {Other.Text.In(language)}. {Why.In(language)}";
}
