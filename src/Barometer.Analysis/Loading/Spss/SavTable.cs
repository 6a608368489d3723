using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>A system file of SPSS (.sav, .zsav): whatever its name, compression, byte order and encoding.</summary>
internal sealed class SavTable : DeliveredTable
{
    private readonly DeliverySource _source;
    private readonly SavLayout _layout;

    private SavTable(DeliverySource source, SavLayout layout)
    {
        _source = source;
        _layout = layout;
    }

    /// <inheritdoc/>
    public override string Form => $"SPSS {(Header.Compression == SavCompression.Zlib ? ".zsav" : ".sav")}";

    /// <inheritdoc/>
    public override long? DeclaredRows => _layout.Rows < 0 ? null : _layout.Rows;

    /// <summary>What the file says of itself.</summary>
    public required SpssDictionary Dictionary { get; init; }

    /// <summary>Its header.</summary>
    public required SavHeader Header { get; init; }

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool BigEndian => _layout.BigEndian;

    /// <summary>The encoding of its texts.</summary>
    public SpssText Text => _layout.Text;

    /// <summary>The subtypes of its extension records.</summary>
    public required IReadOnlyList<int> ExtensionRecords { get; init; }

    /// <summary>Reads what stands before the rows.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">The encoding of its texts, which a person has named; null for the one the file names.</param>
    /// <exception cref="BarometerException">It is no system file, or a damaged one.</exception>
    public static SavTable Open(DeliverySource source, Encoding? encoding = null)
    {
        using var input = new SavInput(source.Open(), source.Name);
        var header = SavHeader.Read(input);
        var records = SavRecords.Read(input);
        var extensions = new SavExtensions(records.Extensions, input, encoding);
        var (columns, cells) = SavColumns.Make(records, extensions, input);
        var weight = records.Variables.FindIndex(variable => variable.Element == header.WeightIndex);
        return new SavTable(source, new SavLayout
        {
            Columns = columns,
            Cells = cells,
            RowBytes = records.Elements * 8,
            DataStart = records.DataStart,
            // More rows than 32 bits can tell are told by record 7/16 only.
            Rows = header.Rows >= 0 ? header.Rows : extensions.Rows ?? -1,
            Bias = header.Bias,
            Compression = header.Compression,
            BigEndian = input.BigEndian,
            Text = extensions.Text,
            Missing = [extensions.SystemMissing, extensions.Lowest, extensions.Highest],
        })
        {
            File = source.Name,
            Header = header,
            ExtensionRecords = extensions.Subtypes,
            Columns = columns,
            Dictionary = new SpssDictionary
            {
                Columns = columns,
                FileLabel = Decode(header.Label, extensions, "the file's label").Trim() is { Length: > 0 } label ? label : null,
                Weight = weight < 0 ? null : columns.FirstOrDefault(column => column.ShortName == Decode(records.Variables[weight].Name, extensions, "a name"))?.Name,
                Documents = [.. records.Documents.Select(line => Decode(line, extensions, "a document"))],
                Attributes = [.. extensions.FileAttributes.SelectMany(SpssAttributes.OfFile)],
                MultipleResponseSets = [.. extensions.MultipleResponseSets.Select(line => MultipleResponseSet.Parse(line, extensions.Text)).OfType<MultipleResponseSet>()],
            },
            Findings = Found(extensions.Text),
        };
    }

    /// <inheritdoc/>
    public override DeliveredRows Rows(IProgress<double>? progress = null) => new SavRows(_source, _layout, progress);

    private static IReadOnlyList<Finding> Found(SpssText text) =>
        text.Source == "nothing" ? [new Finding("encoding", text.Encoding.WebName, "the file names none that is known", IsCertain: false)] : [];

    private static string Decode(byte[] bytes, SavExtensions extensions, string what) => extensions.Text.Read(bytes, () => what);
}

/// <summary>How the rows of a system file lie in it.</summary>
internal sealed record SavLayout
{
    /// <summary>The variables.</summary>
    public required IReadOnlyList<SpssColumn> Columns { get; init; }

    /// <summary>Where their values stand in a row.</summary>
    public required IReadOnlyList<SavCell> Cells { get; init; }

    /// <summary>The length of an unpacked row.</summary>
    public required int RowBytes { get; init; }

    /// <summary>The byte at which the rows begin.</summary>
    public required long DataStart { get; init; }

    /// <summary>The number of rows; −1 when the file doesn't say.</summary>
    public required long Rows { get; init; }

    /// <summary>What is added to a small number to make a byte of it.</summary>
    public required double Bias { get; init; }

    /// <summary>How rows are packed.</summary>
    public required SavCompression Compression { get; init; }

    /// <summary>Whether the most significant byte comes first.</summary>
    public required bool BigEndian { get; init; }

    /// <summary>The encoding of texts.</summary>
    public required SpssText Text { get; init; }

    /// <summary>The bits of numbers that stand for no value.</summary>
    public required IReadOnlyList<long> Missing { get; init; }
}
