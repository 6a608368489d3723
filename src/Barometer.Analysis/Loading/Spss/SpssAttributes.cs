namespace Barometer.Analysis.Loading.Spss;

/// <summary>Reads the attributes of the records 7/17 and 7/18: <c>name('value'\n'value'\n)</c>, of variables after <c>variable:</c>.</summary>
internal static class SpssAttributes
{
    /// <summary>The attribute in which SPSS keeps a variable's role.</summary>
    public const string Role = "$@Role";

    /// <summary>The attributes of a file. What isn't in the form ends the list.</summary>
    public static IReadOnlyList<SpssAttribute> OfFile(string text)
    {
        var at = 0;
        return Read(text, ref at);
    }

    /// <summary>The attributes of variables, by the variable's name.</summary>
    public static IEnumerable<(string Variable, IReadOnlyList<SpssAttribute> Attributes)> OfVariables(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var colon = text.IndexOf(':', at);
            if (colon < 0)
            {
                yield break;
            }

            var name = text[at..colon].Trim('\n', '\r', ' ');
            at = colon + 1;
            var before = at;
            yield return (name, Read(text, ref at));
            if (at < text.Length && text[at] == '/')
            {
                at++;
            }
            else if (at == before)
            {
                yield break;
            }
        }
    }

    // A value may hold anything but an end of line, apostrophes included: it ends with an apostrophe before the end of a line.
    private static List<SpssAttribute> Read(string text, ref int at)
    {
        var attributes = new List<SpssAttribute>();
        while (at < text.Length && text[at] != '/')
        {
            var open = text.IndexOf('(', at);
            if (open < 0)
            {
                return attributes;
            }

            var name = text[at..open].Trim('\n', '\r', ' ');
            var next = open + 1;
            var values = new List<string>();
            while (next < text.Length && text[next] == '\'')
            {
                var end = text.IndexOf('\n', next);
                var stop = end < 0 ? text.Length : end;
                var value = text.AsSpan((next + 1)..stop).TrimEnd('\r');
                values.Add((value.EndsWith("'") ? value[..^1] : value).ToString());
                next = Math.Min(stop + 1, text.Length);
            }

            if (next >= text.Length || text[next] != ')')
            {
                return attributes;
            }

            attributes.Add(new SpssAttribute(name, values));
            at = next + 1;
        }

        return attributes;
    }
}
