using System.Globalization;
using Sylvan.Data.Csv;

namespace Barometer.Evidence.Published;

/// <summary>One line of <c>figures.csv</c>: its cells are read by name into a figure, and what is wrong with them is collected.</summary>
internal sealed class PublishedRow(CsvDataReader csv, IReadOnlyDictionary<string, int> columns, string file, int line, List<Problem> problems)
{
    /// <summary>The line.</summary>
    public int Line => line;

    /// <summary>The figure of the line; what can't be read is reported and left at its default.</summary>
    public PublishedFigure Figure() => new()
    {
        Id = Required("id"),
        SourceRow = Required("source_row"),
        Survey = Both("survey", "survey_nb"),
        Country = Required("country"),
        Edition = Both("edition", "edition_nb"),
        Year = Whole("year"),
        ReferencePeriod = Both("reference_period", "reference_period_nb"),
        Population = Both("level_sector", "level_sector_nb"),
        Indicator = Both("indicator", "indicator_nb"),
        Label = BothOrNull("label", "label_nb"),
        Kind = Code("kind", PublishedCodes.Kinds),
        Unit = Code("unit", PublishedCodes.Units),
        Value = Number("value"),
        Lower = Number("lower"),
        Upper = Number("upper"),
        Numerator = Whole("numerator"),
        Denominator = Whole("denominator"),
        Qualifier = Code("qualifier", PublishedCodes.Qualifiers),
        Decimals = Whole("decimals"),
        ItemCode = Text("item_code") is { Length: > 0 } code ? code : null,
        Item = BothOrNull("item", "item_nb"),
        BaseN = Whole("base_n"),
        IsWeighted = Flag("base_weighted"),
        BasePrinted = Text("base_printed"),
        Series = Code("series", PublishedCodes.Series),
        SeriesNote = BothOrNull("series_note", "series_note_nb"),
        Printed = Required("printed"),
        Source = new PublishedSource(Required("source_title"), Address("source_url")),
        Confidence = Code("confidence", PublishedCodes.Confidences),
        ConfidenceNote = BothOrNull("confidence_note", "confidence_note_nb"),
        Level = Code("government_level", PublishedCodes.Levels),
        StatisticalUnit = Code("statistical_unit", PublishedCodes.StatisticalUnits),
        Topic = Required("topic"),
        Repeats = Text("repeats") is { Length: > 0 } repeated ? repeated : null,
    };

    /// <summary>The text of a cell, which may be empty.</summary>
    private string Text(string column) => csv.GetString(columns[column]);

    /// <summary>The text of a cell that must not be empty.</summary>
    private string Required(string column)
    {
        var text = Text(column);
        if (string.IsNullOrWhiteSpace(text))
        {
            Report("A cell is empty", column, "a text", "nothing");
        }

        return text;
    }

    /// <summary>Two cells as one text in both languages; empty in both or in none.</summary>
    private LocalizedText Both(string english, string norwegian)
    {
        var text = new LocalizedText(Text(norwegian), Text(english));
        if (text.Nb.Length == 0 != (text.En.Length == 0))
        {
            Report("A text is there in one language only", text.Nb.Length == 0 ? norwegian : english, "both languages or neither", "one");
        }

        return text;
    }

    /// <summary>The same, null when empty.</summary>
    private LocalizedText? BothOrNull(string english, string norwegian) => Both(english, norwegian) is { En.Length: > 0 } text ? text : null;

    /// <summary>The value a code stands for.</summary>
    private T Code<T>(string column, IReadOnlyDictionary<string, T> codes)
        where T : struct
    {
        if (codes.TryGetValue(Text(column), out var value))
        {
            return value;
        }

        Report("A code is unknown", column, "one of " + string.Join(", ", codes.Keys.Where(code => code.Length > 0)), "another text");
        return default;
    }

    /// <summary>A number, or null for an empty cell.</summary>
    private decimal? Number(string column)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint;
        return Parsed<decimal>(column, "a number without sign or spaces, with a decimal point", "a text that is no such number",
            text => decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number : null);
    }

    /// <summary>A whole number, or null for an empty cell.</summary>
    private int? Whole(string column) => Parsed<int>(column, "a whole number", "a text that is no whole number",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>True or false, or null for an empty cell.</summary>
    private bool? Flag(string column) => Parsed<bool>(column, "true, false or nothing", "another text",
        text => text switch { "true" => true, "false" => false, _ => null });

    /// <summary>An address on the web.</summary>
    private Uri Address(string column)
    {
        if (Uri.TryCreate(Text(column), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        Report("An address is not one", column, "an address that begins with http:// or https://", "another text");
        return new Uri("about:blank");
    }

    /// <summary>Adds a problem of this line.</summary>
    public void Report(string what, string column, string expected, string got) =>
        problems.Add(new Problem(what, file, line, column, expected, got));

    private T? Parsed<T>(string column, string expected, string got, Func<string, T?> parse)
        where T : struct
    {
        var text = Text(column);
        var value = text.Length == 0 ? null : parse(text);
        if (text.Length > 0 && value is null)
        {
            Report("A value can't be read", column, expected, got);
        }

        return value;
    }
}
