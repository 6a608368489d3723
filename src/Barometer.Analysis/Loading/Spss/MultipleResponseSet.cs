using System.Globalization;
using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>Several variables that hold the answers to one question of which more than one answer could be given.</summary>
/// <param name="Name">Its name, which begins with <c>$</c>.</param>
/// <param name="Kind">How the answers stand in the variables.</param>
/// <param name="CountedValue">Of dichotomies: the value that says that the answer was given; else null.</param>
/// <param name="Label">The question, or null.</param>
/// <param name="Variables">The variables' short names in lower case, as the file has them.</param>
/// <param name="LabelFromVariable">Whether the question is that of the first variable (<c>LABELSOURCE=VARLABEL</c>).</param>
internal sealed record MultipleResponseSet(
    string Name, MultipleResponseKind Kind, string? CountedValue, string? Label, IReadOnlyList<string> Variables, bool LabelFromVariable = false)
{
    /// <summary>Reads the line of a record 7/7 or 7/19; null when it is none. Lengths in it count bytes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">Reads texts in the file's encoding.</param>
    public static MultipleResponseSet? Parse(ReadOnlySpan<byte> line, SpssText text)
    {
        var equals = line.IndexOf((byte)'=');
        if (equals < 1 || equals + 1 >= line.Length)
        {
            return null;
        }

        var name = Text(line[..equals], text);
        var rest = line[(equals + 2)..];
        var fromVariable = false;
        MultipleResponseKind kind;
        switch (line[equals + 1])
        {
            case (byte)'C':
                kind = MultipleResponseKind.Categories;
                break;
            case (byte)'D':
                kind = MultipleResponseKind.Dichotomies;
                break;
            case (byte)'E' when Number(ref rest, leadingBlank: true) is { } flag:
                kind = MultipleResponseKind.CountedValues;
                fromVariable = flag == 11;
                rest = rest.TrimStart((byte)' ');
                break;
            default:
                return null;
        }

        string? counted = null;
        if (kind != MultipleResponseKind.Categories)
        {
            if (Counted(ref rest, leadingBlank: false, text) is not { } value)
            {
                return null;
            }

            counted = value;
        }

        return Counted(ref rest, leadingBlank: true, text) is { } label
            ? new MultipleResponseSet(name, kind, counted, label.Length == 0 ? null : label, Text(rest, text).Split(' ', StringSplitOptions.RemoveEmptyEntries), fromVariable)
            : null;
    }

    /// <summary>The line of a record, without its end.</summary>
    /// <param name="encoding">The file's encoding.</param>
    public byte[] ToBytes(Encoding encoding)
    {
        var counted = CountedValue is null ? "" : FormattableString.Invariant($"{encoding.GetByteCount(CountedValue)} {CountedValue}");
        var kind = Kind switch
        {
            MultipleResponseKind.Categories => "C",
            MultipleResponseKind.Dichotomies => "D",
            _ => LabelFromVariable ? "E 11 " : "E 1 ",
        };
        var label = Label ?? "";
        return encoding.GetBytes(FormattableString.Invariant($"{Name}={kind}{counted} {encoding.GetByteCount(label)} {label} {string.Join(' ', Variables)}"));
    }

    private static string? Counted(ref ReadOnlySpan<byte> rest, bool leadingBlank, SpssText text)
    {
        if (Number(ref rest, leadingBlank) is not { } length || length >= rest.Length || rest[0] != ' ')
        {
            return null;
        }

        var value = Text(rest[1..(length + 1)], text);
        rest = rest[(length + 1)..];
        return value;
    }

    private static int? Number(ref ReadOnlySpan<byte> rest, bool leadingBlank)
    {
        var from = leadingBlank ? rest.TrimStart((byte)' ') : rest;
        var digits = 0;
        while (digits < from.Length && char.IsAsciiDigit((char)from[digits]))
        {
            digits++;
        }

        if (!int.TryParse(from[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        rest = from[digits..];
        return number;
    }

    private static string Text(ReadOnlySpan<byte> bytes, SpssText text) => text.Read(bytes, () => "a set of multiple answers (record 7/7 or 7/19)");
}

/// <summary>How the answers of a set of multiple answers stand in its variables.</summary>
internal enum MultipleResponseKind
{
    /// <summary>Each variable holds one of the answers given.</summary>
    Categories,

    /// <summary>Each variable says whether one answer was given; its label is the answer.</summary>
    Dichotomies,

    /// <summary>The same; the answer is the label of the counted value.</summary>
    CountedValues,
}
