namespace SurveyStatistics.Estimation;

/// <summary>One term of a model: the constant, a variable, or a product of several.</summary>
/// <param name="Text">The term as written; empty for the constant.</param>
/// <param name="First">The number of its first column.</param>
/// <param name="Names">The columns' names.</param>
/// <param name="Parts">The variables that are multiplied; empty for the constant.</param>
internal sealed record ModelTerm(string Text, int First, IReadOnlyList<CoefficientName> Names, IReadOnlyList<ModelPart> Parts)
{
    /// <summary>The columns' numbers.</summary>
    public IEnumerable<int> Positions => Enumerable.Range(First, Names.Count);

    /// <summary>A term whose columns start at <paramref name="first"/>.</summary>
    public static ModelTerm Of(string text, IReadOnlyList<ModelPart> parts, int first)
    {
        IReadOnlyList<CoefficientName> names = [new(text, [])];
        foreach (var part in parts.Where(part => part.Codes is not null))
        {
            names = [.. names.SelectMany(name => part.Compared.Select(category => new CoefficientName(text, [.. name.Categories, (part.Variable, category)])))];
        }

        return new ModelTerm(text, first, names, parts);
    }

    /// <summary>The term's columns, zero outside the base.</summary>
    public AuxiliaryTerm Columns(int[] inBase)
    {
        var (cells, values) = ((int[])inBase.Clone(), (double[]?)null);
        foreach (var part in Parts)
        {
            for (var row = 0; part.Codes is not null && row < cells.Length; row++)
            {
                var column = cells[row] < 0 ? -1 : part.ColumnOf[part.Codes[row]];
                cells[row] = column < 0 ? -1 : (cells[row] * part.Compared.Count) + column;
            }

            values = part.Values is null ? values : [.. part.Values.Select((value, row) => inBase[row] < 0 ? 0 : value * (values?[row] ?? 1))];
        }

        var totals = Enumerable.Repeat(double.NaN, Names.Count).ToArray();
        return new AuxiliaryTerm(cells, values, Names.Count, totals, i => Names[i].ToString());
    }
}
