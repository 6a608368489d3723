using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Reading;

/// <summary>The text of a block while it is read, with the marks that open and close in it.</summary>
internal sealed partial class BlockText
{
    private const string Edge = " | ";

    private readonly StringBuilder _text = new();
    private readonly List<DraftMark> _marks = [];
    private readonly List<(string Key, string Name, int Start)> _open = [];

    /// <summary>Where the next character goes.</summary>
    public int Length => _text.Length;

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The marks that are closed.</summary>
    public IReadOnlyList<DraftMark> Marks => _marks;

    /// <summary>Adds words; what can't be seen (soft hyphens, zero-width characters) is left out.</summary>
    public void Add(string words)
    {
        foreach (var c in words)
        {
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060')
            {
                continue;
            }

            _text.Append(c is '\n' or '\r' or '\t' or '\v' ? ' ' : c);
        }
    }

    /// <summary>Opens a mark.</summary>
    /// <param name="key">What closes it.</param>
    /// <param name="name">What it names.</param>
    public void Open(string key, string name) => _open.Add((key, name, Length));

    /// <summary>Closes the mark of a key.</summary>
    public void Close(string key)
    {
        foreach (var (_, name, start) in _open.Where(one => one.Key == key).ToList())
        {
            Mark(start, Length, name);
        }

        _open.RemoveAll(one => one.Key == key);
    }

    /// <summary>Marks a stretch; an empty one is what a comment behind a number marks: the number before it.</summary>
    public void Mark(int start, int end, string name)
    {
        if (start == end)
        {
            var number = LastNumber().Match(Text[..end]);
            if (!number.Success)
            {
                return;
            }

            start = number.Index;
        }

        _marks.AddRange(Names(name).Select(one => new DraftMark(start, end, one)));
    }

    /// <summary>The block; null when it has no text.</summary>
    public DraftBlock? Block(BlockKind kind, int level = 0, int place = -1)
    {
        foreach (var key in _open.Select(one => one.Key).Distinct().ToList())
        {
            Close(key);
        }

        return string.IsNullOrWhiteSpace(Text) ? null : new DraftBlock(kind, Text) { Level = level, Place = place, Marks = [.. _marks] };
    }

    /// <summary>A row of a table: its cells joined, with their marks where they come to stand.</summary>
    public static DraftBlock Row(IReadOnlyList<BlockText> cells, int table, int place = -1)
    {
        List<DraftMark> marks = [];
        var start = 0;
        foreach (var cell in cells)
        {
            marks.AddRange((cell.Block(BlockKind.Row)?.Marks ?? []).Select(mark => mark with { Start = mark.Start + start, End = mark.End + start }));
            start += cell.Length + Edge.Length;
        }

        return new DraftBlock(BlockKind.Row, string.Join(Edge, cells.Select(cell => cell.Text))) { Cells = [.. cells.Select(cell => cell.Text.Trim())], Table = table, Marks = marks, Place = place };
    }

    /// <summary>The ids in a bookmark's name, a field's code or a comment: «evidence/headlines/innovated=yes», «NOS18-INN-A».</summary>
    public static IEnumerable<string> Names(string text) => Id().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':'));

    [GeneratedRegex(@"[\d][\d\s.,–-]*(?:%|prosent(?:poeng)?|pst\.?|per cent|percent)?\s*$")]
    private static partial Regex LastNumber();

    // A number of the pack, or a figure of the registry.
    [GeneratedRegex(@"(?:evidence/)?[a-z0-9]+(?:-[a-z0-9]+)*/[A-Za-z_0-9]+(?:=[A-Za-z_0-9+]+)?(?:@[A-Za-z_0-9+]+)?(?:/(?:rank|function|p))?(?:#(?:n|lower|upper))?|\b[A-Z]{2,}[A-Z0-9]*-[A-Z0-9-]+(?:\.[a-z0-9-]+)?")]
    private static partial Regex Id();
}
