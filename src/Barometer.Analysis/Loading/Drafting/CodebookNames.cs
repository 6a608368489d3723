using System.Text;

namespace Barometer.Analysis.Loading.Drafting;

/// <summary>Names as a codebook has them: lower-case letters, digits and underscores, none of them twice.</summary>
internal sealed class CodebookNames
{
    private const int Longest = 40;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of what is called so in a file.</summary>
    /// <param name="called">What it is called.</param>
    public string For(string called)
    {
        var name = Plain(called);
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}_{number}");
        }

        return free;
    }

    /// <summary>Keeps a name for what is called so.</summary>
    public void Take(string name) => _taken.Add(name);

    private static string Plain(string called)
    {
        var text = new StringBuilder();
        foreach (var letter in called.Trim().ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("å", "a", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(letter);
            }
            else if (text.Length > 0 && text[^1] != '_' && !char.IsLetter(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                text.Append('_');
            }
        }

        var name = text.ToString()[..Math.Min(Longest, text.Length)].Trim('_');
        return name.Length == 0 ? "variable" : char.IsAsciiDigit(name[0]) ? "v" + name : name;
    }
}
