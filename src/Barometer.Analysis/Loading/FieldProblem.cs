using System.Globalization;

namespace Barometer.Analysis.Loading;

/// <summary>
/// What is wrong with one field: what kind of text stood where something else was expected. The text itself never goes into a
/// message: it may be somebody's answer.
/// </summary>
internal sealed record FieldProblem(string What, string Expected, string Got, string? Hint = null)
{
    private const int CodesNamed = 12;

    /// <summary>The problem of a text that is no code of a categorical variable.</summary>
    public static FieldProblem NotACode(Variable variable, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return Empty(Codes(variable));
        }

        var (got, hint) = DescribeCode(variable, text);
        return new FieldProblem("A code is not among the categories", Codes(variable), got, hint);
    }

    /// <summary>The problem of a text that is no number.</summary>
    public static FieldProblem NotANumber(Variable variable, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return Empty(Range(variable));
        }

        if (IsNumberWith(text, ','))
        {
            return new FieldProblem(
                "The decimal mark is wrong", Range(variable), "a number with a comma", "write 2.5, not 2,5, and no mark between thousands");
        }

        var got = IsNumberWith(text, ' ') || IsNumberWith(text, '\u00a0') || IsNumberWith(text, '\u202f')
            ? "a number with spaces"
            : text.ContainsAnyInRange('0', '9') ? "a text with digits that is no plain number" : "a text without digits";
        return new FieldProblem("A field is not a number", Range(variable), got, "digits with a decimal point, no spaces, no unit, no exponent");
    }

    /// <summary>The problem of an identifier that is empty or has blanks around it; null when it is fit.</summary>
    public static FieldProblem? NotAnIdentifier(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return new FieldProblem("An identifier is missing", "an identifier", "an empty field");
        }

        return text.Trim().Length < text.Length
            ? new FieldProblem("An identifier has blanks around it", "an identifier", "a text that begins or ends with a blank")
            : null;
    }

    /// <summary>The problem of a number that the variable doesn't allow; null when it is fit.</summary>
    public static FieldProblem? NotAllowed(Variable variable, double value)
    {
        if (value < variable.Minimum || value > variable.Maximum)
        {
            return new FieldProblem(
                "A number lies outside its range", Range(variable), value < variable.Minimum ? "a number below the range" : "a number above the range");
        }

        return variable.WholeNumbers && value != Math.Floor(value)
            ? new FieldProblem("A number is not whole", "a whole number", "a number with decimals")
            : null;
    }

    // What a numeric variable takes, in words.
    private static string Range(Variable variable)
    {
        var noun = variable.WholeNumbers ? "a whole number" : "a number with a decimal point";
        return (variable.Minimum, variable.Maximum) switch
        {
            (null, null) => noun,
            (double low, null) => string.Create(CultureInfo.InvariantCulture, $"{noun} from {low}"),
            (null, double high) => string.Create(CultureInfo.InvariantCulture, $"{noun} up to {high}"),
            (double low, double high) => string.Create(CultureInfo.InvariantCulture, $"{noun} from {low} to {high}"),
        };
    }

    private static FieldProblem Empty(string expected) =>
        new("A field is empty", expected, "an empty field", "the codebook gives this variable no code for a missing value");

    private static (string Got, string? Hint) DescribeCode(Variable variable, ReadOnlySpan<char> text)
    {
        var codes = variable.Categories.Select(c => c.Code).Concat(variable.MissingCodes.Select(m => m.Code)).ToList();
        var labels = variable.Categories.SelectMany(c => new[] { c.Label.Nb, c.Label.En })
            .Concat(variable.MissingCodes.SelectMany(m => new[] { m.Label.Nb, m.Label.En })).ToList();
        var trimmed = text.Trim().ToString();
        return trimmed switch
        {
            "" => ("blanks", "leave the field wholly empty"),
            _ when codes.Contains(trimmed) => ("a code with blanks around it", "remove the blanks"),
            _ when codes.Contains(trimmed, StringComparer.OrdinalIgnoreCase) => ("a code in other letter case", "codes are written as in the codebook"),
            _ when labels.Contains(trimmed, StringComparer.OrdinalIgnoreCase) => ("a label", "write the code, not its label"),
            _ when double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => ("a number", "translate the answers to the codes of the codebook"),
            _ => ("another text", "look the code up in the codebook"),
        };
    }

    private static string Codes(Variable variable)
    {
        var codes = variable.Categories.Select(c => c.Code).Concat(variable.MissingCodes.Where(m => m.Code.Length > 0).Select(m => m.Code)).ToList();
        var named = string.Join(", ", codes.Take(CodesNamed));
        var rest = codes.Count - CodesNamed;
        var empty = variable.MissingCodes.Any(m => m.Code.Length == 0) ? " or an empty field" : "";
        return "one of " + named + (rest > 0 ? FormattableString.Invariant($" and {rest} more") : "") + empty;
    }

    private static bool IsNumberWith(ReadOnlySpan<char> text, char mark)
    {
        var without = text.ToString().Replace(mark.ToString(), "", StringComparison.Ordinal);
        return without.Length < text.Length
            && double.TryParse(without, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
