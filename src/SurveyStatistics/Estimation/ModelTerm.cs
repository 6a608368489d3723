using System.Globalization;

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

    /// <summary>The parts but for one occurrence of <paramref name="part"/>.</summary>
    public IReadOnlyList<ModelPart> Without(ModelPart part)
    {
        var place = Parts.Select(one => one.Text).ToList().IndexOf(part.Text);
        return [.. Parts.Where((_, i) => i != place)];
    }

    /// <summary>The term's columns, zero outside the base.</summary>
    /// <param name="inBase">For each row 0 in the base and −1 outside.</param>
    /// <param name="times">What the columns are multiplied by.</param>
    public AuxiliaryTerm Columns(int[] inBase, int times = 1)
    {
        var cells = (int[])inBase.Clone();
        var numbers = Parts.Where(part => part.Values is not null).ToList();
        DoubleDouble[]? products = numbers.Count == 0 && times == 1 ? null : [.. Enumerable.Repeat((DoubleDouble)times, cells.Length)];
        foreach (var part in Parts)
        {
            for (var row = 0; part.Codes is not null && row < cells.Length; row++)
            {
                var column = cells[row] < 0 ? -1 : part.ColumnOf[part.Codes[row]];
                cells[row] = column < 0 ? -1 : (cells[row] * part.Compared.Count) + column;
            }

            for (var row = 0; part.Values is not null && row < cells.Length; row++)
            {
                products![row] = inBase[row] < 0 ? 0 : products[row] * part.Values[row];
            }
        }

        // Numbers alone are zero outside the base, and have no cells. Products of numbers keep all their digits: those of a
        // polynomial nearly follow from each other.
        return new AuxiliaryTerm(
            numbers.Count > 0 && numbers.Count == Parts.Count ? null : cells,
            products is null ? null : Array.ConvertAll(products, one => one.High),
            Names.Count,
            [.. Enumerable.Repeat(double.NaN, Names.Count)],
            i => Names[i].ToString())
        {
            Tails = numbers.Count > 1 ? Array.ConvertAll(products!, one => one.Low) : null,
        };
    }
}

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

    /// <summary>The codes of all categories, by number; empty for numbers.</summary>
    public IReadOnlyList<string> Categories { get; private init; } = [];

    /// <summary>The codes of the categories that occur in the base, the reference first; empty for numbers.</summary>
    public IEnumerable<string> Occurring => Codes is null ? [] : Compared.Prepend(Categories[Reference]);

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
            return new ModelPart { Text = text, Variable = variable, Codes = column.Codes, Categories = column.Categories, Compared = column.Categories };
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
                // The reference stands first, so that its column is −1, as is that of categories that don't occur.
                Reference = occurring[0],
                ColumnOf = [.. Enumerable.Range(0, Compared.Count).Select(code => occurring.IndexOf(code) - 1).Select(column => Math.Max(-1, column))],
                Compared = [.. occurring.Skip(1).Select(code => Compared[code])],
            };
    }

    /// <summary>The part as if everybody had one level: a category's code, or a number.</summary>
    /// <exception cref="SurveyException">Nobody in the base has the category, or the level is no number, or has no logarithm.</exception>
    public ModelPart At(string level)
    {
        if (Codes is not null)
        {
            return Occurring.Contains(level)
                ? At(Categories.ToList().IndexOf(level))
                : throw new SurveyException(Problem.NoSuch($"Nobody in the model has «{level}» of «{Variable}»", level, Occurring));
        }

        var isLog = Text != Variable;
        if (!double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || (isLog && number <= 0))
        {
            throw new SurveyException(new Problem($"«{level}» is no level of «{Text}»", Expected: isLog ? "a number above zero" : "a number, with a point"));
        }

        return this with { Values = [.. Enumerable.Repeat(isLog ? Math.Log(number) : number, Values!.Length)] };
    }

    /// <summary>The part as if everybody were in one category.</summary>
    public ModelPart At(int code)
    {
        var codes = new int[Codes!.Length];
        Array.Fill(codes, code);
        return this with { Codes = codes };
    }
}
