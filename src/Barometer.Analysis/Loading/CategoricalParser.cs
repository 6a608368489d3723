using System.Runtime.InteropServices;

namespace Barometer.Analysis.Loading;

/// <summary>Reads category codes.</summary>
internal sealed class CategoricalParser(Variable variable) : ColumnParser(variable)
{
    private readonly CodeLookup _lookup = new(variable);
    private readonly List<int> _states = [];

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        var state = _lookup.Find(text);
        _states.Add(state);
        return state == CodeLookup.Unknown ? FieldKind.NotACode(Variable, text) : null;
    }

    public override int StateAt(int row) => _states[row];

    public override void SetNotAsked(int row) => _states[row] = -(int)MissingReason.NotAsked;

    public override Column ToColumn()
    {
        var states = CollectionsMarshal.AsSpan(_states);
        var reasons = Reasons(states);
        var codes = new int[states.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = Math.Max(states[row], -1);
        }

        return new CategoricalColumn(Variable.Name, Variable.Categories, codes, reasons, Variable.Ordered);
    }
}
