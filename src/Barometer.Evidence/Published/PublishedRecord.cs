namespace Barometer.Evidence.Published;

/// <summary>Makes a figure of one line of <c>figures.csv</c>.</summary>
internal static class PublishedRecord
{
    /// <summary>The figure; what can't be read is reported to <paramref name="row"/> and left at its default.</summary>
    public static PublishedFigure Of(PublishedRow row) => new()
    {
        Id = row.Required("id"),
        SourceRow = row.Required("source_row"),
        Survey = row.Both("survey", "survey_nb"),
        Country = row.Required("country"),
        Edition = row.Both("edition", "edition_nb"),
        Year = row.Whole("year"),
        ReferencePeriod = row.Both("reference_period", "reference_period_nb"),
        Population = row.Both("level_sector", "level_sector_nb"),
        Indicator = row.Both("indicator", "indicator_nb"),
        Label = row.BothOrNull("label", "label_nb"),
        Kind = row.Code("kind", PublishedCodes.Kinds),
        Unit = row.Code("unit", PublishedCodes.Units),
        Value = row.Number("value"),
        Lower = row.Number("lower"),
        Upper = row.Number("upper"),
        Numerator = row.Whole("numerator"),
        Denominator = row.Whole("denominator"),
        Qualifier = row.Code("qualifier", PublishedCodes.Qualifiers),
        Decimals = row.Whole("decimals"),
        ItemCode = row.Text("item_code") is { Length: > 0 } code ? code : null,
        Item = row.BothOrNull("item", "item_nb"),
        BaseN = row.Whole("base_n"),
        IsWeighted = row.Flag("base_weighted"),
        BasePrinted = row.Text("base_printed"),
        Series = row.Code("series", PublishedCodes.Series),
        SeriesNote = row.BothOrNull("series_note", "series_note_nb"),
        Printed = row.Required("printed"),
        Source = new PublishedSource(row.Required("source_title"), row.Address("source_url")),
        Confidence = row.Code("confidence", PublishedCodes.Confidences),
        ConfidenceNote = row.BothOrNull("confidence_note", "confidence_note_nb"),
    };
}
