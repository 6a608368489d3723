namespace Barometer.Evidence.Published;

/// <summary>One published figure made ready for a table or a drawing.</summary>
public sealed record PublishedItem
{
    /// <summary>The figure's id in the registry.</summary>
    public required string Id { get; init; }

    /// <summary>Whose figure it is: «Norge, statlige arbeidsplasser 2018».</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What was measured.</summary>
    public required LocalizedText Indicator { get; init; }

    /// <summary>
    /// Where to draw the mark: the printed number, or k/n for «k of n»; null for a statement with one limit, a range and a
    /// rank. A share is 0–1. Only <see cref="IsRoundedStatement"/> tells whether it may be read as a number.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>The lower limit of what the statement can stand for; null for a rank.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper limit of what the statement can stand for; null for a rank and where it has none.</summary>
    public double? Upper { get; init; }

    /// <summary>The statement to print beside the mark: «85 %», «8 av 10», «over halvparten».</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How it was stated.</summary>
    public required PublishedKind Kind { get; init; }

    /// <summary>What it measures.</summary>
    public required PublishedUnit Unit { get; init; }

    /// <summary>The word that goes with it.</summary>
    public required PublishedQualifier Qualifier { get; init; }

    /// <summary>Whether it is rounded by its wording and must be drawn so that it shows.</summary>
    public required bool IsRoundedStatement { get; init; }

    /// <summary>The series it belongs to.</summary>
    public required PublishedSeries Series { get; init; }

    /// <summary>The number of respondents behind it, where it is stated.</summary>
    public int? BaseN { get; init; }

    /// <summary>Where it was read.</summary>
    public required PublishedSource Source { get; init; }

    /// <summary>How sure the transcription is; C must show.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What makes it less sure; null when there is nothing.</summary>
    public LocalizedText? ConfidenceNote { get; init; }

    /// <summary>Makes the item of a figure.</summary>
    internal static PublishedItem Of(PublishedFigure figure) => new()
    {
        Id = figure.Id,
        Label = figure.Label ?? Describe(figure),
        Indicator = figure.Indicator,
        Value = (double?)(figure.Kind == PublishedKind.Ratio ? figure.Fraction : figure.Value),
        Lower = (double?)figure.Implied?.Lower,
        Upper = figure.Implied is { Upper: not decimal.MaxValue } implied ? (double)implied.Upper : null,
        Text = figure.Text,
        Kind = figure.Kind,
        Unit = figure.Unit,
        Qualifier = figure.Qualifier,
        IsRoundedStatement = figure.IsRoundedStatement,
        Series = figure.Series,
        BaseN = figure.BaseN,
        Source = figure.Source,
        Confidence = figure.Confidence,
        ConfidenceNote = figure.ConfidenceNote,
    };

    private static LocalizedText Describe(PublishedFigure figure) =>
        new(Describe(figure, Language.Nb), Describe(figure, Language.En));

    private static string Describe(PublishedFigure figure, Language language) => string.Join(
        ", ",
        new[] { figure.Survey, figure.Population, figure.Edition }.Select(text => text.In(language)).Where(text => text.Length > 0));
}
