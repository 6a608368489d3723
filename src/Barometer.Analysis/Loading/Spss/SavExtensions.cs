using System.Globalization;
using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>The extension records (7/x) of a system file, by what they say.</summary>
internal sealed class SavExtensions
{
    private readonly SavInput _input;
    private readonly IReadOnlyList<SavExtension> _records;

    /// <summary>Takes the records; those of which the meaning isn't known are left alone.</summary>
    /// <param name="records">All records.</param>
    /// <param name="input">Tells the byte order and the file's name.</param>
    /// <param name="given">An encoding that a person has named, or null.</param>
    /// <exception cref="BarometerException">A record says that the file isn't one that can be read.</exception>
    public SavExtensions(IReadOnlyList<SavExtension> records, SavInput input, Encoding? given)
    {
        _records = records;
        _input = input;
        var machine = Items(3, sizeof(int), 8);
        if (machine is not null && machine[4] is 2 or 3)
        {
            throw SpssProblem.NotRead(
                input.File, "The numbers of the SPSS file are not in the IEEE form", machine[4] == 2 ? "numbers of an IBM mainframe" : "numbers of a VAX", "save it anew in a current SPSS");
        }

        Text = SpssText.Of(input.File, Find(20) is { } name ? Ascii(name.Data) : null, machine?[7], given);
        if (Find(4) is { Size: 8, Count: >= 3 } numbers)
        {
            SystemMissing = input.Int64(numbers.Data);
            Highest = input.Int64(numbers.Data.AsSpan(8));
            Lowest = input.Int64(numbers.Data.AsSpan(16));
        }
    }

    /// <summary>The encoding of the texts.</summary>
    public SpssText Text { get; }

    /// <summary>The bits of the system-missing value; by default those of the smallest number.</summary>
    public long SystemMissing { get; } = BitConverter.DoubleToInt64Bits(-double.MaxValue);

    /// <summary>The bits of the number that stands for HIGHEST.</summary>
    public long Highest { get; } = BitConverter.DoubleToInt64Bits(double.MaxValue);

    /// <summary>The bits of the number that stands for LOWEST; by default those of the second smallest.</summary>
    public long Lowest { get; } = BitConverter.DoubleToInt64Bits(Math.BitIncrement(-double.MaxValue));

    /// <summary>The subtypes that the file has, each once, in their order.</summary>
    public IReadOnlyList<int> Subtypes => [.. _records.Select(record => record.Subtype).Distinct().Order()];

    /// <summary>The number of rows in record 7/16; null without one.</summary>
    public long? Rows => Find(16) is { Size: 8, Count: 2 } record ? Math.Max(-1, _input.Int64(record.Data.AsSpan(8))) : null;

    /// <summary>Record 7/11: for each of the variables (continuations left out) two or three numbers; null without it.</summary>
    public int[]? Display => Find(11) is { Size: sizeof(int) } record ? Integers(record) : null;

    /// <summary>Record 7/13: pairs of short and long names.</summary>
    public IEnumerable<(string Short, string Long)> LongNames => Pairs(13);

    /// <summary>Record 7/14: the widths of texts of more than 255 bytes, by short name.</summary>
    public IEnumerable<(string Short, int Width)> LongWidths
    {
        get
        {
            foreach (var (name, width) in Pairs(14))
            {
                yield return int.TryParse(width.Trim('\0', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                    ? (name, bytes)
                    : throw SpssProblem.Damaged(_input.File, Find(14)!.Offset, $"The width of a long text is no number ({name})");
            }
        }
    }

    /// <summary>The sets of multiple answers, as the records 7/7 and 7/19 write them.</summary>
    public IEnumerable<byte[]> MultipleResponseSets => _records.Where(record => record.Subtype is 7 or 19)
        .SelectMany(record => Parts(record.Data, (byte)'\n')).Select(line => SpssText.Trim(line).ToArray()).Where(line => line.Length > 0);

    /// <summary>The attributes of the file (record 7/17).</summary>
    public IEnumerable<string> FileAttributes => Texts(17);

    /// <summary>The attributes of variables (record 7/18).</summary>
    public IEnumerable<string> VariableAttributes => Texts(18);

    /// <summary>The records 7/21: labels of texts of more than eight bytes.</summary>
    public IEnumerable<SavExtension> LongLabels => _records.Where(record => record.Subtype == 21);

    /// <summary>The records 7/22: missing values of texts of more than eight bytes.</summary>
    public IEnumerable<SavExtension> LongMissing => _records.Where(record => record.Subtype == 22);

    private SavExtension? Find(int subtype) => _records.FirstOrDefault(record => record.Subtype == subtype);

    private int[]? Items(int subtype, int size, int count) => Find(subtype) is { } record && record.Size == size && record.Count >= count ? Integers(record) : null;

    private int[] Integers(SavExtension record) => [.. Enumerable.Range(0, record.Count).Select(i => _input.Int32(record.Data.AsSpan(i * sizeof(int))))];

    private IEnumerable<string> Texts(int subtype) => _records.Where(record => record.Subtype == subtype)
        .Select(record => Text.Read(record.Data, () => FormattableString.Invariant($"record 7/{subtype} at byte {record.Offset}")));

    private IEnumerable<(string Key, string Value)> Pairs(int subtype)
    {
        foreach (var record in _records.Where(record => record.Subtype == subtype))
        {
            foreach (var part in Parts(record.Data, (byte)'\t'))
            {
                var pair = Text.Read(part, () => FormattableString.Invariant($"record 7/{subtype} at byte {record.Offset}"));
                if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                {
                    yield return (pair[..equals], pair[(equals + 1)..]);
                }
            }
        }
    }

    // The separators are ASCII in every encoding that is read, but not within a letter of several bytes; names hold none.
    private static IEnumerable<byte[]> Parts(byte[] data, byte separator)
    {
        var start = 0;
        while (start < data.Length)
        {
            var end = Array.IndexOf(data, separator, start) is >= 0 and var found ? found : data.Length;
            yield return data[start..end];
            start = end + 1;
        }
    }

    private static string Ascii(byte[] bytes) => Encoding.ASCII.GetString(SpssText.Trim(bytes));
}

/// <summary>Goes through an extension record whose items are of any length, as 7/21 and 7/22.</summary>
internal sealed class SavItems(SavExtension record, SavInput input)
{
    private int _at;

    /// <summary>Whether anything is left.</summary>
    public bool Any => _at < record.Data.Length;

    /// <summary>The next byte.</summary>
    public int Byte() => Take(1)[0];

    /// <summary>The next number of 32 bits.</summary>
    public int Int32() => input.Int32(Take(sizeof(int)));

    /// <summary>The next text: its length, then its bytes.</summary>
    public string Text(SpssText text) => Text(text, Int32());

    /// <summary>The next text of a length.</summary>
    public string Text(SpssText text, int length)
    {
        var at = _at;
        return text.Read(Take(length), () => FormattableString.Invariant($"record 7/{record.Subtype} at byte {record.Offset + at}"));
    }

    /// <summary>Passes over a number that stands there once more.</summary>
    public void SkipRepeated(int number)
    {
        if (record.Data.Length - _at >= sizeof(int) && input.Int32(record.Data.AsSpan(_at)) == number)
        {
            _at += sizeof(int);
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > record.Data.Length - _at)
        {
            throw SpssProblem.Damaged(
                input.File,
                record.Offset + _at,
                FormattableString.Invariant($"An extension ends too early (record 7/{record.Subtype})"),
                length < 0 ? "a length that isn't negative" : FormattableString.Invariant($"{length} bytes more"),
                FormattableString.Invariant($"{record.Data.Length - _at} bytes"));
        }

        var taken = record.Data.AsSpan(_at, length);
        _at += length;
        return taken;
    }
}
