namespace Barometer.Notebooks.Documents;

/// <summary>
/// The ids of cells: words, which may end in the cell's place. Front ends give new cells ids of random digits, which say nothing
/// and could say anything.
/// </summary>
internal static class CellIds
{
    private const int Longest = 64;

    /// <summary>Whether an id is words, <c>by-group</c>, or words and the cell's place, <c>cell-3</c>.</summary>
    /// <param name="id">The id.</param>
    /// <param name="place">The cell's place among all, from 1.</param>
    /// <param name="number">Its number among those with code; null for one without.</param>
    public static bool IsUsual(string id, int place, int? number)
    {
        var words = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = id[words.Length..];
        return id.Length is > 0 and <= Longest && words.All(c => char.IsAsciiLetter(c) || c is '-' or '_')
            && (digits.Length == 0 || (words.Length > 0 && (digits == Text(place) || (number is { } own && digits == Text(own)))));
    }

    /// <summary>The id of a cell that has none of its own.</summary>
    public static string OfPlace(int place) => "cell-" + Text(place);

    private static string Text(int number) => FormattableString.Invariant($"{number}");
}
