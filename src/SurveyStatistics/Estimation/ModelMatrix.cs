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

    /// <summary>The sum of the weights of those in the base.</summary>
    public double Base(double[] weights) => InBase.Select((row, i) => row == 0 ? weights[i] : 0).Sum();

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
