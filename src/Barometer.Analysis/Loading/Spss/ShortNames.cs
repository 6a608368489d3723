using System.Globalization;

namespace Barometer.Analysis.Loading.Spss;

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
