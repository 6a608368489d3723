using System.Text;

namespace Barometer.Synthesis;

/// <summary>Writes CSV as the codebook's dialect has it: UTF-8 without a mark, commas, line feeds, no quotes needed.</summary>
internal static class CsvText
{
    /// <summary>The file's bytes.</summary>
    /// <exception cref="ArgumentException">A field would need quotes: codes and identifiers never do.</exception>
    public static byte[] Bytes(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            var before = text.Length;
            text.AppendJoin(',', row.Select(Plain)).Append('\n');
            if (text.Length == before + 1)
            {
                throw new ArgumentException("A row has no fields.", nameof(rows));
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Plain(string field) => field.AsSpan().IndexOfAny("\",\r\n") < 0
        ? field
        : throw new ArgumentException("A field would need quotes.", nameof(field));
}
