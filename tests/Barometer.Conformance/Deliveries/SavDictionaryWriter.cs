using System.Globalization;
using System.Text;
using Problem = Barometer.Analysis.Problem;

namespace Barometer.Conformance.Deliveries;

/// <summary>Writes all that stands before the rows of a system file.</summary>
internal sealed class SavDictionaryWriter(SavOutput output, SpssDictionary dictionary, SavWriting writing)
{
    /// <summary>The place of the number of rows in the header.</summary>
    public const int RowsInHeader = 80;

    private const int ShortText = 8;
    private const int DocumentLine = 80;
    private const int LongestLabel = 255;
    private const int LongestText = 32767;

    private readonly List<Part> _parts = [];
    private readonly List<string> _shortNames = [];

    /// <summary>Writes it, with no number of rows yet.</summary>
    /// <returns>The place of the number of rows in record 7/16.</returns>
    public long Write()
    {
        MakeParts();
        WriteHeader();
        foreach (var part in _parts)
        {
            WriteVariable(part);
        }

        WriteLabels();
        WriteDocuments();
        WriteMachine();
        WriteSets();
        WriteDisplay();
        output.Extension(13, output.Encode(string.Join('\t', dictionary.Columns.Select((column, i) => $"{_shortNames[i]}={column.Name}")), int.MaxValue, "A name"));
        WriteLongWidths();
        output.Extension(16, 8, 2);
        output.Int64(1);
        var rowsAt = output.Position;
        output.Int64(-1);
        WriteAttributes();
        output.Extension(20, Encoding.ASCII.GetBytes(output.Encoding.WebName.ToUpperInvariant()));
        WriteLongLabels();
        WriteLongMissing();
        output.Int32(999);
        output.Int32(0);
        return rowsAt;
    }

    private void MakeParts()
    {
        var names = new ShortNames();
        foreach (var column in dictionary.Columns)
        {
            if (column.Width is < 0 or > LongestText || column.Width > 0 != (column.Kind is ValueKind.Text))
            {
                throw new BarometerException(new Problem(
                    "A variable has no width that can be written", Column: column.Name, Expected: FormattableString.Invariant($"0 for numbers, 1 to {LongestText} bytes for texts"), Got: FormattableString.Invariant($"{column.Width}")));
            }

            if (column.Missing.Single.Count > (column.Missing.Range is null ? 3 : 1) || (column.Width > ShortText && column.Missing.Range is not null))
            {
                throw new BarometerException(new Problem(
                    "A variable has more missing values than SPSS allows", Column: column.Name, Expected: "three values, or of numbers and short texts a range and one value"));
            }

            _shortNames.Add(names.For(column.ShortName.Length > 0 ? column.ShortName : column.Name));
        }

        for (var i = 0; i < dictionary.Columns.Count; i++)
        {
            var (column, first, element) = (dictionary.Columns[i], true, _parts.Count == 0 ? 1 : _parts[^1].Element + _parts[^1].Elements);
            foreach (var width in SavSegments.Of(column.Width).Widths)
            {
                var part = new Part(column, first ? _shortNames[i] : names.For(_shortNames[i]), width, element, first);
                _parts.Add(part);
                (first, element) = (false, element + part.Elements);
            }
        }
    }

    private void WriteHeader()
    {
        output.Bytes(writing.Compression == SavCompression.Zlib ? "$FL3"u8 : "$FL2"u8);
        output.Padded("@(#) SPSS DATA FILE Barometer.Analysis", 60, "The program's name");
        output.Int32(2);
        output.Int32(_parts.Sum(part => part.Elements));
        output.Int32((int)writing.Compression);
        output.Int32(dictionary.Weight is { } weight ? _parts.First(part => part.IsFirst && part.Column.Name == weight).Element : 0);
        output.Int32(-1);
        output.Double(100);
        output.Padded(writing.Moment.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9, "The date");
        output.Padded(writing.Moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 8, "The time");
        output.Padded(dictionary.FileLabel ?? "", 64, "The file's label");
        output.Fill(0, 3);
    }

    private void WriteVariable(Part part)
    {
        var label = part.IsFirst && part.Column.Label is { Length: > 0 } text ? output.Encode(text, LongestLabel, "A variable's label", part.Column.Name) : [];
        var missing = part.IsFirst && part.Column.Width <= ShortText ? part.Column.Missing : MissingValues.None;
        output.Int32(2);
        output.Int32(part.Width);
        output.Int32(label.Length > 0 ? 1 : 0);
        output.Int32(missing.Range is null ? missing.Single.Count : -2 - missing.Single.Count);
        output.Int32(Format(part, part.Column.Print));
        output.Int32(Format(part, part.Column.Write));
        output.Padded(part.Name, ShortText, "A short name");
        if (label.Length > 0)
        {
            output.Int32(label.Length);
            output.Bytes(label);
            output.Fill((byte)' ', SavRecords.Padding(label.Length, 4));
        }

        if (missing.Range is { } range)
        {
            Value(range.Low);
            Value(range.High);
        }

        foreach (var value in missing.Single)
        {
            Value(value);
        }

        for (var i = 1; i < part.Elements; i++)
        {
            output.Int32(2);
            output.Int32(-1);
            output.Fill(0, 4 * sizeof(int));
            output.Fill((byte)' ', ShortText);
        }
    }

    private static int Format(Part part, SpssFormat format) =>
        (part.Width > 0 && (part.Column.Width > SavSegments.Longest || !format.IsText) ? new SpssFormat(SpssFormat.A, part.Width, 0) : format).Packed;

    private void Value(DeliveredValue value)
    {
        if (value.IsText)
        {
            output.Padded(value.Text, ShortText, "A value");
            return;
        }

        output.Double(value.Number switch
        {
            double.NegativeInfinity => Math.BitIncrement(-double.MaxValue),
            double.PositiveInfinity => double.MaxValue,
            double.NaN => -double.MaxValue,
            var number => number,
        });
    }

    // Variables that share a set of labels have it once, as the list they were given.
    private void WriteLabels()
    {
        foreach (var group in _parts.Where(part => part.IsFirst && part.Column.Width <= ShortText && part.Column.ValueLabels.Count > 0).GroupBy(part => part.Column.ValueLabels))
        {
            output.Int32(3);
            output.Int32(group.Key.Count);
            foreach (var (value, label) in group.Key)
            {
                Value(value);
                var bytes = output.Encode(label, LongestLabel, "A value label", group.First().Column.Name);
                output.Bytes([(byte)bytes.Length]);
                output.Bytes(bytes);
                output.Fill((byte)' ', SavRecords.Padding(bytes.Length + 1, 8));
            }

            output.Int32(4);
            output.Int32(group.Count());
            foreach (var part in group)
            {
                output.Int32(part.Element);
            }
        }
    }

    private void WriteDocuments()
    {
        if (dictionary.Documents.Count == 0)
        {
            return;
        }

        var lines = dictionary.Documents.SelectMany(Broken).ToList();
        output.Int32(6);
        output.Int32(lines.Count);
        foreach (var line in lines)
        {
            output.Padded(line, DocumentLine, "A line of a document");
        }
    }

    // A line that is too long in this encoding goes on in the next.
    private IEnumerable<string> Broken(string line)
    {
        var start = 0;
        var bytes = 0;
        for (var i = 0; i < line.Length;)
        {
            var letter = i + 1 < line.Length && char.IsSurrogatePair(line, i) ? line.Substring(i, 2) : line[i].ToString();
            var size = output.Encode(letter, int.MaxValue, "A document").Length;
            if (bytes + size > DocumentLine)
            {
                yield return line[start..i];
                (start, bytes) = (i, 0);
            }

            bytes += size;
            i += letter.Length;
        }

        yield return line[start..];
    }

    private void WriteMachine()
    {
        output.Extension(3, sizeof(int), 8);
        foreach (var number in (int[])[27, 0, 0, -1, 1, 1, output.BigEndian ? 1 : 2, output.Encoding.CodePage])
        {
            output.Int32(number);
        }

        output.Extension(4, sizeof(double), 3);
        output.Double(-double.MaxValue);
        output.Double(double.MaxValue);
        output.Double(Math.BitIncrement(-double.MaxValue));
    }

    private void WriteSets()
    {
        foreach (var (subtype, counted) in new[] { (7, false), (19, true) })
        {
            var sets = dictionary.MultipleResponseSets.Where(set => (set.Kind == MultipleResponseKind.CountedValues) == counted).ToList();
            if (sets.Count > 0)
            {
                output.Encode(string.Concat(sets.Select(set => set.Name + set.Label + set.CountedValue)), int.MaxValue, "A set of multiple answers");
                output.Extension(subtype, [.. sets.SelectMany(set => (byte[])[.. Renamed(set).ToBytes(output.Encoding), (byte)'\n'])]);
            }
        }
    }

    // The variables of a set are named by their short names, which may be others now.
    private MultipleResponseSet Renamed(MultipleResponseSet set) => set with
    {
        Variables = [.. set.Variables.Select(name => dictionary.Columns.ToList().FindIndex(column => column.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
            ? _shortNames[at].ToLowerInvariant() : name)],
    };

    private void WriteDisplay()
    {
        output.Extension(11, sizeof(int), 3 * _parts.Count);
        foreach (var part in _parts)
        {
            output.Int32((int)(part.Column.Measure ?? MeasurementLevel.Unknown));
            output.Int32(part.Column.DisplayWidth ?? 8);
            output.Int32((int)(part.Column.Alignment ?? (part.Width > 0 ? SpssAlignment.Left : SpssAlignment.Right)));
        }
    }

    private void WriteLongWidths()
    {
        var widths = dictionary.Columns.Select((column, i) => (Name: _shortNames[i], column.Width)).Where(one => one.Width > SavSegments.Longest).ToList();
        if (widths.Count > 0)
        {
            output.Extension(14, Encoding.ASCII.GetBytes(string.Concat(widths.Select(one => FormattableString.Invariant($"{one.Name}={one.Width:00000}\0\t")))));
        }
    }

    private void WriteAttributes()
    {
        if (dictionary.Attributes.Count > 0)
        {
            output.Extension(17, output.Encode(string.Concat(dictionary.Attributes), int.MaxValue, "An attribute"));
        }

        var sets = dictionary.Columns.Select(column => (column.Name, Text: Attributes(column))).Where(one => one.Text.Length > 0).ToList();
        if (sets.Count > 0)
        {
            output.Extension(18, output.Encode(string.Join('/', sets.Select(one => $"{one.Name}:{one.Text}")), int.MaxValue, "An attribute"));
        }
    }

    private static string Attributes(SpssColumn column)
    {
        var role = column.Role is { } known ? new SpssAttribute(SpssAttributes.Role, [((int)known).ToString(CultureInfo.InvariantCulture)]).ToString() : "";
        return string.Concat(column.Attributes) + role;
    }

    private void WriteLongLabels()
    {
        using var record = new MemoryStream();
        var data = new SavOutput(record, output.Encoding, output.BigEndian);
        foreach (var column in dictionary.Columns.Where(column => column.Width > ShortText && column.ValueLabels.Count > 0))
        {
            Counted(data, column.Name, 0);
            data.Int32(column.Width);
            data.Int32(column.ValueLabels.Count);
            foreach (var (value, label) in column.ValueLabels)
            {
                Counted(data, value.Text, column.Width);
                Counted(data, label, 0);
            }
        }

        if (record.Length > 0)
        {
            output.Extension(21, record.ToArray());
        }
    }

    private void WriteLongMissing()
    {
        using var record = new MemoryStream();
        var data = new SavOutput(record, output.Encoding, output.BigEndian);
        foreach (var column in dictionary.Columns.Where(column => column.Width > ShortText && column.Missing.Any))
        {
            Counted(data, column.Name, 0);
            data.Bytes([(byte)column.Missing.Single.Count]);
            // As a rule only eight bytes count; a longer value is kept all the same.
            var length = column.Missing.Single.Max(value => Math.Max(ShortText, data.Encoding.GetByteCount(value.Text)));
            data.Int32(length);
            foreach (var value in column.Missing.Single)
            {
                data.Padded(value.Text, length, "A missing value", column.Name);
            }
        }

        if (record.Length > 0)
        {
            output.Extension(22, record.ToArray());
        }
    }

    private static void Counted(SavOutput data, string text, int width)
    {
        var length = Math.Max(width, data.Encoding.GetByteCount(text));
        data.Int32(length);
        data.Padded(text, length, "A text of the dictionary");
    }

    private sealed record Part(SpssColumn Column, string Name, int Width, int Element, bool IsFirst)
    {
        public int Elements => Math.Max(1, (Width + 7) / 8);
    }
}

/// <summary>Names of at most eight plain letters for variables whose own are longer, none of them twice.</summary>
internal sealed class ShortNames
{
    private const int Longest = 8;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A free name: the one that the variable has had, the beginning of its name, or that with a number.</summary>
    public string For(string wanted)
    {
        var plain = string.Concat(wanted.ToUpperInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '@' or '#' or '$' or '.'));
        var start = plain.Length > 0 && char.IsAsciiLetter(plain[0]) ? plain : "V" + plain;
        var name = start[..Math.Min(Longest, start.Length)];
        for (var number = 0; !_taken.Add(name); number++)
        {
            var tail = number.ToString(CultureInfo.InvariantCulture);
            name = start[..Math.Min(Longest - tail.Length, start.Length)] + tail;
        }

        return name;
    }
}
