namespace SurveyStatistics.Weighting;

/// <summary>
/// One term of a matrix of variables: a crossing, which is one 0/1 column a cell; a number, which is one column; or both, a
/// number within each cell. Weights are fitted to such terms, and models predict from them.
/// </summary>
internal sealed class AuxiliaryTerm
{
    /// <summary>Makes a term; the arrays are taken over.</summary>
    public AuxiliaryTerm(int[]? cells, double[]? values, int columns, double[] totals, Func<int, string> nameOf) =>
        (Cells, Values, Columns, Totals, NameOf) = (cells, values, columns, totals, nameOf);

    /// <summary>For each row its cell, or −1 where all columns are zero; null for a number.</summary>
    public int[]? Cells { get; }

    /// <summary>For each row its number; null for a crossing, whose number is 1.</summary>
    public double[]? Values { get; }

    /// <summary>
    /// For each row what rounding cut off its number, where that is known: products of two numbers have twice their digits.
    /// </summary>
    public double[]? Tails { get; init; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The known total of each column.</summary>
    public double[] Totals { get; }

    /// <summary>A column's name in messages.</summary>
    public Func<int, string> NameOf { get; }

    /// <summary>The row's cell, or −1.</summary>
    public int CellAt(int row) => Cells is null ? 0 : Cells[row];

    /// <summary>The row's number with all its digits.</summary>
    public DoubleDouble At(int row) => Values is null ? 1 : new DoubleDouble(Values[row], Tails is null ? 0 : Tails[row]);

    /// <summary>
    /// The term for <paramref name="known"/>, checked: every respondent has a cell, every cell with a total has a
    /// respondent, every cell with a respondent has a total.
    /// </summary>
    /// <exception cref="SurveyException">One of these does not hold; the message names the categories.</exception>
    public static AuxiliaryTerm Of(WeightedSample sample, KnownTotals known)
    {
        if (known.IsSum)
        {
            var column = sample.Data.Numeric(known.Variables[0]);
            return !column.ValueArray.Any(double.IsNaN)
                ? new AuxiliaryTerm(null, column.ValueArray, 1, [known.NumberTotal(sample.Frame)], _ => known.ToString())
                : throw Missing(known);
        }

        var crossing = CrossClassification.Of(sample.Data, [.. known.Variables]);
        var totals = known.CellTotals(crossing, sample.Frame);
        if (crossing.Cells.Any(cell => cell < 0))
        {
            throw Missing(known);
        }

        Check(crossing, totals);
        return Compact(crossing, totals);
    }

    /// <summary>A column of ones, without a total.</summary>
    public static AuxiliaryTerm Constant(int rows) => new(new int[rows], null, 1, [double.NaN], _ => "constant");

    /// <summary>A number as a predictor, without a total.</summary>
    public static AuxiliaryTerm Number(double[] values, string name) => new(null, values, 1, [double.NaN], _ => name);

    /// <summary>Categories as predictors, without totals.</summary>
    public static AuxiliaryTerm Category(int[] cells, CrossClassification crossing)
    {
        var totals = new double[crossing.CellCount];
        Array.Fill(totals, double.NaN);
        return new(cells, null, totals.Length, totals, crossing.NameOf);
    }

    // Not how many: of a question that is the number of those who didn't answer it.
    private static SurveyException Missing(KnownTotals known) => new(new Problem(
        $"Not every respondent has a value for «{known}»",
        Expected: "a value for every respondent",
        Hint: "weights can only be fitted to what is known of everybody; impute it, or leave the variable out"));

    private static void Check(CrossClassification crossing, double[] totals)
    {
        var respondents = new int[totals.Length];
        foreach (var cell in crossing.Cells)
        {
            respondents[cell]++;
        }

        var problems = new List<Problem>();
        int[] unknown = [.. Enumerable.Range(0, totals.Length).Where(cell => respondents[cell] > 0 && !(totals[cell] > 0))];
        if (unknown.Length > 0)
        {
            problems.Add(new Problem(
                Problem.Of(
                    Array.ConvertAll(unknown, crossing.NameOf),
                    name => $"The population has nobody with {name}, yet there are respondents",
                    count => FormattableString.Invariant($"The population has nobody in {count} categories, yet there are respondents")),
                Expected: "a total above zero",
                Got: Array.TrueForAll(unknown, cell => double.IsNaN(totals[cell])) ? "no total" : "zero, less, or no total",
                Hint: "totals of another population, or of other categories?"));
        }

        int[] unmet = [.. Enumerable.Range(0, totals.Length).Where(cell => respondents[cell] == 0 && totals[cell] > 0)];
        if (unmet.Length > 0)
        {
            problems.Add(new Problem(
                Problem.Of(
                    Array.ConvertAll(unmet, crossing.NameOf),
                    name => $"The total of {name} can't be met: no respondent has it",
                    count => FormattableString.Invariant($"The totals of {count} categories can't be met: no respondent has them")),
                Got: FormattableString.Invariant($"{unmet.Sum(cell => totals[cell])} units in the population and no respondent"),
                Hint: "merge the category with another one, or fit to fewer variables"));
        }

        if (problems.Count > 0)
        {
            throw new SurveyException(problems);
        }
    }

    // Only the cells that someone is in become columns.
    private static AuxiliaryTerm Compact(CrossClassification crossing, double[] totals)
    {
        var filled = Enumerable.Range(0, totals.Length).Where(cell => totals[cell] > 0).ToArray();
        var number = new int[totals.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            number[filled[i]] = i;
        }

        return new AuxiliaryTerm(
            Array.ConvertAll(crossing.Cells, cell => number[cell]),
            null,
            filled.Length,
            Array.ConvertAll(filled, cell => totals[cell]),
            column => crossing.NameOf(filled[column]));
    }
}
