namespace Barometer.Evidence.Text;

/// <summary>A standard symbol explained in a note.</summary>
internal static class SymbolWording
{
    /// <summary>The symbol and its meaning: «:» Tall kan ikke offentliggjøres.</summary>
    public static string Explained(StandardSymbol symbol, Language language) => language == Language.En
        ? $"“{symbol.Sign()}” {symbol.Meaning().En}."
        : $"«{symbol.Sign()}» {symbol.Meaning().Nb}.";
}
