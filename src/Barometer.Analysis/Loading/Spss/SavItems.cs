namespace Barometer.Analysis.Loading.Spss;

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
