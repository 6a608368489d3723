using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>The rows of a system file.</summary>
internal sealed class SavRows : DeliveredRows
{
    // Beyond it stand the numbers that mean something else: no value, LOWEST, HIGHEST.
    private const double LargestOrdinary = 1e308;

    private static readonly long SmallestBits = BitConverter.DoubleToInt64Bits(-double.MaxValue);

    private readonly SavLayout _layout;
    private readonly SavUnpacker _unpacker;
    private readonly byte[] _row;
    private readonly SavCell[] _cells;
    private readonly ValueKind[] _kinds;
    private readonly TextCache?[] _texts;
    private readonly long _missing;
    private readonly long _lowest;
    private readonly long _highest;
    private readonly bool _isSwapped;
    private readonly bool _hasOrdinaryMissing;
    private readonly bool _isUtf8;
    private readonly Func<string>[] _where;
    private byte[] _long = [];

    /// <summary>Stands before the first row.</summary>
    public SavRows(DeliverySource source, SavLayout layout, IProgress<double>? progress)
    {
        _layout = layout;
        _row = new byte[layout.RowBytes];
        _cells = [.. layout.Cells];
        _kinds = [.. layout.Columns.Select(column => column.Kind)];
        _texts = [.. layout.Cells.Select(cell => cell.Width > 0 ? new TextCache() : null)];
        _isSwapped = layout.BigEndian == BitConverter.IsLittleEndian;
        _hasOrdinaryMissing = layout.Missing.Any(bits => Math.Abs(BitConverter.Int64BitsToDouble(bits)) < LargestOrdinary);
        _where = new Func<string>[_cells.Length];
        _isUtf8 = layout.Text.Encoding.CodePage == 65001;
        (_missing, _lowest, _highest) = (layout.Missing[0], layout.Missing[1], layout.Missing[2]);
        _unpacker = SavUnpacker.Open(source, layout, progress);
    }

    /// <inheritdoc/>
    public override DeliveredValue this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            ref readonly var cell = ref _cells[column];
            if (cell.Width > 0)
            {
                return Text(column, in cell);
            }

            var bits = Unsafe.ReadUnaligned<long>(ref _row[cell.Offset]);
            if (_isSwapped)
            {
                bits = BinaryPrimitives.ReverseEndianness(bits);
            }

            var number = BitConverter.Int64BitsToDouble(bits);
            return (Math.Abs(number) < LargestOrdinary && !_hasOrdinaryMissing) || !IsMissing(bits, number)
                ? DeliveredValue.Of(number, _kinds[column])
                : DeliveredValue.Empty;
        }
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_layout.Rows >= 0 && Count == _layout.Rows)
        {
            return false;
        }

        if (_row.Length == 0 || !_unpacker.Next(_row, Count))
        {
            return _layout.Rows <= 0 || _row.Length == 0 ? false : throw SpssProblem.Damaged(
                _unpacker.File,
                _unpacker.Position,
                "The file has fewer rows than it says",
                FormattableString.Invariant($"{_layout.Rows} rows"),
                FormattableString.Invariant($"{Count}"));
        }

        Count++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => _unpacker.Dispose();

    private bool IsMissing(long bits, double number) => bits == _missing || bits == SmallestBits || bits == _lowest || bits == _highest || double.IsNaN(number);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private DeliveredValue Text(int column, in SavCell cell)
    {
        ReadOnlySpan<byte> whole = cell.Width <= SavSegments.Longest ? _row.AsSpan(cell.Offset, cell.Width) : Join(in cell);
        var bytes = SpssText.Trim(_isUtf8 && whole.Contains((byte)0) ? WithoutZeros(whole) : whole);
        if (bytes.IsEmpty)
        {
            return DeliveredValue.Empty;
        }

        var cache = _texts[column]!;
        return DeliveredValue.Of(cache.Find(bytes) ?? cache.Add(bytes, Decode(bytes, column)));
    }

    private string Decode(ReadOnlySpan<byte> bytes, int column) =>
        _layout.Text.Read(bytes, _where[column] ??= () => FormattableString.Invariant($"row {Count}, variable {_layout.Columns[column].Name}"));

    // In UTF-8 R's haven takes zero bytes out, wherever they stand.
    private static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> bytes) => bytes.ToArray().Where(one => one != 0).ToArray();

    // Each part of a long text holds 255 bytes and one of padding.
    private ReadOnlySpan<byte> Join(in SavCell cell)
    {
        if (_long.Length < cell.Width)
        {
            _long = new byte[cell.Width];
        }

        var (from, to) = (cell.Offset, 0);
        while (to < cell.Width)
        {
            var part = Math.Min(SavSegments.Longest, cell.Width - to);
            _row.AsSpan(from, part).CopyTo(_long.AsSpan(to));
            (from, to) = (from + SavSegments.Longest + 1, to + part);
        }

        return _long.AsSpan(0, cell.Width);
    }
}

/// <summary>The parts in which a text lies: one, or for more than 255 bytes one for each 252, each but the last of 255.</summary>
/// <param name="Widths">Their widths.</param>
internal sealed record SavSegments(IReadOnlyList<int> Widths)
{
    /// <summary>The longest text of one part.</summary>
    public const int Longest = 255;

    private const int Each = 252;

    /// <summary>Their bytes in a row.</summary>
    public int Bytes => Widths.Sum(width => (width + 7) / 8 * 8);

    /// <summary>The parts of a text of this width.</summary>
    public static SavSegments Of(int width)
    {
        var count = width <= Longest ? 1 : (width + Each - 1) / Each;
        return new SavSegments([.. Enumerable.Range(0, count).Select(i => count == 1 ? width : i == count - 1 ? width - (i * Each) : Longest)]);
    }
}
