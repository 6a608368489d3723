namespace Barometer.Evidence.Published;

/// <summary>One figure that somebody has published, as printed and in a form to compute with.</summary>
/// <remarks>
/// Exactly what was printed is filled in: a range has <see cref="Lower"/> and <see cref="Upper"/>, «over half» only
/// <see cref="Lower"/>, «almost 90 %» only <see cref="Upper"/>, «8 of 10» only <see cref="Numerator"/> and
/// <see cref="Denominator"/>. <see cref="Implied"/> reads each of them as a range.
/// </remarks>
public sealed record PublishedFigure
{
    /// <summary>The figure's own id; a part of a printed row has the row's id, a dot and a word: <c>DK1-N.rate</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The row of <c>sources.csv</c> it was transcribed from.</summary>
    public required string SourceRow { get; init; }

    /// <summary>The survey or register.</summary>
    public required LocalizedText Survey { get; init; }

    /// <summary>The country as ISO 3166-1 alpha-2, or <c>NORDIC</c> for the Nordic countries together.</summary>
    public required string Country { get; init; }

    /// <summary>The edition as the source names it; empty when it doesn't.</summary>
    public required LocalizedText Edition { get; init; }

    /// <summary>The edition's year, or the last year its reference period covers; null when the source doesn't tell.</summary>
    public int? Year { get; init; }

    /// <summary>The period the figure speaks of, as the source has it; may be empty.</summary>
    public required LocalizedText ReferencePeriod { get; init; }

    /// <summary>The level, sector or kind of unit.</summary>
    public required LocalizedText Population { get; init; }

    /// <summary>What was measured.</summary>
    public required LocalizedText Indicator { get; init; }

    /// <summary>A short label for a comparison; given for every figure that belongs to a series.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>How it was stated.</summary>
    public required PublishedKind Kind { get; init; }

    /// <summary>What it measures.</summary>
    public required PublishedUnit Unit { get; init; }

    /// <summary>The printed number; a share is 0–1.</summary>
    internal decimal? Value { get; init; }

    /// <summary>The printed lower limit.</summary>
    internal decimal? Lower { get; init; }

    /// <summary>The printed upper limit.</summary>
    internal decimal? Upper { get; init; }

    /// <summary>The k of a share printed as «k of n», «k/n» or «half».</summary>
    internal int? Numerator { get; init; }

    /// <summary>The n of a share printed as «k of n», «k/n» or «half».</summary>
    internal int? Denominator { get; init; }

    /// <summary>The word that goes with it.</summary>
    public required PublishedQualifier Qualifier { get; init; }

    /// <summary>The printed number of decimals (of the percentage, for a share); null where there are no digits.</summary>
    public int? Decimals { get; init; }

    /// <summary>For a rank: the codebook variable the item is read as, to compare computed rankings with; null where the codebook has none.</summary>
    public string? ItemCode { get; init; }

    /// <summary>For a rank: the item that came first. For a statement: its words.</summary>
    public LocalizedText? Item { get; init; }

    /// <summary>The number of respondents behind it (unweighted n), where it is stated.</summary>
    public int? BaseN { get; init; }

    /// <summary>Whether the source says that it is weighted; null when it doesn't say.</summary>
    public bool? IsWeighted { get; init; }

    /// <summary>What the source says about the base, as transcribed; may be empty.</summary>
    public required string BasePrinted { get; init; }

    /// <summary>The series of innovation activity it belongs to.</summary>
    public required PublishedSeries Series { get; init; }

    /// <summary>Why it belongs there; null without a series.</summary>
    public LocalizedText? SeriesNote { get; init; }

    /// <summary>The printed statement as transcribed in English.</summary>
    public required string Printed { get; init; }

    /// <summary>Where it was read.</summary>
    public required PublishedSource Source { get; init; }

    /// <summary>How sure the transcription is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What makes it less sure, or other remarks; null when there are none.</summary>
    public LocalizedText? ConfidenceNote { get; init; }

    /// <summary>The level of government it is about.</summary>
    public GovernmentLevel Level { get; init; }

    /// <summary>What it is a share or a number of.</summary>
    public StatisticalUnit StatisticalUnit { get; init; }

    /// <summary>What is measured, as a code: only figures of one topic can be compared.</summary>
    public required string Topic { get; init; }

    /// <summary>The figure it tells again, by its id; null where it stands for itself.</summary>
    public string? Repeats { get; init; }

    /// <summary>The share printed as a fraction, or null.</summary>
    internal decimal? Fraction => (decimal?)Numerator / Denominator;

    /// <summary>Whether it has no number: a rank or a statement, which never becomes one.</summary>
    public bool IsWords => Kind is PublishedKind.Rank or PublishedKind.Statement;

    /// <summary>Whether the statement is rounded by its wording: «8 of 10», «around 20 %», «almost half».</summary>
    public bool IsRoundedStatement => Kind is PublishedKind.Ratio or PublishedKind.Rounded;

    /// <summary>The numbers the statement can stand for (<see cref="ImpliedRange"/>); null for words.</summary>
    internal ImpliedRange? Implied => ImpliedRange.Of(this);

    /// <summary>The statement in words and digits of each language: «nesten 90 %», “almost 90%”.</summary>
    public LocalizedText Text => new(PublishedWording.Statement(this, Language.Nb), PublishedWording.Statement(this, Language.En));

    /// <summary>Whose figure it is: «Norge, statlige arbeidsplasser 2018»; without a <see cref="Label"/>, the survey, population and edition.</summary>
    internal LocalizedText Whose => Label ?? new LocalizedText(Described(Language.Nb), Described(Language.En));

    /// <summary>
    /// Where to draw the mark: the printed number, or k/n for «k of n»; null for a statement with one limit, a range and a
    /// rank. Only <see cref="IsRoundedStatement"/> tells whether it may be read as a number.
    /// </summary>
    internal decimal? Mark => Kind == PublishedKind.Ratio ? Fraction : Value;

    /// <summary>The upper limit of what the statement can stand for; null for words and where it has none.</summary>
    internal decimal? ImpliedUpper => Implied is { Upper: not decimal.MaxValue } implied ? implied.Upper : null;

    /// <summary>The id and the printed statement.</summary>
    public override string ToString() => $"{Id}: {Printed}";

    private string Described(Language language) => string.Join(
        ", ",
        new[] { Survey, Population, Edition }.Select(text => text.In(language)).Where(text => text.Length > 0));
}

/// <summary>Where a figure was read.</summary>
/// <param name="Title">The publication, with its publisher and date where they are known.</param>
/// <param name="Address">The page's address.</param>
public sealed record PublishedSource(string Title, Uri Address);
