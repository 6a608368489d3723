namespace Barometer.Analysis.Loading.Spss;

/// <summary>Makes the variables of a system file of its records: puts long texts together, gives names, labels and missing values.</summary>
internal sealed class SavColumns
{
    private readonly SavRecords _records;
    private readonly SavExtensions _extensions;
    private readonly SavInput _input;
    private readonly List<SavCell> _cells = [];
    private readonly List<SpssColumn> _columns = [];
    private readonly List<SavVariable> _first = [];
    private readonly List<int> _places = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);

    private SavColumns(SavRecords records, SavExtensions extensions, SavInput input)
    {
        _records = records;
        _extensions = extensions;
        _input = input;
    }

    /// <summary>The variables, and for each where its value stands in a row.</summary>
    /// <exception cref="BarometerException">The records contradict each other.</exception>
    public static (IReadOnlyList<SpssColumn> Columns, IReadOnlyList<SavCell> Cells) Make(SavRecords records, SavExtensions extensions, SavInput input)
    {
        var made = new SavColumns(records, extensions, input);
        made.PutTogether();
        made.SetDisplay();
        made.SetLabels();
        made.SetLongLabels();
        made.SetLongMissing();
        made.SetAttributes();
        return (made._columns, made._cells);
    }

    private void PutTogether()
    {
        var widths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, width) in _extensions.LongWidths)
        {
            widths[name] = width;
        }

        var longNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (shortName, longName) in _extensions.LongNames)
        {
            longNames[shortName] = longName;
        }

        for (var i = 0; i < _records.Variables.Count;)
        {
            var variable = _records.Variables[i];
            var shortName = Text(variable.Name, variable.Offset, "name");
            var width = variable.Width > 0 && widths.TryGetValue(shortName, out var declared) && declared > SavSegments.Longest ? declared : variable.Width;
            var segments = SavSegments.Of(width).Widths;
            CheckSegments(i, segments, width);
            _cells.Add(new SavCell((variable.Element - 1) * 8, width));
            _first.Add(variable);
            _places.Add(i);
            _columns.Add(Column(variable, shortName, longNames.GetValueOrDefault(shortName) ?? shortName, width));
            i += segments.Count;
        }

        for (var i = 0; i < _columns.Count; i++)
        {
            _byName.TryAdd(_columns[i].Name, i);
        }

        for (var i = 0; i < _columns.Count; i++)
        {
            _byName.TryAdd(_columns[i].ShortName, i);
        }
    }

    // Some programs make the last part wider, but not by a further eight bytes.
    private void CheckSegments(int first, IReadOnlyList<int> segments, int width)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            if (first + i >= _records.Variables.Count || _records.Variables[first + i].Width == 0 || _records.Variables[first + i].Elements != (segments[i] + 7) / 8)
            {
                throw SpssProblem.Damaged(
                    _input.File,
                    _records.Variables[first].Offset,
                    "A text of more than 255 bytes is not whole",
                    FormattableString.Invariant($"{segments.Count} parts for {width} bytes"),
                    FormattableString.Invariant($"part {i + 1} is missing or of another width"));
            }
        }
    }

    private SpssColumn Column(SavVariable variable, string shortName, string name, int width)
    {
        // A format has eight bits for its width: of a long text it says 255.
        var print = width > SavSegments.Longest && variable.Print.IsText ? variable.Print with { Width = width } : variable.Print;
        return new SpssColumn
        {
            Name = name,
            ShortName = shortName,
            Label = Text(variable.Label, variable.Offset, "label") is { Length: > 0 } label ? label : null,
            Kind = width > 0 ? ValueKind.Text : print.NumberKind,
            Format = print.ToString(),
            Print = print,
            Write = width > SavSegments.Longest && variable.Write.IsText ? variable.Write with { Width = width } : variable.Write,
            Width = width,
            Missing = Missing(variable),
        };
    }

    private MissingValues Missing(SavVariable variable)
    {
        var values = variable.Missing.Select(bytes => Value(variable, bytes, rangeEnd: false)).ToList();
        if (!variable.HasRange)
        {
            return values.Count == 0 ? MissingValues.None : new MissingValues(values);
        }

        var low = Value(variable, variable.Missing[0], rangeEnd: true);
        var high = Value(variable, variable.Missing[1], rangeEnd: true);
        return new MissingValues(values[2..], new MissingRange(low, high));
    }

    private DeliveredValue Value(SavVariable variable, byte[] bytes, bool rangeEnd)
    {
        if (variable.Width > 0)
        {
            return DeliveredValue.Of(Text(bytes, variable.Offset, "missing value"));
        }

        var number = _input.Double(bytes);
        if (rangeEnd)
        {
            var bits = BitConverter.DoubleToInt64Bits(number);
            number = bits == _extensions.Lowest || number <= Math.BitIncrement(-double.MaxValue) ? double.NegativeInfinity
                : bits == _extensions.Highest || number == double.MaxValue ? double.PositiveInfinity
                : number;
        }

        return DeliveredValue.Of(number, variable.Print.NumberKind);
    }

    private void SetDisplay()
    {
        var (values, count) = (_extensions.Display, _records.Variables.Count);
        if (values is null || count == 0 || (values.Length != 2 * count && values.Length != 3 * count))
        {
            return;
        }

        var each = values.Length / count;
        for (var i = 0; i < _columns.Count; i++)
        {
            var at = _places[i] * each;
            _columns[i] = _columns[i] with
            {
                Measure = values[at] is >= 0 and <= 3 and var measure ? (MeasurementLevel)measure : null,
                DisplayWidth = each == 3 ? values[at + 1] : null,
                Alignment = values[at + each - 1] is >= 0 and <= 2 and var alignment ? (SpssAlignment)alignment : null,
            };
        }
    }

    private void SetLabels()
    {
        var byElement = new Dictionary<int, int>();
        for (var i = 0; i < _first.Count; i++)
        {
            byElement[_first[i].Element] = i;
        }

        foreach (var set in _records.Labels)
        {
            // Once for all variables of a kind: the set may have many of both.
            var ofKind = new Dictionary<ValueKind, IReadOnlyList<ValueLabel>>();
            foreach (var element in set.Elements)
            {
                if (element < 1 || element > _records.Elements)
                {
                    throw SpssProblem.Damaged(
                        _input.File, set.Offset, "Labels belong to a variable that doesn't exist", FormattableString.Invariant($"1 to {_records.Elements}"), FormattableString.Invariant($"{element}"));
                }

                // Of a long text only the first part can be meant; a set that names another part says nothing of use.
                if (byElement.TryGetValue(element, out var column))
                {
                    var kind = _columns[column].Kind;
                    if (!ofKind.TryGetValue(kind, out var labels))
                    {
                        ofKind[kind] = labels =
                            [.. set.Labels.Select(label => new ValueLabel(Value(_first[column], label.Value, rangeEnd: false), Text(label.Label, set.Offset, "value label")))];
                    }

                    _columns[column] = _columns[column] with { ValueLabels = labels };
                }
            }
        }
    }

    private void SetLongLabels()
    {
        foreach (var record in _extensions.LongLabels)
        {
            var items = new SavItems(record, _input);
            while (items.Any)
            {
                var column = Find(items.Text(_extensions.Text));
                items.Int32();
                var count = items.Int32();
                var labels = new List<ValueLabel>();
                for (var i = 0; i < count; i++)
                {
                    var value = items.Text(_extensions.Text);
                    labels.Add(new ValueLabel(DeliveredValue.Of(value), items.Text(_extensions.Text)));
                }

                if (column >= 0)
                {
                    _columns[column] = _columns[column] with { ValueLabels = labels };
                }
            }
        }
    }

    private void SetLongMissing()
    {
        foreach (var record in _extensions.LongMissing)
        {
            var items = new SavItems(record, _input);
            while (items.Any)
            {
                var column = Find(items.Text(_extensions.Text));
                var count = items.Byte();
                var length = items.Int32();
                var values = new List<DeliveredValue>();
                for (var i = 0; i < count; i++)
                {
                    if (i > 0)
                    {
                        items.SkipRepeated(length); // older PSPP versions wrote the length before each value
                    }

                    values.Add(DeliveredValue.Of(items.Text(_extensions.Text, length)));
                }

                if (column >= 0)
                {
                    _columns[column] = _columns[column] with { Missing = new MissingValues(values) };
                }
            }
        }
    }

    private void SetAttributes()
    {
        foreach (var (name, attributes) in _extensions.VariableAttributes.SelectMany(SpssAttributes.OfVariables))
        {
            if (Find(name) is >= 0 and var column)
            {
                var role = attributes.FirstOrDefault(attribute => attribute.Name == SpssAttributes.Role)?.Values is [var value, ..] ? value : null;
                _columns[column] = _columns[column] with
                {
                    Role = role is [>= '0' and <= '5' and var digit] ? (SpssRole)(digit - '0') : _columns[column].Role,
                    Attributes = [.. _columns[column].Attributes, .. attributes.Where(attribute => attribute.Name != SpssAttributes.Role)],
                };
            }
        }
    }

    private int Find(string name) => _byName.GetValueOrDefault(name, -1);

    private string Text(byte[] bytes, long offset, string what) =>
        _extensions.Text.Read(bytes, () => FormattableString.Invariant($"a {what} (record at byte {offset})"));
}

/// <summary>Where a variable's value stands in a row.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Width">0 for a number, else a text's width in bytes.</param>
internal readonly record struct SavCell(int Offset, int Width);
