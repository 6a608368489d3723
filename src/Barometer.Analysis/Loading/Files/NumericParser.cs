using System.Globalization;

namespace Barometer.Analysis.Loading.Files;

/// <summary>Reads numbers: digits with a decimal point, no grouping, no exponent.</summary>
internal sealed class NumericParser(Variable variable) : ColumnParser(variable)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly CodeLookup _lookup = new(variable);
    private readonly List<double> _values = [];

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        var state = _lookup.Find(text);
        if (state != CodeLookup.Unknown)
        {
            Keep(double.NaN, state);
            return null;
        }

        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Keep(double.NaN, CodeLookup.Unknown);
            return FieldKind.NotANumber(Variable, text);
        }

        Keep(value, 0);
        return OutOfRange(value);
    }

    public override Column ToColumn() => new NumericColumn(Variable.Name, [.. _values], Reasons()) { IsConfidential = IsConfidential, Routing = Variable.Routing };

    private void Keep(double value, short state)
    {
        _values.Add(value);
        Keep(state);
    }

    private FieldProblem? OutOfRange(double value)
    {
        if (value < Variable.Minimum || value > Variable.Maximum)
        {
            return new FieldProblem(
                "A number lies outside its range",
                FieldKind.Range(Variable),
                value < Variable.Minimum ? "a number below the range" : "a number above the range");
        }

        return Variable.WholeNumbers && value != Math.Floor(value)
            ? new FieldProblem("A number is not whole", "a whole number", "a number with decimals")
            : null;
    }
}
