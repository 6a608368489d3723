namespace Barometer.Analysis.Loading.Tabular;

/// <summary>A workbook of Excel: the sheet with the answers, its headings in one row or several, and the sheet that lists the codes, if there is one.</summary>
internal sealed class ExcelTable : DeliveredTable
{
    private const int FirstRows = 200;

    private readonly DeliverySource _source;

    private ExcelTable(DeliverySource source) => _source = source;

    /// <inheritdoc/>
    public override string Form => "Excel";

    /// <summary>The names of all sheets.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>The sheet with the answers.</summary>
    public required string Sheet { get; init; }

    /// <summary>Where its headings stand.</summary>
    public required Headings Headings { get; init; }

    /// <summary>The first row of answers, as Excel counts.</summary>
    public int FirstDataRow => Headings.FirstRow + Headings.Count + 1;

    private IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>Finds the answers and reads them once to see what the columns hold.</summary>
    /// <param name="source">The file.</param>
    /// <param name="choices">What a person has said of it.</param>
    /// <exception cref="BarometerException">It is no workbook, or has no table.</exception>
    public static ExcelTable Open(DeliverySource source, DeliveryChoices choices)
    {
        var (sheets, codes) = Look(source);
        var candidates = sheets.Where(sheet => !codes.ContainsKey(sheet.Name)).ToList();
        var name = choices.Sheet ?? candidates.OrderByDescending(sheet => sheet.IsVisible).ThenByDescending(sheet => sheet.Cells).FirstOrDefault()?.Name
            ?? throw new BarometerException(new Problem("The workbook has no sheet with answers", source.Name, Expected: "headings and one row a unit", Got: "no filled sheet"));
        var rows = First(source, name);
        var headings = Headings.Find(rows, choices);
        var (columns, places) = Describe(source, name, rows, headings);
        var errors = ExcelErrors.Count(source, name, headings.FirstRow + headings.Count + 1);
        return new ExcelTable(source)
        {
            Faults = [.. places.Zip(columns).Where(one => errors.ContainsKey(one.First)).Select(one => new ColumnFault(one.Second.Name, errors[one.First], "an error of Excel, such as #N/A"))],
            File = source.Name,
            Sheets = [.. sheets.Select(sheet => sheet.Name)],
            Sheet = name,
            Headings = headings,
            Columns = [.. columns.Select(column => codes.Values.Aggregate(column, (one, list) => list.Apply(one)))],
            Places = places,
            Findings =
            [
                new Finding("sheet", name, choices.Sheet is not null ? "chosen" : candidates.Count == 1 ? "the only one with a table" : "the fullest", choices.Sheet is not null || candidates.Count == 1),
                new Finding("headings", Rows(headings), choices.HeadingRows is not null ? "chosen" : "by what stands in them and below", headings.IsCertain),
                .. codes.Keys.Select(sheet => new Finding("codes", sheet, "its headings are those of a list of codes", IsCertain: true)),
            ],
        };
    }

    /// <inheritdoc/>
    public override DeliveredRows Rows(IProgress<double>? progress = null) => new ExcelRows(ExcelSheet.Open(_source, Sheet, progress), Places, FirstDataRow);

    private static string Rows(Headings headings) => headings.Count == 1
        ? FormattableString.Invariant($"row {headings.FirstRow + 1}")
        : FormattableString.Invariant($"rows {headings.FirstRow + 1} to {headings.FirstRow + headings.Count}");

    private static (List<SheetLook> Sheets, Dictionary<string, CodeList> Codes) Look(DeliverySource source)
    {
        var (sheets, codes) = (new List<SheetLook>(), new Dictionary<string, CodeList>());
        using var sheet = ExcelSheet.Open(source);
        do
        {
            if (CodeList.Read(sheet) is { } list)
            {
                codes[sheet.Name] = list;
            }

            long cells = sheet.Values.Count(value => !value.IsEmpty);
            while (sheet.Row < FirstRows && sheet.Read())
            {
                cells += sheet.Values.Count(value => !value.IsEmpty);
            }

            sheets.Add(new SheetLook(sheet.Name, sheet.IsVisible, cells));
        }
        while (sheet.NextSheet());
        return (sheets, codes);
    }

    private static List<(DeliveredValue Value, bool IsCovered)[]> First(DeliverySource source, string name)
    {
        using var sheet = ExcelSheet.Open(source, name);
        var rows = new List<(DeliveredValue, bool)[]>();
        while (rows.Count < FirstRows && sheet.Read())
        {
            rows.Add([.. sheet.Values.Select((value, column) => (value, sheet.IsCovered(column)))]);
        }

        return rows;
    }

    private static (List<DeliveredColumn> Columns, List<int> Places) Describe(
        DeliverySource source, string name, List<(DeliveredValue Value, bool IsCovered)[]> first, Headings headings)
    {
        var names = headings.Names(first);
        var kinds = new HashSet<ValueKind>[first.Count == 0 ? 0 : first.Max(row => row.Length)];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = [];
        }

        using var sheet = ExcelSheet.Open(source, name);
        while (sheet.Read())
        {
            for (var i = 0; sheet.Row > headings.FirstRow + headings.Count && i < kinds.Length; i++)
            {
                if (!sheet.Values[i].IsEmpty)
                {
                    kinds[i].Add(sheet.Values[i].Kind);
                }
            }
        }

        var (columns, places) = (new List<DeliveredColumn>(), new List<int>());
        for (var i = 0; i < kinds.Length; i++)
        {
            var (text, label) = i < names.Count ? names[i] : ("", null);
            if (text.Length > 0 || kinds[i].Count > 0)
            {
                columns.Add(new DeliveredColumn { Name = text.Length > 0 ? text : FormattableString.Invariant($"column {i + 1}"), Label = label, Kind = Kind(kinds[i]) });
                places.Add(i);
            }
        }

        return (columns, places);
    }

    private static ValueKind Kind(HashSet<ValueKind> kinds) => kinds.Count switch
    {
        0 => ValueKind.Empty,
        1 => kinds.First(),
        2 when kinds.IsSubsetOf([ValueKind.Date, ValueKind.DateTime]) => ValueKind.DateTime,
        _ => ValueKind.Text,
    };

    private sealed record SheetLook(string Name, bool IsVisible, long Cells);
}

/// <summary>The rows of a sheet below its headings; blank ones are left out.</summary>
internal sealed class ExcelRows(ExcelSheet sheet, IReadOnlyList<int> places, int firstRow) : DeliveredRows
{
    /// <inheritdoc/>
    public override DeliveredValue this[int column] => sheet.Values[places[column]];

    /// <inheritdoc/>
    public override bool Read()
    {
        while (sheet.Read())
        {
            if (sheet.Row >= firstRow && sheet.Values.Any(value => !value.IsEmpty))
            {
                Count++;
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose() => sheet.Dispose();
}
