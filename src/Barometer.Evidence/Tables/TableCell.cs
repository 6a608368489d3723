namespace Barometer.Evidence.Tables;

/// <summary>One cell: a typed value, never a formatted string, so that every renderer writes it in its own way.</summary>
public sealed record TableCell
{
    private TableCell(CellKind kind) => Kind = kind;

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

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
        CellKind.Symbol => Standard,
        CellKind.Number => StandardSymbols.For(Rounding.ToDecimal(Value), Decimals),
        CellKind.Percent => StandardSymbols.For(Rounding.ToDecimal(Value) * 100, Decimals),
        _ => null,
    };

    /// <summary>Words in both languages, with an address to link to where there is one.</summary>
    public static TableCell Text(LocalizedText words, string? address = null) =>
        new(CellKind.Text) { Words = words, Address = address };

    /// <summary>Words that are the same in both languages: names, identifiers, quotations.</summary>
    public static TableCell Text(string words, string? address = null) => Text(new LocalizedText(words, words), address);

    /// <summary>A number in the column's unit. Nil shows as «-».</summary>
    /// <exception cref="ArgumentException">The value is no number: say which symbol stands for it.</exception>
    public static TableCell Number(double value, int decimals = 0) => new(CellKind.Number)
    {
        Value = double.IsFinite(value) ? value : throw new ArgumentException("A number cell needs a number.", nameof(value)),
        Decimals = decimals,
    };

    /// <summary>A share of one, written as per cent.</summary>
    /// <exception cref="ArgumentException">The share is no number.</exception>
    public static TableCell Percent(double share, int decimals = 0) => new(CellKind.Percent)
    {
        Value = double.IsFinite(share) ? share : throw new ArgumentException("A percent cell needs a number.", nameof(share)),
        Decimals = decimals,
    };

    /// <summary>Two limits in the column's unit.</summary>
    public static TableCell Interval(double lower, double upper, int decimals) =>
        new(CellKind.Interval) { Value = lower, Upper = upper, Decimals = decimals };

    /// <summary>A standard symbol in place of a number.</summary>
    public static TableCell Symbol(StandardSymbol symbol) => new(CellKind.Symbol) { Standard = symbol };
}
