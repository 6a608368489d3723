using System.Text;

namespace Barometer.Evidence.Tables;

/// <summary>The name of an enumeration's value in data files: <c>FewEffective</c> is <c>few-effective</c>.</summary>
internal static class CodeName
{
    /// <summary>The name; several flags are joined with a space.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var letter in value.ToString().Replace(", ", " ", StringComparison.Ordinal))
        {
            if (char.IsUpper(letter) && name.Length > 0 && name[^1] != ' ')
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
