namespace Barometer.Evidence;

/// <summary>
/// One share, released under each of several weighting schemes: a table by itself, or a figure. How far a share lies from
/// the first scheme's is the difference of the released, rounded shares.
/// </summary>
public sealed class ReleasedSchemes : Displayable
{
    internal ReleasedSchemes(
        string id, IReadOnlyList<(WeightingScheme Scheme, Released<ReleasedTable> Release)> releases, LocalizedText? title, Language language)
    {
        Id = id;
        Releases = releases;
        var what = EstimateWording.WhatByWhat(First.Content);
        Title = title ?? new LocalizedText($"{what.Nb}, etter vekting", $"{what.En}, by weighting");
        Language = language;
    }

    /// <summary>The name of its files.</summary>
    public string Id { get; }

    internal IReadOnlyList<(WeightingScheme Scheme, Released<ReleasedTable> Release)> Releases { get; }

    internal LocalizedText Title { get; }

    internal ReleaseStamp Stamp => First.Stamp.And(Releases.Select(one => one.Release.Stamp)) with { Id = Id };

    private Language Language { get; }

    private Released<ReleasedTable> First => Releases[0].Release;

    /// <summary>The shares with their intervals, and how far each lies from the first; the scheme in use in bold.</summary>
    public EvidenceTable Table()
    {
        var table = First.Content;
        var (first, quantity) = (table.Estimates[0], Quantity.Of(table));
        var level = IntervalWording.Level(Releases.SelectMany(one => one.Release.Content.Estimates));
        var content = new TableContent
        {
            Id = Id,
            Title = Title,
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns =
            [
                new("scheme", new("Vekting", "Weighting"), IsNumeric: false, IsRowHeader: true),
                new("share", quantity.Header, IsNumeric: true),
                new("interval", level is { } known ? IntervalWording.Header(known) : new LocalizedText("KI", "CI"), IsNumeric: true),
                new("moved", new("Avstand til første linje (prosentpoeng)", "From the first line (points)"), IsNumeric: true),
                new("n", Wording.Respondents, IsNumeric: true),
            ],
            Rows =
            [
                .. Releases.Select((one, i) =>
                {
                    var estimate = one.Release.Content.Estimates[0];
                    return new TableRow(
                        [
                            TableCell.Text(one.Scheme.Name),
                            ReleasedCell.Number(estimate, quantity),
                            ReleasedCell.Interval(estimate, quantity),
                            i == 0 ? TableCell.Symbol(StandardSymbol.CannotOccur) : ReleasedCell.Difference(estimate, first, quantity),
                            ReleasedCell.Respondents(estimate),
                        ],
                        IsTotal: one.Scheme.IsChosen)
                    {
                        Outcome = estimate.Outcome,
                    };
                }),
            ],
            Notes = [.. Notes(table)],
            Source = EstimateWording.Source(table),
        };
        return new EvidenceTable(content, Stamp, Language);
    }

    /// <summary>The shares as points with their intervals.</summary>
    public Figure Dots() => new(options => WeightingDots.Describe(this, options), Table(), new FigureOptions { Language = Language }, [.. Releases.Select(one => one.Release)]);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();

    private IEnumerable<TableNote> Notes(ReleasedTable table)
    {
        if (Releases.Any(one => one.Scheme.IsChosen))
        {
            yield return new TableNote("", new LocalizedText("Uthevet: vektingen som brukes.", "In bold: the weighting in use."));
        }

        if (EstimateWording.Question(table) is { } question)
        {
            yield return new TableNote("", question);
        }

        yield return new TableNote("", new LocalizedText("KI: konfidensintervall.", "CI: confidence interval."));
    }
}
