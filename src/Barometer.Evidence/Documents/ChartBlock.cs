namespace Barometer.Evidence.Documents;

/// <summary>
/// What a native chart draws, as a block of cells under headers: a row for each bar or point, and for each heading over some of them. It holds what the picture shows
/// and nothing else: a number that may not be shown is an empty cell, and the mark in its place is text.
/// </summary>
internal sealed class ChartBlock
{
    private static readonly LocalizedText Value = new("Verdi", "Value");
    private static readonly LocalizedText Below = new("Ned til nedre grense", "Down to the lower limit");
    private static readonly LocalizedText Above = new("Opp til øvre grense", "Up to the upper limit");
    private static readonly LocalizedText Words = new("Tekst", "Text");
    private static readonly LocalizedText Place = new("Tekstens plass", "Place of the text");
    private static readonly LocalizedText Height = new("Høyde", "Height");
    private static readonly LocalizedText Left = new("Venstre kant", "Left edge");
    private static readonly LocalizedText Right = new("Høyre kant", "Right edge");

    private readonly FigureDescription _figure;
    private readonly (string Label, ChartRow? Row)[] _lines;
    private readonly List<string> _headers = [];
    private readonly List<IReadOnlyList<PlainCell?>> _columns = [];
    private readonly List<ChartSeries> _series = [];

    private ChartBlock(FigureDescription figure)
    {
        _figure = figure;
        _lines = [.. Lines(figure.Chart.Rows)];
        switch (figure.Chart.Mark)
        {
            case RowMark.Dots:
                AddPoints();
                break;
            case RowMark.Stacks:
                AddStacks();
                break;
            default:
                AddBars();
                break;
        }
    }

    /// <summary>The headers of the columns; over the labels stands the mark of synthetic data or a draft.</summary>
    public IReadOnlyList<string> Headers => _headers;

    /// <summary>The columns, the labels first; null for an empty cell.</summary>
    public IReadOnlyList<IReadOnlyList<PlainCell?>> Columns => _columns;

    /// <summary>What is drawn of them.</summary>
    public IReadOnlyList<ChartSeries> Series => _series;

    /// <summary>How many rows it has.</summary>
    public int Rows => _lines.Length;

    /// <summary>The block of a figure; null for one that is a picture only: lines over time, two points a row, panels, ratios, and numbers that are rounded or ranges in their source.</summary>
    public static ChartBlock? Of(FigureDescription figure) => figure.Chart switch
    {
        { Mark: RowMark.Lines } or { HasPanels: true } or { Axis.IsLogarithmic: true } => null,
        { Rows: var rows } when rows.Any(row => row.Before is not null || row.Form is not (ValueForm.Exact or ValueForm.Suppressed or ValueForm.Missing)) => null,
        _ => new ChartBlock(figure),
    };

    private string In(LocalizedText text) => text.In(_figure.Language);

    // A heading is a row of its own.
    private static IEnumerable<(string Label, ChartRow? Row)> Lines(IReadOnlyList<ChartRow> rows)
    {
        string? section = null;
        foreach (var row in rows)
        {
            if (row.Section is { } next && next != section)
            {
                yield return (next, null);
            }

            section = row.Section;
            yield return (row.Label, row);
        }
    }

    private void AddBars()
    {
        var (chart, hasKeys) = (_figure.Chart, _figure.Chart.Legend.Count > 0);
        AddLabels(line => line.Label);
        List<LegendKey> keys = hasKeys ? [.. chart.Legend] : [new LegendKey(In(Value), LegendMark.Square, Usual(chart.Rows))];
        var values = keys.Select(key => Add(key.Label, row => !hasKeys || row.Color == key.Color ? Number(row.Value) : null)).ToList();
        var whiskers = AddWhiskers();
        foreach (var (key, column) in keys.Zip(values))
        {
            _series.Add(new ChartSeries(column, key.Label, key.Color) { Below = whiskers?.Below, Above = whiskers?.Above, Colors = hasKeys ? [] : Colors() });
        }

        var texts = AddTexts();
        _series.Add(new ChartSeries(Add(In(Place), row => new PlainCell(null, (decimal)row.Reach)), In(Place), null) { Texts = texts });
    }

    private void AddStacks()
    {
        AddLabels(line => line.Row is not { } row ? line.Label
            : string.Join(' ', new[] { line.Label, row.ValueLabel, row.Segments.Count == 0 || row.Segments.Any(part => part.Key is null) ? StandardSymbol.NotPublishable.Sign() : "" }.Where(part => part.Length > 0)));
        foreach (var (i, key) in _figure.Chart.Legend.Index())
        {
            var column = Add(key.Label, row => Number(row.Segments.FirstOrDefault(part => part.Key == i)?.Value));
            _series.Add(new ChartSeries(column, key.Label, key.Color) { IsOutlined = key.Mark == LegendMark.Outlined });
        }
    }

    private void AddPoints()
    {
        var (chart, usual) = (_figure.Chart, Usual(_figure.Chart.Rows));
        AddLabels(line => line.Label);
        var heights = AddPlaces(In(Height), i => _lines.Length - i); // points stand on a plane: rows from the top, headings among them
        var values = Add(In(Value), row => Number(row.Value));
        var whiskers = AddWhiskers();
        _series.Add(new ChartSeries(values, In(Value), usual) { Heights = heights, Below = whiskers?.Below, Above = whiskers?.Above, Colors = Colors() });
        _series.Add(new ChartSeries(AddPlaces(In(Left), _ => (decimal)chart.Axis.Min), In(Left), null) { Heights = heights, Texts = 0 });
        var right = AddPlaces(In(Right), _ => (decimal)chart.Axis.Max);
        _series.Add(new ChartSeries(right, In(Right), null) { Heights = heights, Texts = AddTexts() });
    }

    private void AddLabels(Func<(string Label, ChartRow? Row), string> label)
    {
        _headers.Add(_figure.Mark ?? "");
        _columns.Add([.. _lines.Select(line => new PlainCell(label(line)))]);
    }

    private int Add(string header, Func<ChartRow, PlainCell?> cell)
    {
        _headers.Add(header);
        _columns.Add([.. _lines.Select(line => line.Row is { } row ? cell(row) : null)]);
        return _columns.Count - 1;
    }

    private int AddTexts() => Add(In(Words), row => row.ValueLabel.Length > 0 ? new PlainCell(row.ValueLabel) : null);

    private (int Below, int Above)? AddWhiskers() => !_figure.Chart.Rows.Any(row => row.HasWhisker) ? null :
        (Add(In(Below), row => row.HasWhisker ? new PlainCell(null, (decimal)row.Value!.Value - (decimal)row.Lower!.Value) : null),
            Add(In(Above), row => row.HasWhisker ? new PlainCell(null, (decimal)row.Upper!.Value - (decimal)row.Value!.Value) : null));

    private int AddPlaces(string header, Func<int, decimal> place)
    {
        _headers.Add(header);
        _columns.Add([.. _lines.Select((_, i) => new PlainCell(null, place(i)))]);
        return _columns.Count - 1;
    }

    private static PlainCell? Number(double? value) => value is { } known ? new PlainCell(null, (decimal)known) : null;

    private static string Usual(IReadOnlyList<ChartRow> rows) => rows.GroupBy(row => row.Color).MaxBy(group => group.Count())!.Key;

    private IReadOnlyList<string?> Colors()
    {
        var usual = Usual(_figure.Chart.Rows);
        return [.. _lines.Select(line => line.Row is { } row && row.Color != usual ? row.Color : null)];
    }
}

/// <summary>A series of a native chart, by the columns of its block.</summary>
/// <param name="Values">The column of its numbers.</param>
/// <param name="Name">Its name, as the legend has it.</param>
/// <param name="Color">Its colour; null for one that is not seen and holds only texts.</param>
internal sealed record ChartSeries(int Values, string Name, string? Color)
{
    /// <summary>Of points the column of their heights.</summary>
    public int Heights { get; init; }

    /// <summary>The column of what a whisker reaches below the number; null for none.</summary>
    public int? Below { get; init; }

    /// <summary>The column of what a whisker reaches above the number.</summary>
    public int? Above { get; init; }

    /// <summary>The column of texts that stand at its places; null for none.</summary>
    public int? Texts { get; init; }

    /// <summary>Whether an outline stands around its pale colour.</summary>
    public bool IsOutlined { get; init; }

    /// <summary>The colours of single rows; null for the series' own.</summary>
    public IReadOnlyList<string?> Colors { get; init; } = [];
}
