using System.Globalization;

namespace SurveyStatistics.Estimation;

/// <summary>
/// The predictors of a regression: a constant, numbers as they are or as <c>log(…)</c>, categories against the first that
/// occurs, and products written <c>a:b</c>. <c>0</c> among them leaves the constant out, as in R.
/// </summary>
internal sealed class ModelMatrix
{
    // Among the predictors, as in R's formulas.
    private const string NoConstant = "0";

    private ModelMatrix(int[] inBase, IReadOnlyList<ModelTerm> terms)
    {
        (InBase, Terms) = (inBase, terms);
        Matrix = new AuxiliaryMatrix([.. terms.Select(term => term.Columns(inBase))], inBase.Length);
    }

    /// <summary>The columns, zero for rows outside the base.</summary>
    public AuxiliaryMatrix Matrix { get; }

    /// <summary>For each row 0 in the base and −1 outside.</summary>
    public int[] InBase { get; }

    /// <summary>The terms with their columns; the constant first.</summary>
    public IReadOnlyList<ModelTerm> Terms { get; }

    /// <summary>The variables of the terms, each once.</summary>
    public IEnumerable<ModelPart> Parts => Terms.SelectMany(term => term.Parts).DistinctBy(part => part.Text);

    /// <summary>Builds the columns.</summary>
    /// <param name="data">The respondents.</param>
    /// <param name="inBase">For each row 0 where the response is known and −1 outside; rows that lack a predictor leave it.</param>
    /// <param name="predictors">The predictors as written.</param>
    /// <param name="hasConstant">Whether a constant comes first; else one is understood, as beside thresholds.</param>
    /// <exception cref="SurveyException">A variable does not exist, or a predictor does not vary.</exception>
    public static ModelMatrix Of(DataSet data, int[] inBase, IReadOnlyList<string> predictors, bool hasConstant = true)
    {
        var named = predictors.Where(text => text != NoConstant).ToList();
        var parts = named.Select(text => text.Split(':').Select(part => ModelPart.Of(data, part.Trim())).ToArray()).ToList();
        var rows = new int[inBase.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = inBase[row] == 0 && parts.TrueForAll(term => Array.TrueForAll(term, part => part.IsKnown(row))) ? 0 : -1;
        }

        var terms = new List<ModelTerm>();
        if (named.Count == predictors.Count)
        {
            terms.AddRange(hasConstant ? [ModelTerm.Of("", [], 0)] : Array.Empty<ModelTerm>());
        }
        else if (!hasConstant || parts.Count == 0 || parts.Any(term => term.Any(part => part.Codes is not null)))
        {
            throw new SurveyException(new Problem(
                "A model without a constant has nothing to compare categories with", Expected: "numbers as predictors beside «0»"));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            terms.Add(ModelTerm.Of(named[i], Array.ConvertAll(parts[i], part => part.Against(rows)), terms.Sum(term => term.Names.Count)));
        }

        return new ModelMatrix(rows, terms);
    }

    /// <summary>
    /// The effective number of respondents behind a coefficient: of a number those in the base; of categories the fewer of
    /// those with them and those with a reference, since the coefficient compares the two.
    /// </summary>
    public double EffectiveRespondents(CoefficientName name, double[] weights)
    {
        var parts = name.Categories.Select(one => (Part: Parts.First(part => part.Codes is not null && part.Variable == one.Variable), one.Category)).ToList();
        var compared = ReliabilityRule.EffectiveNumber(weights, row => InBase[row] == 0 && parts.TrueForAll(one => one.Part.Has(row, one.Category)));
        return parts.Select(one => ReliabilityRule.EffectiveNumber(weights, row => InBase[row] == 0 && one.Part.Codes![row] == one.Part.Reference)).Append(compared).Min();
    }

    /// <summary>The Wald test that all coefficients of one or more terms are zero.</summary>
    /// <param name="terms">The terms as written.</param>
    /// <param name="vector">The coefficients, in the terms' order.</param>
    /// <param name="degreesOfFreedom">The denominator's degrees of freedom.</param>
    /// <exception cref="SurveyException">The model has no such term, or none is named.</exception>
    public SignificanceTest TermTest(Grouping terms, EstimateVector vector, double degreesOfFreedom)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var named = Terms.Select(one => one.Text).Where(text => text.Length > 0).ToList();
        var unknown = terms.FirstOrDefault(term => !named.Contains(term));
        if (unknown is not null || terms.Count == 0)
        {
            throw new SurveyException(new Problem(
                unknown is null ? "No term to test is named" : $"The model has no term «{unknown}»", Expected: "one of " + string.Join(", ", named)));
        }

        var part = vector.Select([.. Terms.Where(one => one.Text.Length > 0 && terms.Contains(one.Text)).SelectMany(one => one.Positions)]);
        return SignificanceTest.F(TestMethod.Wald, part.Wald() / part.Count, part.Count, degreesOfFreedom);
    }

    /// <summary>The category that a coefficient is of, with the one it is compared with.</summary>
    public GroupValue Compared(DataSet data, CoefficientName name)
    {
        var (variable, category) = name.Categories[0];
        var part = Parts.First(one => one.Text == name.Term);
        return new GroupValue(variable, category) { Reference = CodedColumn.Of(data[variable]).Categories[part.Reference] };
    }

    /// <summary>The columns as if a part of the terms were another.</summary>
    public AuxiliaryMatrix With(ModelPart part, ModelPart other) => new(
        [.. Terms.Select(term => (term with { Parts = [.. term.Parts.Select(one => one.Text == part.Text ? other : one)] }).Columns(InBase))],
        InBase.Length);

    /// <summary>The columns as if everybody had these levels of variables: a category's code, or a number.</summary>
    /// <exception cref="SurveyException">Nobody in the base has a level, or it is no number.</exception>
    public AuxiliaryMatrix At(IReadOnlyDictionary<string, string> levels) => new(
        [.. Terms.Select(term => (term with { Parts = [.. term.Parts.Select(part => levels.TryGetValue(part.Variable, out var level) ? part.At(level) : part)] }).Columns(InBase))],
        InBase.Length);

    /// <summary>
    /// The derivative of the columns by a number: the other parts of each term that holds it, once for each time that it
    /// does; zero for the others.
    /// </summary>
    public AuxiliaryMatrix DerivativeBy(ModelPart part)
    {
        var nowhere = new int[InBase.Length];
        Array.Fill(nowhere, -1);
        return new AuxiliaryMatrix(
            [.. Terms.Select(term => term.Parts.Count(one => one.Text == part.Text) switch
            {
                0 => term.Columns(nowhere),
                var times => (term with { Parts = term.Without(part) }).Columns(InBase, times),
            })],
            InBase.Length);
    }
}

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
