namespace Barometer.Evidence.Pack;

/// <summary>One figure or table with its number in the pack.</summary>
/// <param name="Kind">«Figur» or «Tabell».</param>
/// <param name="Chapter">The chapter's number.</param>
/// <param name="Number">The number among its kind in the chapter.</param>
/// <param name="Notebook">The notebook that made it.</param>
/// <param name="Cell">The number of the cell.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Title">Its title, of a figure that of the picture.</param>
/// <param name="File">The path of its first file under the folder of artifacts.</param>
/// <param name="Numbers">The table, or the numbers of the figure.</param>
/// <param name="Picture">The figure's picture without a title; null for a table.</param>
internal sealed record PackItem(
    LocalizedText Kind,
    int Chapter,
    int Number,
    string Notebook,
    int Cell,
    string CellId,
    LocalizedText Title,
    string File,
    EvidenceTable Numbers,
    PackPicture? Picture)
{
    /// <summary>«Figur 2.1».</summary>
    public string Label => LabelIn(Language.Nb);

    /// <summary>«Figur 2.1» or «Figure 2.1».</summary>
    public string LabelIn(Language language) => FormattableString.Invariant($"{Kind.In(language)} {Chapter}.{Number}");

    /// <summary>What is told of it in a list.</summary>
    public PackEntry ToEntry() => new(
        new LocalizedText(Label, LabelIn(Language.En)), Notebook, File, Numbers.Stamp.Survey, PackStatuses.Of(Numbers.Stamp).Words(), [.. Variables().Distinct(StringComparer.Ordinal)]);

    // The data have one column for each variable that groups, named after it, and one that names what is estimated.
    private IEnumerable<string> Variables()
    {
        if (Numbers.Content.Data is not { } data || !data.Columns.Contains("variable"))
        {
            return [];
        }

        var at = data.Columns.ToList().IndexOf("variable");
        return data.Rows.Select(row => row[at]).Concat(data.Columns.TakeWhile(column => column != "group_nb"));
    }
}
