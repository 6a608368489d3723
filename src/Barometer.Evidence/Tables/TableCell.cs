namespace Barometer.Evidence.Tables;

/// <summary>One cell: a typed value, never a formatted string, so that every renderer writes it in its own way.</summary>
internal sealed record TableCell
{
    private TableCell(TableCellKind kind) => Kind = kind;

    /// <summary>What the cell holds.</summary>
    public TableCellKind Kind { get; }

    /// <summary>The words of a text cell.</summary>
    public LocalizedText? Words { get; private init; }

    /// <summary>The address a text cell links to, or null.</summary>
    public string? Address { get; private init; }

    /// <summary>The value of a number or percent cell; the lower limit of an interval.</summary>
    public double Value { get; private init; }

    /// <summary>The upper limit of an interval.</summary>
    public double Upper { get; private init; }

    /// <summary>The decimals a number is written with.</summary>
    public int Decimals { get; private init; }

    /// <summary>The symbol of a symbol cell.</summary>
    public StandardSymbol Standard { get; private init; }

    /// <summary>The marks of the notes that belong to the cell, for example <c>a</c>; empty when there are none.</summary>
    public string Marks { get; init; } = "";

    /// <summary>The standard symbol the cell shows, or null when it shows its own content: nil is «-», less than half a unit «0».</summary>
    public StandardSymbol? ShownSymbol => Kind switch
    {
        TableCellKind.Symbol => Standard,
        TableCellKind.Number => StandardSymbols.For(Rounding.ToDecimal(Value), Decimals),
        TableCellKind.Percent => StandardSymbols.For(Rounding.ToDecimal(Value) * 100, Decimals),
        _ => null,
    };

    /// <summary>Words in both languages, with an address to link to where there is one.</summary>
    public static TableCell Text(LocalizedText words, string? address = null) =>
        new(TableCellKind.Text) { Words = words, Address = address };

    /// <summary>Words that are the same in both languages: names, identifiers, quotations.</summary>
    public static TableCell Text(string words, string? address = null) => Text(new LocalizedText(words, words), address);

    /// <summary>A number in the column's unit. Nil shows as «-».</summary>
    /// <exception cref="ArgumentException">The value is no number: say which symbol stands for it.</exception>
    public static TableCell Number(double value, int decimals = 0) => new(TableCellKind.Number)
    {
        Value = double.IsFinite(value) ? value : throw new ArgumentException("A number cell needs a number.", nameof(value)),
        Decimals = decimals,
    };

    /// <summary>A share of one, written as per cent.</summary>
    /// <exception cref="ArgumentException">The share is no number.</exception>
    public static TableCell Percent(double share, int decimals = 0) => new(TableCellKind.Percent)
    {
        Value = double.IsFinite(share) ? share : throw new ArgumentException("A percent cell needs a number.", nameof(share)),
        Decimals = decimals,
    };

    /// <summary>Two limits in the column's unit.</summary>
    public static TableCell Interval(double lower, double upper, int decimals) =>
        new(TableCellKind.Interval) { Value = lower, Upper = upper, Decimals = decimals };

    /// <summary>A standard symbol in place of a number.</summary>
    public static TableCell Symbol(StandardSymbol symbol) => new(TableCellKind.Symbol) { Standard = symbol };

    /// <summary>The cell as a reader sees it, without its marks.</summary>
    internal string In(Language language)
    {
        var format = NumberFormat.For(language);
        return Kind switch
        {
            TableCellKind.Text => Words!.In(language),
            _ when ShownSymbol is { } symbol => symbol.Sign(format, Decimals),
            TableCellKind.Number => format.Number(Value, Decimals),
            TableCellKind.Percent => format.Percent(Value, Decimals),
            _ => format.Range(Value, Upper, Decimals),
        };
    }
}

/// <summary>What a cell holds, and so how it is written and aligned.</summary>
internal enum TableCellKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number in its own unit.</summary>
    Number,

    /// <summary>A share of one, written as per cent with its sign: 85,3 %.</summary>
    Percent,

    /// <summary>Two limits in the unit of a number.</summary>
    Interval,

    /// <summary>A standard symbol in place of a number.</summary>
    Symbol,
}

/// <summary>The cell of a released estimate: its content, or the symbol in place of what may not be shown or is missing.</summary>
internal static class ReleasedCell
{
    /// <summary>Whether the estimate may be shown: true for a published or rounded one, false for a suppressed one.</summary>
    /// <exception cref="InvalidOperationException">No release has decided: a fault in the release, never to be shown.</exception>
    public static bool IsShown(ReleasedEstimate estimate) => estimate.Status switch
    {
        CellStatus.Published or CellStatus.Rounded => true,
        CellStatus.Suppressed => false,
        _ => throw new InvalidOperationException("A released table holds an estimate that no release has decided on."),
    };

    /// <summary>True for a published estimate, false for one that is suppressed or rounded: what may be computed with.</summary>
    public static bool IsExact(ReleasedEstimate estimate) => IsShown(estimate) && estimate.Status == CellStatus.Published;

    /// <summary>The estimate itself.</summary>
    public static TableCell Number(ReleasedEstimate estimate, Quantity quantity) =>
        Of(estimate, estimate.Value, value => TableCell.Number(quantity.Scale(value), quantity.DecimalsOf(estimate)));

    /// <summary>The limits of its interval.</summary>
    public static TableCell Interval(ReleasedEstimate estimate, Quantity quantity) => Of(
        estimate,
        estimate.Interval?.Width ?? double.NaN,
        _ => TableCell.Interval(quantity.Scale(estimate.Interval!.Lower), quantity.Scale(estimate.Interval.Upper), quantity.IntervalDecimals));

    /// <summary>How far it lies from another estimate: the difference of the released, rounded numbers.</summary>
    public static TableCell Difference(ReleasedEstimate estimate, ReleasedEstimate from, Quantity quantity) => IsShown(from)
        ? Of(estimate, estimate.Value - from.Value, value => TableCell.Number(quantity.Scale(value), Math.Min(quantity.DecimalsOf(estimate), quantity.DecimalsOf(from))))
        : TableCell.Symbol(StandardSymbol.NotPublishable);

    /// <summary>The number of answers behind it.</summary>
    public static TableCell Respondents(ReleasedEstimate estimate) =>
        Of(estimate, estimate.Respondents ?? double.NaN, n => TableCell.Number(n));

    /// <summary>What <paramref name="cell"/> makes of a number of the estimate, where it may be shown and is there.</summary>
    public static TableCell Of(ReleasedEstimate estimate, double number, Func<double, TableCell> cell) =>
        !IsShown(estimate) ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : double.IsFinite(number) ? cell(number)
        : TableCell.Symbol(StandardSymbol.Missing);
}
