namespace Barometer.Evidence.Documents;

/// <summary>
/// How wide each column of a table is in a document: wide enough for its longest number and for the longest word of its
/// header, and what is left for columns of words.
/// </summary>
internal static class WordColumns
{
    /// <summary>A letter of the table's type and a cell's two edges, in twentieths of a point.</summary>
    private const int Letter = 98;
    private const int Edges = 240;

    private const int LongestNumber = 18;
    private const int ShortestWords = 1300;
    private const int LongestWords = 36;

    /// <summary>The widths, in twentieths of a point, which add up to the text's.</summary>
    public static int[] Widths(TableContent content, Language language)
    {
        var needs = content.Columns.Select((column, i) => Need(content, column, i, language)).ToArray();
        var words = Enumerable.Range(0, needs.Length).Where(i => !content.Columns[i].IsNumeric).ToArray();
        var least = Array.ConvertAll(words, i => Math.Max(ShortestWords, LongestWord(content, i, language)));
        var left = WordFile.TextWidth - content.Columns.Select((column, i) => column.IsNumeric ? needs[i] : 0).Sum();
        var (share, room) = (words.Sum(i => needs[i]), Math.Max(0, left - least.Sum()));
        for (var w = 0; w < words.Length; w++)
        {
            needs[words[w]] = least[w] + (room * needs[words[w]] / share);
        }

        var widths = Array.ConvertAll(needs, need => WordFile.TextWidth * need / needs.Sum());
        widths[0] += WordFile.TextWidth - widths.Sum();
        return widths;
    }

    private static int LongestWord(TableContent content, int index, Language language) =>
        (Math.Min(LongestWords, content.Rows.SelectMany(row => CellText.Of(row.Cells[index], language).Split(' ')).Select(word => word.Length).DefaultIfEmpty(0).Max()) * Letter) + Edges;

    private static int Need(TableContent content, TableColumn column, int index, Language language)
    {
        var cells = content.Rows.Select(row => CellText.Of(row.Cells[index], language).Length + row.Cells[index].Marks.Length).DefaultIfEmpty(0).Max();
        var word = column.Header.In(language).Split(' ', '\u00A0').Max(one => one.Length) + 1;
        return (Math.Max(Math.Min(cells, column.IsNumeric ? LongestNumber : LongestWords), word) * Letter) + Edges;
    }
}
