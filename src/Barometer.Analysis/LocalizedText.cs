namespace Barometer.Analysis;

/// <summary>One text in both languages.</summary>
/// <param name="Nb">The Norwegian bokmål form.</param>
/// <param name="En">The English form. It quotes in “…”, whatever the text it was put together of quoted in.</param>
public sealed record LocalizedText(string Nb, string En)
{
    /// <summary>The English form.</summary>
    public string En { get; init => field = Quoted(value); } = Quoted(En);

    /// <summary>The form in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.En ? En : Nb;

    /// <summary>The text with that of <paramref name="other"/> in a language in which it is empty.</summary>
    internal LocalizedText Or(LocalizedText other) =>
        new(string.IsNullOrWhiteSpace(Nb) ? other.Nb : Nb, string.IsNullOrWhiteSpace(En) ? other.En : En);

    /// <summary>The Norwegian form, the default of the project.</summary>
    public override string ToString() => Nb;

    private static string Quoted(string english) => english.Replace('«', '“').Replace('»', '”');
}

/// <summary>The two languages every label exists in. Norwegian bokmål is the default.</summary>
public enum Language
{
    /// <summary>Norwegian bokmål.</summary>
    Nb,

    /// <summary>English.</summary>
    En,
}

/// <summary>How a label is written inside a sentence.</summary>
internal static class SentenceCase
{
    /// <summary>The label with a small first letter, unless it is an abbreviation.</summary>
    public static string Inside(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>The text with a capital first letter.</summary>
    public static string First(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a capital first letter, in both languages.</summary>
    public static LocalizedText First(LocalizedText text) => new(First(text.Nb), First(text.En));
}

/// <summary>How many of what, in the number it has.</summary>
internal static class Counted
{
    /// <summary>«1 release», «2 releases».</summary>
    public static string Of(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
