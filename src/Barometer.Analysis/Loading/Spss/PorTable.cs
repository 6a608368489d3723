using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>A portable file of SPSS (.por): an old text form of a system file.</summary>
internal sealed class PorTable : DeliveredTable
{
    private const int MostVariables = 1_000_000;
    private const int MostLabels = 1_000_000;
    private const int LongestText = 32767;

    // Some programs number date and time formats from here.
    private const int ShiftedFormats = 82;

    private readonly DeliverySource _source;
    private readonly Encoding? _encoding;

    private PorTable(DeliverySource source, Encoding? encoding)
    {
        _source = source;
        _encoding = encoding;
    }

    /// <inheritdoc/>
    public override string Form => "SPSS .por";

    /// <summary>What the file says of itself.</summary>
    public required SpssDictionary Dictionary { get; init; }

    /// <summary>Reads what stands before the rows.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">How letters are read that the portable characters lack; null when nobody has said.</param>
    /// <exception cref="BarometerException">It is no portable file, or a damaged one.</exception>
    public static PorTable Open(DeliverySource source, Encoding? encoding = null)
    {
        using var input = new PorInput(source, encoding, null);
        var reader = new DictionaryReader(input);
        reader.Read();
        return new PorTable(source, encoding)
        {
            File = source.Name,
            Columns = reader.Columns,
            Dictionary = new SpssDictionary { Columns = reader.Columns, Weight = reader.Weight, Documents = reader.Documents },
            Findings = encoding is null && input.Characters.Unknown > 0
                ? [new Finding("encoding", "portable characters", FormattableString.Invariant($"{input.Characters.Unknown} letters in names and labels are none of them, and can't be read until an encoding is named"), IsCertain: false)]
                : [],
        };
    }

    /// <inheritdoc/>
    public override DeliveredRows Rows(IProgress<double>? progress = null)
    {
        var input = new PorInput(_source, _encoding, progress);
        try
        {
            new DictionaryReader(input).Read();
            return new PorRows(input, Columns);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    private sealed class DictionaryReader(PorInput input)
    {
        private readonly List<SpssColumn> _columns = [];
        private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
        private int? _count;

        public IReadOnlyList<SpssColumn> Columns => _columns;

        public string? Weight { get; private set; }

        public List<string> Documents { get; } = [];

        // Up to the tag F, after which the rows stand.
        public void Read()
        {
            input.Character("the version");
            input.Text("the date of writing");
            input.Text("the time of writing");
            while (true)
            {
                var at = input.Position;
                var tag = input.Character("the dictionary");
                if (tag == 'F')
                {
                    if (_columns.Count != (_count ?? _columns.Count))
                    {
                        throw SpssProblem.Damaged(
                            input.File, at, "The file has another number of variables than it says", FormattableString.Invariant($"{_count}"), FormattableString.Invariant($"{_columns.Count}"));
                    }

                    return;
                }

                ReadRecord(tag, at);
            }
        }

        private void ReadRecord(char tag, long at)
        {
            switch (tag)
            {
                case '1' or '2' or '3':
                    input.Text("the product's name");
                    break;
                case '4':
                    _count = input.Integer("the number of variables", MostVariables);
                    break;
                case '5':
                    input.Integer("the precision", 1000);
                    break;
                case '6':
                    Weight = input.Text("the weight's name");
                    break;
                case '7':
                    ReadVariable();
                    break;
                case '8' or '9' or 'A' or 'B' when _columns.Count > 0:
                    ReadMissing(tag);
                    break;
                case 'C' when _columns.Count > 0:
                    var label = input.Text("a variable's label");
                    _columns[^1] = _columns[^1] with { Label = label.Length == 0 ? null : label };
                    break;
                case 'D':
                    ReadLabels();
                    break;
                case 'E':
                    for (var left = input.Integer("the documents", MostLabels); left > 0; left--)
                    {
                        Documents.Add(input.Text("a document"));
                    }

                    break;
                default:
                    throw SpssProblem.Damaged(input.File, at, "The dictionary holds a record of an unknown type", "a tag from 1 to F", "another character");
            }
        }

        private void ReadVariable()
        {
            var width = input.Integer("a variable's width", LongestText);
            var name = input.Text("a variable's name");
            var (print, write) = (ReadFormat(), ReadFormat());
            _byName[name] = _columns.Count;
            _columns.Add(new SpssColumn
            {
                Name = name,
                ShortName = name,
                Kind = width > 0 ? ValueKind.Text : print.NumberKind,
                Format = print.ToString(),
                Print = print,
                Write = write,
                Width = width,
                DisplayWidth = print.Width,
            });
        }

        private SpssFormat ReadFormat()
        {
            var code = input.Integer("a format", 255);
            return new SpssFormat((byte)(code > ShiftedFormats ? code - ShiftedFormats : code), input.Integer("a format", LongestText), input.Integer("a format", 255));
        }

        private void ReadMissing(char tag)
        {
            var column = _columns[^1];
            var missing = column.Missing;
            _columns[^1] = column with
            {
                Missing = tag switch
                {
                    '8' => missing with { Single = [.. missing.Single, ReadValue(column)] },
                    '9' => missing with { Range = new MissingRange(DeliveredValue.Of(double.NegativeInfinity), ReadValue(column)) },
                    'A' => missing with { Range = new MissingRange(ReadValue(column), DeliveredValue.Of(double.PositiveInfinity)) },
                    _ => missing with { Range = new MissingRange(ReadValue(column), ReadValue(column)) },
                },
            };
        }

        private void ReadLabels()
        {
            const string What = "a set of value labels";
            var columns = new List<int>();
            for (var left = input.Integer(What, MostVariables); left > 0; left--)
            {
                if (_byName.TryGetValue(input.Text(What), out var column))
                {
                    columns.Add(column);
                }
                else
                {
                    throw SpssProblem.Damaged(input.File, input.Position, "Labels belong to a variable that doesn't exist", "a variable of the file", "another name");
                }
            }

            var labels = new List<ValueLabel>();
            for (var left = input.Integer(What, MostLabels); left > 0; left--)
            {
                labels.Add(new ValueLabel(columns.Count == 0 ? DeliveredValue.Empty : ReadValue(_columns[columns[0]]), input.Text(What)));
            }

            foreach (var column in columns)
            {
                _columns[column] = _columns[column] with { ValueLabels = labels };
            }
        }

        private DeliveredValue ReadValue(SpssColumn column) => column.Kind == ValueKind.Text
            ? DeliveredValue.Of(input.Text("a value"))
            : input.Number("a value") is { } number ? DeliveredValue.Of(number, column.Kind) : DeliveredValue.Empty;
    }
}

/// <summary>The rows of a portable file.</summary>
internal sealed class PorRows(PorInput input, IReadOnlyList<DeliveredColumn> columns) : DeliveredRows
{
    private readonly DeliveredValue[] _values = new DeliveredValue[columns.Count];

    /// <inheritdoc/>
    public override DeliveredValue this[int column] => _values[column];

    /// <inheritdoc/>
    public override bool Read()
    {
        if (columns.Count == 0)
        {
            return false;
        }

        var what = FormattableString.Invariant($"row {Count + 1}");
        for (var i = 0; i < _values.Length; i++)
        {
            // Z ends the file; no value begins with it.
            var first = input.Character(what);
            if (first == 'Z')
            {
                return i == 0 ? false : throw SpssProblem.Damaged(
                    input.File, input.Position - 1, $"The file ends inside {what}", FormattableString.Invariant($"{columns.Count} values"), FormattableString.Invariant($"{i}"));
            }

            _values[i] = columns[i].Kind == ValueKind.Text
                ? DeliveredValue.Of(input.TextAfter(first, what))
                : input.NumberAfter(first, what) is { } number ? DeliveredValue.Of(number, columns[i].Kind) : DeliveredValue.Empty;
        }

        Count++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => input.Dispose();
}
