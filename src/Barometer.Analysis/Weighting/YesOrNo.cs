namespace Barometer.Analysis.Weighting;

/// <summary>Reads a variable that says yes or no of every row.</summary>
internal static class YesOrNo
{
    /// <summary>For each row whether it has the category «yes», or the number 1.</summary>
    /// <exception cref="BarometerException">The variable is neither.</exception>
    public static bool[] Of(DataSet data, string name) => data[name] switch
    {
        CategoricalColumn categorical when categorical.IndexOf("yes") is var yes and >= 0 => Array.ConvertAll(categorical.CodeArray, code => code == yes),
        NumericColumn numeric => Array.ConvertAll(numeric.ValueArray, value => value == 1),
        _ => throw new BarometerException(new Problem(
            $"«{name}» does not say yes or no of every row of {data.Name}", Expected: "a variable with the category «yes», or 1 and 0")),
    };
}
