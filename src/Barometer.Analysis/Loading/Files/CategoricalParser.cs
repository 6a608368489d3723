namespace Barometer.Analysis.Loading.Files;

/// <summary>Reads category codes.</summary>
internal sealed class CategoricalParser(Variable variable) : ColumnParser(variable)
{
    private readonly CodeLookup _lookup = new(variable);

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        var state = _lookup.Find(text);
        Keep(state);
        return state == CodeLookup.Unknown ? FieldKind.NotACode(Variable, text) : null;
    }

    public override Column ToColumn()
    {
        var states = States;
        var codes = new int[states.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = Math.Max(states[row], (short)-1);
        }

        return new CategoricalColumn(Variable.Name, [.. Variable.Categories.Select(category => category.Code)], codes, Reasons(), Variable.Ordered)
        {
            IsConfidential = IsConfidential,
            Routing = Variable.Routing,
            ReasonCodes = Variable.MissingCodes.DistinctBy(missing => missing.Reason).ToDictionary(missing => missing.Reason, missing => missing.Code),
        };
    }
}
