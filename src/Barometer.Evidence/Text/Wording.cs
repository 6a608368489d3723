namespace Barometer.Evidence.Text;

/// <summary>The fixed words around tables and figures, in both languages.</summary>
internal static class Wording
{
    /// <summary>What stands over rows or bars of several groupings: their labels, joined; null for none.</summary>
    public static LocalizedText? Heading(IEnumerable<LocalizedText> labels)
    {
        var all = labels.ToArray();
        return all.Length == 0 ? null : new LocalizedText(
            string.Join(" · ", all.Select(label => label.Nb)),
            string.Join(" · ", all.Select(label => label.En)));
    }

    public static readonly LocalizedText Synthetic = new("Syntetiske data", "Synthetic data");

    public static readonly LocalizedText Draft = new("Utkast", "Draft");

    /// <summary>What a figure or table has to say of itself before anything else: that it is a draft, that its data are synthetic; null for neither.</summary>
    public static LocalizedText? Mark(bool isDraft, bool isSynthetic) => (isDraft, isSynthetic) switch
    {
        (true, true) => new($"{Draft.Nb} · {SentenceCase.Inside(Synthetic.Nb)}", $"{Draft.En} · {SentenceCase.Inside(Synthetic.En)}"),
        (true, false) => Draft,
        (false, true) => Synthetic,
        _ => null,
    };

    /// <summary>What stands in place of a sentence one of whose numbers may not be published.</summary>
    public static readonly LocalizedText Withheld = new(
        "Setningen kan ikke siteres: et tall i den kan ikke offentliggjøres.", "The sentence can't be quoted: a number in it may not be published.");

    public static readonly LocalizedText Source = new("Kilde", "Source");

    public static readonly LocalizedText All = new("Alle", "All");

    public static readonly LocalizedText Respondents = new("Antall svar (n)", "Answers (n)");

    public static readonly LocalizedText BaseNote = new("n: antall svar.", "n: number of answers.");

    public static readonly LocalizedText Answer = new("Svar", "Answer");

    public static readonly LocalizedText Whose = new("Hvem", "Who");

    public static readonly LocalizedText Indicator = new("Hva", "What");

    public static readonly LocalizedText AsPrinted = new("Tall, som i kilden", "Figure, as in the source");

    public static readonly LocalizedText UncertainTranscription = new(
        "Nivå, utgave eller definisjon er usikker.", "Level, edition or definition is uncertain.");

    public static readonly LocalizedText NetBalance = new(
        "Netto: andelen over midten av skalaen minus andelen under, i prosentpoeng.",
        "Net: the share above the middle of the scale less the share below it, in percentage points.");

    public static readonly LocalizedText ShowTable = new("Vis tallene i en tabell", "Show the numbers in a table");

    public static readonly LocalizedText FewEffective = new(
        "Usikkert: svarene tilsvarer færre enn 30 i et tilfeldig utvalg.",
        "Uncertain: the answers are worth fewer than 30 in a simple random sample.");

    public static readonly LocalizedText WideInterval = new(
        "Usikkert: konfidensintervallet er bredere enn 30 prosentpoeng.",
        "Uncertain: the confidence interval is wider than 30 percentage points.");

    public static readonly LocalizedText FewDegreesOfFreedom = new(
        "Usikkert: få frihetsgrader bak konfidensintervallet.",
        "Uncertain: few degrees of freedom behind the confidence interval.");

    public static readonly LocalizedText FixedByDesign = new(
        "Gitt av utvalget: strata eller vekter bestemmer tallet, som derfor ikke har noen utvalgsusikkerhet.",
        "Given by the sample: strata or weights decide the number, which therefore has no sampling error.");

    /// <summary>Words one after the other, the last behind «og», «or» …</summary>
    /// <param name="words">One or more.</param>
    /// <param name="and">What joins the last two.</param>
    public static string Listed(IReadOnlyList<string> words, string and) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} {and} {words[^1]}";
}
