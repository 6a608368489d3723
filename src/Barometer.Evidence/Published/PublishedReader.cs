using System.Text;
using Sylvan.Data.Csv;

namespace Barometer.Evidence.Published;

/// <summary>Reads <c>figures.csv</c> and reports everything that is wrong with it together.</summary>
internal sealed class PublishedReader
{
    private static readonly string[] Columns =
    [
        "id", "source_row", "survey", "survey_nb", "country", "edition", "edition_nb", "year", "reference_period",
        "reference_period_nb", "level_sector", "level_sector_nb", "indicator", "indicator_nb", "label", "label_nb", "kind", "unit",
        "value", "lower", "upper", "numerator", "denominator", "qualifier", "decimals", "item_code", "item", "item_nb", "base_n",
        "base_weighted", "base_printed", "series", "series_note", "series_note_nb", "printed", "source_title", "source_url",
        "confidence", "confidence_note", "confidence_note_nb", "government_level", "statistical_unit", "topic", "repeats",
    ];

    private readonly string _file;
    private readonly List<Problem> _problems = [];
    private readonly List<int> _rows = [];

    private PublishedReader(string file) => _file = file;

    /// <summary>The figures of the file at <paramref name="path"/>, in its order.</summary>
    public static IReadOnlyList<PublishedFigure> Read(string path)
    {
        var reader = new PublishedReader(Path.GetFileName(path));
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var figures = reader.Read(text);
            return reader._problems.Count == 0 ? figures : throw new BarometerException(reader._problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw reader.Broken("The registry of published figures can't be opened", "data/published/figures.csv in the repository", "no readable file");
        }
        catch (DecoderFallbackException)
        {
            throw reader.Broken("The registry of published figures is not UTF-8", "a file saved as UTF-8", "bytes of another encoding");
        }
        catch (CsvFormatException)
        {
            throw reader.Broken("The registry of published figures is no valid CSV", "comma-separated values with a header", "a line that breaks the form");
        }
    }

    private List<PublishedFigure> Read(TextReader text)
    {
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ',', HasHeaders = true });
        var figures = new List<PublishedFigure>();
        if (Header(csv) is not { } columns)
        {
            return figures;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 2; csv.Read(); line++)
        {
            var row = new PublishedRow(csv, columns, _file, line, _problems);
            if (csv.RowFieldCount != csv.FieldCount)
            {
                _problems.Add(new Problem("A line has the wrong number of cells", _file, line, Expected: "as many as the header", Got: "more or fewer"));
                continue;
            }

            Add(figures, ids, row);
        }

        if (_problems.Count == 0)
        {
            _problems.AddRange(figures.Zip(_rows)
                .Where(pair => pair.First.Repeats is { } other && (other == pair.First.Id || !ids.Contains(other)))
                .Select(pair => new Problem("A repeated figure isn't there", _file, pair.Second, "repeats", "the id of another figure", "none of them")));
        }

        return figures;
    }

    private void Add(List<PublishedFigure> figures, HashSet<string> ids, PublishedRow row)
    {
        var before = _problems.Count;
        var figure = row.Figure();
        if (!ids.Add(figure.Id))
        {
            row.Report("An id occurs twice", "id", "ids that differ", "one used above");
        }

        if (_problems.Count == before)
        {
            PublishedRules.Check(figure, row);
        }

        figures.Add(figure);
        _rows.Add(row.Line);
    }

    private Dictionary<string, int>? Header(CsvDataReader csv)
    {
        var found = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
        foreach (var missing in Columns.Except(found, StringComparer.Ordinal))
        {
            _problems.Add(new Problem("A column is missing", _file, 1, missing, "the column in the header", "nothing"));
        }

        foreach (var unknown in found.Except(Columns, StringComparer.Ordinal))
        {
            _problems.Add(new Problem("A column is unknown", _file, 1, unknown, "a column of figures.schema.json", "another name"));
        }

        foreach (var twice in found.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _problems.Add(new Problem("A column occurs twice", _file, 1, twice.Key, "each name once", "the same name again"));
        }

        return _problems.Count == 0 ? Columns.ToDictionary(name => name, name => found.IndexOf(name), StringComparer.Ordinal) : null;
    }

    private BarometerException Broken(string what, string expected, string got) =>
        new(new Problem(what, _file, Expected: expected, Got: got, Hint: "restore the file from the repository's history"));
}

/// <summary>What has to go together in one line of <c>figures.csv</c>.</summary>
internal static class PublishedRules
{
    /// <summary>Reports what <paramref name="figure"/> lacks or has too much.</summary>
    public static void Check(PublishedFigure figure, PublishedRow row)
    {
        if (!HasItsNumbers(figure))
        {
            row.Report("The numbers don't fit the kind", "kind", Needed(figure), "other cells filled in");
        }

        if (figure.Unit != UnitOf(figure))
        {
            row.Report("The unit doesn't fit the kind", "unit", "share for a percentage or ratio, number for a count, item for a rank, words for a statement", "another unit");
        }

        if (figure.Unit == PublishedUnit.Share && new[] { figure.Value, figure.Lower, figure.Upper, figure.Fraction }.Any(share => share > 1))
        {
            row.Report("A share is above 1", "value", "a share from 0 to 1, for example 0.85 for 85 %", "a larger number");
        }

        if (figure.Lower >= figure.Upper)
        {
            row.Report("The limits are the wrong way round", "lower", "a lower limit below the upper", "a limit that isn't");
        }

        if (figure.Series != PublishedSeries.None && (figure.SeriesNote is null || figure.Label is null))
        {
            row.Report("A figure of a series lacks its reason or its label", "series", "series_note and label filled in", "nothing");
        }
    }

    private static PublishedUnit UnitOf(PublishedFigure figure) => figure.Kind switch
    {
        PublishedKind.Percent when figure.Unit is PublishedUnit.Points or PublishedUnit.Score => figure.Unit,
        PublishedKind.Percent or PublishedKind.Ratio => PublishedUnit.Share,
        PublishedKind.Count => PublishedUnit.Number,
        PublishedKind.Rank => PublishedUnit.Item,
        PublishedKind.Statement => PublishedUnit.Words,
        _ => figure.Unit == PublishedUnit.Number ? figure.Unit : PublishedUnit.Share,
    };

    private static bool HasItsNumbers(PublishedFigure figure)
    {
        var limits = (figure.Value is not null, figure.Lower is not null, figure.Upper is not null);
        var fraction = figure is { Numerator: > 0, Denominator: > 0 };
        var noFraction = figure is { Numerator: null, Denominator: null };
        return (figure.Kind, figure.Qualifier) switch
        {
            (PublishedKind.Percent or PublishedKind.Count, PublishedQualifier.Exact) => limits == (true, false, false) && noFraction && figure.Decimals is not null,
            (PublishedKind.Percent, PublishedQualifier.Range) => limits == (false, true, true) && noFraction && figure.Decimals is not null,
            (PublishedKind.Ratio, PublishedQualifier.Exact) => limits == (false, false, false) && fraction,
            (PublishedKind.Rounded, PublishedQualifier.Around) => limits == (true, false, false) && (fraction || noFraction),
            (PublishedKind.Rounded, PublishedQualifier.Over or PublishedQualifier.ALittleOver) => limits == (false, true, false) && (fraction || noFraction),
            (PublishedKind.Rounded, PublishedQualifier.Almost or PublishedQualifier.Under) => limits == (false, false, true) && (fraction || noFraction),
            (PublishedKind.Rank, PublishedQualifier.Exact) => limits == (false, false, false) && noFraction && figure.Item is not null,
            (PublishedKind.Statement, PublishedQualifier.Exact) => limits == (false, false, false) && noFraction && figure is { Item: not null, ItemCode: null },
            _ => false,
        };
    }

    private static string Needed(PublishedFigure figure) => figure.Kind switch
    {
        PublishedKind.Percent => "value and decimals, or for a range lower, upper and decimals",
        PublishedKind.Count => "value and decimals, exact-as-printed",
        PublishedKind.Ratio => "numerator and denominator, exact-as-printed",
        PublishedKind.Rounded => "value for around, lower for over and a-little-over, upper for almost and under",
        PublishedKind.Rank => "item and item_nb, exact-as-printed",
        _ => "item and item_nb and no item_code, exact-as-printed",
    };
}
