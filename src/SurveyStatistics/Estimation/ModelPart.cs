namespace SurveyStatistics.Estimation;

/// <summary>One variable of a model term: categories against a reference, or numbers.</summary>
internal sealed record ModelPart
{
    private ModelPart()
    {
    }

    /// <summary>The part as written, for example <c>log(employees)</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The variable's name.</summary>
    public required string Variable { get; init; }

    /// <summary>For each row its number; null for categories.</summary>
    public double[]? Values { get; private init; }

    /// <summary>For each row its category's number, or −1; null for numbers.</summary>
    public int[]? Codes { get; private init; }

    /// <summary>The categories compared with the reference, by column; empty for numbers.</summary>
    public IReadOnlyList<string> Compared { get; private init; } = [];

    /// <summary>For each category its column, or −1 for the reference and those that do not occur.</summary>
    public IReadOnlyList<int> ColumnOf { get; private init; } = [];

    /// <summary>The number of the reference category.</summary>
    public int Reference { get; private init; }

    /// <summary>Reads a part.</summary>
    /// <exception cref="SurveyException">The variable does not exist or has no logarithm.</exception>
    public static ModelPart Of(DataSet data, string text)
    {
        var isLog = text.StartsWith("log(", StringComparison.Ordinal) && text.EndsWith(')');
        var variable = isLog ? text[4..^1] : text;
        if (!isLog && data[variable] is not NumericColumn)
        {
            var column = CodedColumn.Of(data[variable]);
            return new ModelPart { Text = text, Variable = variable, Codes = column.Codes, Compared = column.Categories };
        }

        var values = data.Numeric(variable).ValueArray;
        return isLog && values.Any(value => value <= 0)
            ? throw new SurveyException(new Problem($"«{variable}» has no logarithm", Expected: "numbers above zero"))
            : new ModelPart { Text = text, Variable = variable, Values = isLog ? Array.ConvertAll(values, Math.Log) : values };
    }

    /// <summary>Whether the row has a value.</summary>
    public bool IsKnown(int row) => Codes is null ? !double.IsNaN(Values![row]) : Codes[row] >= 0;

    /// <summary>Whether the row has this category, one of those compared.</summary>
    public bool Has(int row, string code) => ColumnOf[Codes![row]] is var column and >= 0 && Compared[column] == code;

    /// <summary>The part with the first category that occurs in the base as reference.</summary>
    /// <exception cref="SurveyException">The categories do not vary in the base.</exception>
    public ModelPart Against(int[] inBase)
    {
        if (Codes is null)
        {
            return this;
        }

        var occurring = Enumerable.Range(0, inBase.Length).Where(row => inBase[row] == 0).Select(row => Codes[row]).Distinct().Order().ToList();
        return occurring.Count < 2
            ? throw new SurveyException(new Problem(
                $"«{Variable}» does not vary among the respondents of the model", Expected: "two categories or more", Hint: "leave it out"))
            : this with
            {
                Reference = occurring[0],
                ColumnOf = [.. Enumerable.Range(0, Compared.Count).Select(code => occurring.IndexOf(code) - 1).Select(column => Math.Max(-1, column))],
                Compared = [.. occurring.Skip(1).Select(code => Compared[code])],
            };
    }

    /// <summary>The part as if everybody were in one category.</summary>
    public ModelPart At(int code)
    {
        var codes = new int[Codes!.Length];
        Array.Fill(codes, code);
        return this with { Codes = codes };
    }
}
