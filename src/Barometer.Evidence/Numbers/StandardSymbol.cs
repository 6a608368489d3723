namespace Barometer.Evidence.Numbers;

/// <summary>The standard symbols of Norwegian official statistics for a cell without an ordinary number.</summary>
internal enum StandardSymbol
{
    /// <summary>«.»: a number can't occur here.</summary>
    CannotOccur,

    /// <summary>«..»: the number is missing.</summary>
    Missing,

    /// <summary>«...»: the number is missing so far.</summary>
    MissingSoFar,

    /// <summary>«:»: the number may not be published. A suppressed cell, primary or secondary alike.</summary>
    NotPublishable,

    /// <summary>«-»: nil, an exact zero.</summary>
    Nil,

    /// <summary>«0»: less than half of the unit shown, but not nil.</summary>
    LessThanHalf,
}

/// <summary>What each <see cref="StandardSymbol"/> looks like, what it means, and when a number turns into one.</summary>
/// <remarks>The symbols and their meanings are those Statistics Norway uses in its tables («Standardtegn i tabeller»).</remarks>
internal static class StandardSymbols
{
    /// <summary>All symbols in the order in which a legend lists them.</summary>
    public static IReadOnlyList<StandardSymbol> All { get; } = Enum.GetValues<StandardSymbol>();

    /// <summary>The characters printed in the cell. «-» is the plain hyphen-minus of the standard, not U+2212.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such symbol.</exception>
    public static string Sign(this StandardSymbol symbol) => symbol switch
    {
        StandardSymbol.CannotOccur => ".",
        StandardSymbol.Missing => "..",
        StandardSymbol.MissingSoFar => "...",
        StandardSymbol.NotPublishable => ":",
        StandardSymbol.Nil => "-",
        StandardSymbol.LessThanHalf => "0",
        _ => throw new ArgumentOutOfRangeException(nameof(symbol)),
    };

    /// <summary>
    /// The characters printed in a cell of a column with <paramref name="decimals"/> decimals: «0» becomes «0,0» there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No such symbol, or decimals that can't be shown.</exception>
    public static string Sign(this StandardSymbol symbol, NumberFormat format, int decimals) =>
        symbol == StandardSymbol.LessThanHalf ? format.Number(0m, decimals) : symbol.Sign();

    /// <summary>The meaning, for a legend under the table or a title on the cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such symbol.</exception>
    public static LocalizedText Meaning(this StandardSymbol symbol) => symbol switch
    {
        StandardSymbol.CannotOccur => new("Tall kan ikke forekomme", "Category not applicable"),
        StandardSymbol.Missing => new("Oppgave mangler", "Data not available"),
        StandardSymbol.MissingSoFar => new("Oppgave mangler foreløpig", "Data not yet available"),
        StandardSymbol.NotPublishable => new("Tall kan ikke offentliggjøres", "Not for publication"),
        StandardSymbol.Nil => new("Null", "Nil"),
        StandardSymbol.LessThanHalf => new(
            "Mindre enn halvparten av den brukte enheten", "Less than half of the unit employed"),
        _ => throw new ArgumentOutOfRangeException(nameof(symbol)),
    };

    /// <summary>The symbol and its meaning, for a note: «:» Tall kan ikke offentliggjøres.</summary>
    internal static string Explained(this StandardSymbol symbol, Language language) => language == Language.En
        ? $"“{symbol.Sign()}” {symbol.Meaning().En}."
        : $"«{symbol.Sign()}» {symbol.Meaning().Nb}.";

    /// <summary>
    /// The symbol that stands for a number shown with <paramref name="decimals"/> decimals, or null when the number is
    /// printed as it is: an exact zero is nil, and what would round to zero is less than half of the unit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not 0–15.</exception>
    public static StandardSymbol? For(decimal value, int decimals) => value == 0
        ? StandardSymbol.Nil
        : Rounding.HalfAwayFromZero(value, decimals) == 0 ? StandardSymbol.LessThanHalf : null;
}
