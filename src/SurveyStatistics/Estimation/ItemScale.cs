using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Items that measure one thing together, such as statements answered from 1 to 5: their means, spread and correlations, and
/// how consistent they are. Made by <see cref="SurveyDesign.Scale"/>.
/// </summary>
/// <remarks>
/// The base of all numbers are those who answered every item (<c>na.rm = TRUE</c> of <c>svyvar</c> and <c>svycralpha</c> in R's
/// survey package). Ordered answers count by their codes where all are numbers, else 1, 2, 3 … Variances are the design's: by
/// linearisation, or by replicates where it has them. A number that isn't defined, such as the correlation with an item that does
/// not vary in a group, is NaN.
/// </remarks>
public sealed class ItemScale
{
    private readonly DesignState _state;
    private readonly int[] _inBase;
    private readonly double[][] _scores;

    internal ItemScale(DesignState state, IReadOnlyList<string> items, int[] inBase) =>
        (_state, Items, _inBase, _scores) = (state, items, inBase, [.. items.Select(item => Scores(state.Specification.Data[item]))]);

    /// <summary>The items' names.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The mean of each item, with a t interval.</summary>
    /// <param name="by">The groups; everybody comes last.</param>
    public EstimateTable Means(Grouping? by = null) => Table(Measure.Mean, by, OfEach, MomentFunction.Means);

    /// <summary>The standard deviation of each item, with a t interval of its logarithm.</summary>
    /// <param name="by">The groups; everybody comes last.</param>
    public EstimateTable StandardDeviations(Grouping? by = null) => Table(Measure.StandardDeviation, by, OfEach, MomentFunction.Deviations);

    /// <summary>
    /// The weighted correlation of each pair of items, named <c>first:second</c>, with a t interval of Fisher's z = artanh r: the
    /// second item with the first, the third with the first and the second, and so on.
    /// </summary>
    /// <param name="by">The groups; everybody comes last.</param>
    public EstimateTable Correlations(Grouping? by = null) => Table(
        Measure.Correlation,
        by,
        [.. MomentFunction.Pairs(Items.Count).Select(pair => ($"{Items[pair.First]}:{Items[pair.Second]}", new[] { pair.First, pair.Second }))],
        MomentFunction.Correlations);

    /// <summary>The correlation of each item with the sum of the others, with a t interval of Fisher's z.</summary>
    /// <param name="by">The groups; everybody comes last.</param>
    public EstimateTable ItemRestCorrelations(Grouping? by = null) =>
        Table(Measure.Correlation, by, [.. Items.Select(item => (item, All))], MomentFunction.WithRest);

    /// <summary>
    /// Cronbach's alpha, with a t interval of log (1 − alpha): the share of the sum's variance that items have in common, if all
    /// measure it alike (<c>svycralpha</c> in R's survey package).
    /// </summary>
    /// <param name="by">The groups; everybody comes last.</param>
    public EstimateTable Alpha(Grouping? by = null) => Table(Measure.Consistency, by, [("alpha", All)], MomentFunction.Alpha);

    /// <summary>
    /// McDonald's omega, with a t interval of log (1 − omega): the share of the sum's variance that is due to one common factor,
    /// whose loadings may differ. The factor is fitted by maximum likelihood to the weighted correlations; NaN where it explains
    /// an item wholly (a Heywood case).
    /// </summary>
    /// <param name="by">The groups; everybody comes last.</param>
    /// <exception cref="SurveyException">There are fewer than three items, which don't settle a factor.</exception>
    public EstimateTable Omega(Grouping? by = null) => Items.Count > 2
        ? Table(Measure.Consistency, by, [("omega", All)], MomentFunction.Omega)
        : throw new SurveyException(new Problem("Two items don't settle a common factor", Expected: "three items or more", Hint: "take Alpha()"));

    /// <summary>What each answer counts for: its code where all are numbers, else 1, 2, 3 …</summary>
    /// <param name="item">An ordered variable.</param>
    public static IReadOnlyList<double> ScoresOf(CategoricalColumn item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var codes = item.Categories.Select(category => double.TryParse(category, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : double.NaN).ToArray();
        return Array.Exists(codes, double.IsNaN) ? [.. Enumerable.Range(1, codes.Length).Select(i => (double)i)] : codes;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" + ", Items);

    private int[] All => [.. Enumerable.Range(0, Items.Count)];

    private (string Name, int[] Items)[] OfEach => [.. Items.Select((item, i) => (item, new[] { i }))];

    private EstimateTable Table(
        Measure measure, Grouping? by, (string Name, int[] Items)[] outcomes, Func<Vector<double>, Matrix<double>, IReadOnlyList<MomentFunction>> functions)
    {
        var index = _state.Cache.Groups(by ?? Grouping.None);
        var groups = index.Count == 0 ? [] : index.Within(_inBase);
        var estimates = new List<Estimate>();
        for (var g = 0; g <= index.Count; g++)
        {
            int[] rows = [.. Enumerable.Range(0, _inBase.Length).Where(row => g == index.Count ? _inBase[row] == 0 : groups[row] == g)];
            estimates.AddRange(Estimates(measure, g == index.Count ? [] : index.Groups[g], rows, outcomes, functions));
        }

        return new EstimateTable(measure, [.. by ?? Grouping.None], estimates);
    }

    private IEnumerable<Estimate> Estimates(
        Measure measure, IReadOnlyList<GroupValue> group, int[] rows, (string Name, int[] Items)[] outcomes,
        Func<Vector<double>, Matrix<double>, IReadOnlyList<MomentFunction>> functions)
    {
        var variance = _state.Variance.Value;
        var statistic = rows.Length > 1 ? new ItemMoments(rows, _scores, functions) : null;
        var vector = statistic is null ? null : variance.Estimate(statistic);
        var inGroup = new int[_inBase.Length];
        Array.Fill(inGroup, -1);
        foreach (var row in rows)
        {
            inGroup[row] = 0;
        }

        var degrees = variance.DegreesOfFreedom(inGroup, 1)[0];
        var effective = ReliabilityRule.EffectiveNumber(variance.Sample.Weights, row => inGroup[row] == 0);
        return outcomes.Select((outcome, i) =>
        {
            var (value, error) = vector is null ? (double.NaN, double.NaN) : (vector.Values[i], vector.StandardError(i));
            return new Estimate
            {
                Outcome = new Outcome(outcome.Name, null),
                Groups = group,
                Value = value,
                StandardError = double.IsNaN(value) ? double.NaN : error,
                Interval = ScaleOf(measure).Around(_state, value, error * error, degrees),
                Source = statistic is null ? null : new EstimateSource(_state, new Lazy<IStatistic>(statistic), i),
                Respondents = rows.Length,
                Base = rows.Sum(row => variance.Sample.Weights[row]),
                DegreesOfFreedom = degrees,
                Reliability = ReliabilityRule.Judge(effective, degrees, null),
                Members = new CellMembers([.. outcome.Items.SelectMany(item => Answers(Items[item], rows))]),
            };
        });
    }

    // On which the estimate is nearer to normal, and whose limits are numbers that it can be.
    private static IntervalScale ScaleOf(Measure measure) => measure switch
    {
        Measure.StandardDeviation => IntervalScale.Log,
        Measure.Correlation => IntervalScale.Fisher,
        Measure.Consistency => IntervalScale.LogComplement,
        _ => IntervalScale.Identity,
    };

    // The counts that the number follows from: of each answer that somebody gave to the item, or the amounts of a number.
    private IEnumerable<CellMembers> Answers(string item, int[] rows) => _state.Specification.Data[item] is CategoricalColumn column
        ? column.Categories.Index()
            .Where(category => Array.Exists(rows, row => column.CodeArray[row] == category.Index))
            .Select(category => new CellMembers(rows, Array.FindAll(rows, row => column.CodeArray[row] == category.Index)) { Outcome = new Outcome(item, category.Item) })
        : [new CellMembers(rows, null) { Outcome = new Outcome(item, null) }];

    private static double[] Scores(Column column)
    {
        if (column is NumericColumn number)
        {
            return number.ValueArray;
        }

        var answers = (CategoricalColumn)column;
        var scores = ScoresOf(answers);
        return Array.ConvertAll(answers.CodeArray, code => code < 0 ? double.NaN : scores[code]);
    }
}
