using System.Text;

namespace Barometer.Conformance.Deliveries;

/// <summary>Writes each SPSS file of a folder anew in every form, and reads it again: the same variables and values have to come out.</summary>
internal static class RewriteCommand
{
    private static readonly (string Name, SavWriting Writing)[] Forms =
    [
        ("none", new SavWriting { Compression = SavCompression.None }),
        ("byte", new SavWriting { Compression = SavCompression.Bytecode }),
        ("zlib", new SavWriting { Compression = SavCompression.Zlib }),
        ("big", new SavWriting { Compression = SavCompression.Bytecode, BigEndian = true }),
        ("1252", new SavWriting { Compression = SavCompression.Bytecode, Encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)! }),
    ];

    /// <summary>Writes a line a file.</summary>
    /// <param name="folder">The folder with <c>files/</c>.</param>
    /// <param name="output">Takes the files: the name, the form, <c>.sav</c>.</param>
    /// <param name="lines">Where the lines go.</param>
    /// <returns>0 without a difference, 1 with one.</returns>
    public static int Run(string folder, string output, TextWriter lines)
    {
        Directory.CreateDirectory(output);
        var differs = false;
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "files")).Order(StringComparer.Ordinal))
        {
            if (Whole(path) is not { } whole)
            {
                continue;
            }

            var (table, dictionary) = whole;
            foreach (var (name, writing) in Forms)
            {
                var written = Path.Combine(output, $"{Path.GetFileName(path)}.{name}.sav");
                try
                {
                    Write(table, dictionary, writing, written);
                    var difference = Difference(table, DeliveryFile.Open(written));
                    differs |= difference is not null;
                    lines.WriteLine($"{(difference is null ? "ok" : "differs"),-8} {Path.GetFileName(written)}{(difference is null ? "" : $": {difference}")}");
                }
                catch (BarometerException problem)
                {
                    File.Delete(written);
                    differs |= name != "1252";
                    lines.WriteLine($"{"refused",-8} {Path.GetFileName(written)}: {problem.Message}");
                }
            }
        }

        return differs ? 1 : 0;
    }

    // The file, if it is one of SPSS and none of those that are damaged.
    private static (DeliveredTable Table, SpssDictionary Dictionary)? Whole(string path)
    {
        try
        {
            var table = DeliveryFile.Open(path);
            using var rows = table.Rows();
            while (rows.Read())
            {
            }

            return ((table as SavTable)?.Dictionary ?? (table as PorTable)?.Dictionary) is { } dictionary ? (table, dictionary) : null;
        }
        catch (BarometerException)
        {
            return null;
        }
    }

    /// <summary>Writes a table as a system file.</summary>
    public static void Write(DeliveredTable table, SpssDictionary dictionary, SavWriting writing, string path)
    {
        using var rows = table.Rows();
        using var file = File.Create(path);
        using var writer = new SavWriter(file, dictionary, writing);
        var values = new DeliveredValue[table.Columns.Count];
        while (rows.Read())
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows[i];
            }

            writer.Write(values);
        }

        writer.Finish();
    }

    private static string? Difference(DeliveredTable expected, DeliveredTable got)
    {
        if (expected.Columns.Count != got.Columns.Count)
        {
            return "another number of variables";
        }

        for (var i = 0; i < expected.Columns.Count; i++)
        {
            var (one, other) = ((SpssColumn)expected.Columns[i], (SpssColumn)got.Columns[i]);
            if (one.Name != other.Name || one.Label != other.Label || one.Kind != other.Kind || one.Width != other.Width
                || !one.ValueLabels.SequenceEqual(other.ValueLabels) || !one.Missing.Single.SequenceEqual(other.Missing.Single) || one.Missing.Range != other.Missing.Range
                || one.Role != other.Role || one.Print.ToString() != other.Print.ToString())
            {
                return $"variable {one.Name}";
            }
        }

        using var left = expected.Rows();
        using var right = got.Rows();
        while (left.Read())
        {
            if (!right.Read())
            {
                return "fewer rows";
            }

            for (var i = 0; i < expected.Columns.Count; i++)
            {
                if (!left[i].Equals(right[i]))
                {
                    return FormattableString.Invariant($"row {left.Count} of {expected.Columns[i].Name}");
                }
            }
        }

        return right.Read() ? "more rows" : null;
    }
}
