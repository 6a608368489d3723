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

/// <summary>
/// Collects the problems of one file. Of each kind the first ones are listed and the rest counted, so that a file that is
/// wrong throughout still gives a message one can read.
/// </summary>
/// <param name="file">The name messages use for the file.</param>
/// <param name="isCounted">Whether each kind is told once for a column, with the number of rows, since the lines aren't those of a file that anybody has.</param>
internal sealed class ProblemLog(string file, bool isCounted = false)
{
    /// <summary>How many problems of one kind are listed one by one.</summary>
    public const int Listed = 20;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether there is any problem.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Notes a problem of this file; problems with the same <paramref name="what"/> are of one kind.</summary>
    public void Add(string what, int? line, string? column, string? expected = null, string? got = null, string? hint = null)
    {
        var key = isCounted ? $"{what}\n{column}" : what;
        if (!_kinds.TryGetValue(key, out var kind))
        {
            _kinds[key] = kind = new Kind([], new SortedSet<string>(StringComparer.Ordinal));
        }

        kind.Rows += line is null ? 0 : 1;
        if (kind.First.Count < (isCounted ? 1 : Listed))
        {
            kind.First.Add(new Problem(what, file, line, column, expected, got, hint));
            return;
        }

        kind.More++;
        if (column is not null)
        {
            kind.Columns.Add(column);
        }
    }

    /// <summary>The problems by kind in the order they were met, each long kind closed by how many more there are.</summary>
    public List<Problem> ToList() => isCounted
        ? [.. _kinds.Values.Select(kind => kind.Rows == 0 ? kind.First[0] : kind.First[0] with { Row = null, Got = $"{kind.First[0].Got}, in {Counted.Of(kind.Rows, "row", "rows")}" })]
        : [.. _kinds.SelectMany(kind => kind.Value.First.Concat(Rest(kind.Key, kind.Value)))];

    private IEnumerable<Problem> Rest(string what, Kind kind)
    {
        if (kind.More > 0)
        {
            var columns = kind.Columns.Count == 0 ? null : string.Join(", ", kind.Columns);
            yield return new Problem(FormattableString.Invariant($"{what}: and {kind.More} more of this kind"), file, null, columns);
        }
    }

    private sealed record Kind(List<Problem> First, SortedSet<string> Columns)
    {
        public int More { get; set; }

        public int Rows { get; set; }
    }
}
