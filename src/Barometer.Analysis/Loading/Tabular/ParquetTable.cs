using Parquet;
using Parquet.Meta;
using Parquet.Schema;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>A Parquet file of plain columns. The format is read by groups of rows, so a group at a time is in memory.</summary>
internal sealed class ParquetTable : DeliveredTable
{
    private readonly DeliverySource _source;

    private ParquetTable(DeliverySource source) => _source = source;

    /// <inheritdoc/>
    public override string Form => "Parquet";

    /// <inheritdoc/>
    public override long? DeclaredRows => Rows64;

    private long Rows64 { get; init; }

    /// <summary>Reads the schema.</summary>
    /// <param name="source">The file.</param>
    /// <exception cref="BarometerException">It is no Parquet file, or has columns of lists or records.</exception>
    public static ParquetTable Open(DeliverySource source)
    {
        using var groups = new ParquetGroups(source);
        return new ParquetTable(source)
        {
            File = source.Name,
            Rows64 = groups.Rows,
            Columns = [.. groups.Fields.Select(field => new DeliveredColumn { Name = field.Name, Kind = ParquetGroups.Kind(field), Format = ParquetGroups.TypeName(field.ClrType) })],
        };
    }

    /// <inheritdoc/>
    public override DeliveredRows Rows(IProgress<double>? progress = null) => new ParquetRows(new ParquetGroups(_source), progress);
}

/// <summary>The groups of rows of a Parquet file.</summary>
internal sealed class ParquetGroups : IDisposable
{
    // A group is held in memory as a whole: a survey's is far below this.
    private const long MostCells = 1L << 26;

    private readonly Stream _stream;
    private readonly ParquetReader _reader;
    private readonly string _file;

    /// <summary>Opens the file.</summary>
    /// <exception cref="BarometerException">It can't be read.</exception>
    public ParquetGroups(DeliverySource source)
    {
        _file = source.Name;
        _stream = source.Open();
        try
        {
            if (!Guarded(() => ParquetFooter.IsWhole(_stream)))
            {
                throw new BarometerException(new Problem("The Parquet file can't be read", _file, Expected: "a description of its columns at its end", Got: "none that is whole", Hint: "ask for the file again"));
            }

            _reader = Guarded(() => ParquetReader.CreateAsync(_stream, new ParquetOptions { UseDateOnlyTypeForDates = true }, leaveStreamOpen: true).GetAwaiter().GetResult());
            Fields = Guarded(() => _reader.Schema.GetDataFields());
            foreach (var field in Fields)
            {
                if (field.IsArray || field.MaxRepetitionLevel > 0 || field.Path.Length > 1)
                {
                    throw new BarometerException(new Problem("A column holds lists or records", _file, Column: field.Path.ToString(), Expected: "one value a row", Hint: "write the parts as columns of their own"));
                }
            }

            Count = Guarded(() => _reader.RowGroupCount);
            Rows = Guarded(() => _reader.RowGroups.Sum(group => group.RowCount));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The columns.</summary>
    public DataField[] Fields { get; }

    /// <summary>The number of groups.</summary>
    public int Count { get; }

    /// <summary>The number of rows in all of them.</summary>
    public long Rows { get; }

    /// <summary>What the values of a column are.</summary>
    public static ValueKind Kind(DataField field) => field.ClrType switch
    {
        _ when ClockUnit(field) is not null => ValueKind.Time,
        var type when IsText(type) || IsBytes(type) || type == typeof(bool) || type == typeof(Guid) => ValueKind.Text,
        var type when type == typeof(DateOnly) => ValueKind.Date,
        var type when type == typeof(DateTime) || type == typeof(DateTimeOffset) => ValueKind.DateTime,
        var type when type == typeof(TimeOnly) || type == typeof(TimeSpan) => ValueKind.Time,
        _ => ValueKind.Number,
    };

    /// <summary>The name of a type.</summary>
    public static string TypeName(System.Type type) => IsText(type) ? nameof(String) : IsBytes(type) ? "Bytes" : type.Name;

    /// <summary>The values of a group, by column.</summary>
    /// <exception cref="BarometerException">It is damaged.</exception>
    public DeliveredValue[][] Read(int index) => Guarded(() =>
    {
        using var group = _reader.OpenRowGroupReader(index);
        if (group.RowCount < 0 || group.RowCount * Math.Max(1, Fields.Length) > MostCells)
        {
            throw new BarometerException(new Problem(
                "A group of rows is too large", _file, Expected: FormattableString.Invariant($"at most {MostCells / Math.Max(1, Fields.Length)} rows a group"), Hint: "write the file with smaller groups of rows"));
        }

        // A damaged count would make room for rows that aren't there.
        if (group.RowGroup.Columns.Count != Fields.Length || group.RowGroup.Columns.Exists(column => column.MetaData?.NumValues != group.RowCount))
        {
            throw new BarometerException(new Problem(
                "A group of rows has another number of rows than its columns", _file, Expected: FormattableString.Invariant($"{group.RowCount} values in each column"), Got: "another number", Hint: "ask for the file again"));
        }

        return Fields.Select(field => Column(group, field, (int)group.RowCount)).ToArray();
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private static DeliveredValue[] Column(ParquetRowGroupReader group, DataField field, int rows)
    {
        var type = field.ClrType;
        if (ClockUnit(field) is { } unit)
        {
            return type == typeof(int)
                ? Values<int>(group, field, rows, value => DeliveredValue.Of(value / unit, ValueKind.Time))
                : Values<long>(group, field, rows, value => DeliveredValue.Of(value / unit, ValueKind.Time));
        }

        return IsText(type) ? Texts(group, field, rows)
            : IsBytes(type) ? Bytes(group, field, rows)
            : type == typeof(bool) ? Values<bool>(group, field, rows, value => DeliveredValue.Of(value ? "true" : "false"))
            : type == typeof(double) ? Values<double>(group, field, rows, Number)
            : type == typeof(float) ? Values<float>(group, field, rows, value => Number(value))
            : type == typeof(decimal) ? Values<decimal>(group, field, rows, value => Number((double)value))
            : type == typeof(int) ? Values<int>(group, field, rows, value => Number(value))
            : type == typeof(long) ? Values<long>(group, field, rows, value => Number(value))
            : type == typeof(short) ? Values<short>(group, field, rows, value => Number(value))
            : type == typeof(sbyte) ? Values<sbyte>(group, field, rows, value => Number(value))
            : type == typeof(byte) ? Values<byte>(group, field, rows, value => Number(value))
            : type == typeof(ushort) ? Values<ushort>(group, field, rows, value => Number(value))
            : type == typeof(uint) ? Values<uint>(group, field, rows, value => Number(value))
            : type == typeof(ulong) ? Values<ulong>(group, field, rows, value => Number(value))
            : type == typeof(DateOnly) ? Values<DateOnly>(group, field, rows, value => DeliveredValue.Of(DeliveredTime.Seconds(value.ToDateTime(default)), ValueKind.Date))
            : type == typeof(DateTime) ? Values<DateTime>(group, field, rows, value => DeliveredValue.Of(DeliveredTime.Seconds(value), ValueKind.DateTime))
            : type == typeof(TimeOnly) ? Values<TimeOnly>(group, field, rows, value => DeliveredValue.Of(value.ToTimeSpan().TotalSeconds, ValueKind.Time))
            : type == typeof(TimeSpan) ? Values<TimeSpan>(group, field, rows, value => DeliveredValue.Of(value.TotalSeconds, ValueKind.Time))
            : type == typeof(Guid) ? Values<Guid>(group, field, rows, value => DeliveredValue.Of(value.ToString()))
            : throw new BarometerException(new Problem("A column is of a type that isn't read", Column: field.Name, Got: type.Name, Hint: "write it as a number or text"));
    }

    // A time of day is a whole number of a part of a second; null when the column holds none.
    private static double? ClockUnit(DataField field) => field.ClrType != typeof(int) && field.ClrType != typeof(long) ? null
        : field.SchemaElement?.ConvertedType == ConvertedType.TIME_MILLIS || field.SchemaElement?.LogicalType?.TIME?.Unit?.MILLIS is not null ? 1e3
        : field.SchemaElement?.ConvertedType == ConvertedType.TIME_MICROS || field.SchemaElement?.LogicalType?.TIME?.Unit?.MICROS is not null ? 1e6
        : field.SchemaElement?.LogicalType?.TIME?.Unit?.NANOS is not null ? 1e9
        : null;

    // The package names a text by the type that it reads it into.
    private static bool IsText(System.Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);

    private static bool IsBytes(System.Type type) => type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>);

    private static DeliveredValue Number(double number) => double.IsNaN(number) ? DeliveredValue.Empty : DeliveredValue.Of(number);

    private static DeliveredValue[] Texts(ParquetRowGroupReader group, DataField field, int rows)
    {
        var values = new string?[rows];
        group.ReadAsync(field, values.AsMemory()!).AsTask().GetAwaiter().GetResult();
        return Array.ConvertAll(values, value => DeliveredValue.Of(value?.Trim() ?? ""));
    }

    private static DeliveredValue[] Bytes(ParquetRowGroupReader group, DataField field, int rows)
    {
        var values = new byte[]?[rows];
        group.ReadAsync(field, values.AsMemory()!).AsTask().GetAwaiter().GetResult();
        return Array.ConvertAll(values, value => DeliveredValue.Of(value is null ? "" : System.Text.Encoding.UTF8.GetString(value).Trim()));
    }

    private static DeliveredValue[] Values<T>(ParquetRowGroupReader group, DataField field, int rows, Func<T, DeliveredValue> convert)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var plain = new T[rows];
            group.ReadAsync<T>(field, plain.AsMemory()).AsTask().GetAwaiter().GetResult();
            return Array.ConvertAll(plain, value => convert(value));
        }

        var values = new T?[rows];
        group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        return Array.ConvertAll(values, value => value is { } one ? convert(one) : DeliveredValue.Empty);
    }

    // The package throws whatever a damaged file makes its decoders throw.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not (BarometerException or OutOfMemoryException))
        {
            throw new BarometerException(new Problem(
                "The Parquet file can't be read", _file, Expected: "a Parquet file of plain columns", Got: "a damaged one, or one of a newer form", Hint: "write it anew, or deliver it as .csv"));
        }
    }
}

/// <summary>The rows of a Parquet file.</summary>
internal sealed class ParquetRows(ParquetGroups groups, IProgress<double>? progress) : DeliveredRows
{
    private DeliveredValue[][] _columns = [];
    private int _group = -1;
    private int _row = -1;

    /// <inheritdoc/>
    public override DeliveredValue this[int column] => _columns[column][_row];

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_columns.Length == 0 || ++_row == _columns[0].Length)
        {
            if (++_group >= groups.Count || groups.Fields.Length == 0)
            {
                return false;
            }

            _columns = groups.Read(_group);
            _row = -1;
            progress?.Report((_group + 1) / (double)groups.Count);
        }

        Count++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => groups.Dispose();
}
