namespace SurveyStatistics.Weighting;

/// <summary>
/// The variables a response model predicts from: categorical ones by their categories, numbers as they are or, written
/// <c>log(employees)</c>, by their natural logarithm.
/// </summary>
internal static class Predictors
{
    /// <summary>The predictors of the rows of <paramref name="data"/>, with the categories of <paramref name="model"/>.</summary>
    /// <exception cref="SurveyException">A variable or category does not exist, or a value is missing.</exception>
    public static AuxiliaryMatrix Of(DataSet model, DataSet data, IReadOnlyList<string> names)
    {
        var terms = new List<AuxiliaryTerm> { AuxiliaryTerm.Constant(data.RowCount) };
        terms.AddRange(names.Select(name => Term(model, data, name)));
        return new AuxiliaryMatrix(terms, data.RowCount);
    }

    private static AuxiliaryTerm Term(DataSet model, DataSet data, string name)
    {
        var isLog = name.StartsWith("log(", StringComparison.Ordinal) && name.EndsWith(')');
        var variable = isLog ? name[4..^1] : name;
        if (isLog || model[variable] is NumericColumn)
        {
            var values = Array.ConvertAll(data.Numeric(variable).ValueArray, value => isLog ? Math.Log(value) : value);
            return values.All(double.IsFinite) ? AuxiliaryTerm.Number(values, name) : throw Missing(name);
        }

        var crossing = CrossClassification.Of(model, [variable]);
        var cells = ReferenceEquals(model, data) ? crossing.Cells : crossing.CellsIn(data);
        return cells.All(cell => cell >= 0) ? AuxiliaryTerm.Category(cells, crossing) : throw Missing(name);
    }

    private static SurveyException Missing(string name) => new(new Problem(
        $"The predictor «{name}» is missing or not finite for some units", Expected: "a value for every invited unit and every respondent"));
}
