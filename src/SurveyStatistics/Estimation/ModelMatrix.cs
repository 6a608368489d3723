namespace SurveyStatistics.Estimation;

/// <summary>
/// The predictors of a regression: a constant, numbers as they are or as <c>log(…)</c>, categories against the first that
/// occurs, and products written <c>a:b</c>.
/// </summary>
internal sealed class ModelMatrix
{
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
    /// <exception cref="SurveyException">A variable does not exist, or a predictor does not vary.</exception>
    public static ModelMatrix Of(DataSet data, int[] inBase, IReadOnlyList<string> predictors)
    {
        var parts = predictors.Select(text => text.Split(':').Select(part => ModelPart.Of(data, part.Trim())).ToArray()).ToList();
        var rows = new int[inBase.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = inBase[row] == 0 && parts.TrueForAll(term => Array.TrueForAll(term, part => part.IsKnown(row))) ? 0 : -1;
        }

        var terms = new List<ModelTerm> { ModelTerm.Of("", [], 0) };
        for (var i = 0; i < parts.Count; i++)
        {
            terms.Add(ModelTerm.Of(predictors[i], Array.ConvertAll(parts[i], part => part.Against(rows)), terms.Sum(term => term.Names.Count)));
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
        var compared = EffectiveNumber.Of(weights, row => InBase[row] == 0 && parts.TrueForAll(one => one.Part.Has(row, one.Category)));
        return parts.Select(one => EffectiveNumber.Of(weights, row => InBase[row] == 0 && one.Part.Codes![row] == one.Part.Reference)).Append(compared).Min();
    }

    /// <summary>The columns as if a part of the terms were another.</summary>
    public AuxiliaryMatrix With(ModelPart part, ModelPart other) => new(
        [.. Terms.Select(term => (term with { Parts = [.. term.Parts.Select(one => one.Text == part.Text ? other : one)] }).Columns(InBase))],
        InBase.Length);

    /// <summary>The derivative of the columns by a number: the other parts of each term that holds it, zero for the others.</summary>
    public AuxiliaryMatrix DerivativeBy(ModelPart part)
    {
        var nowhere = new int[InBase.Length];
        Array.Fill(nowhere, -1);
        return new AuxiliaryMatrix(
            [.. Terms.Select(term => term.Parts.Any(one => one.Text == part.Text)
                ? (term with { Parts = [.. term.Parts.Where(one => one.Text != part.Text)] }).Columns(InBase)
                : term.Columns(nowhere))],
            InBase.Length);
    }
}
