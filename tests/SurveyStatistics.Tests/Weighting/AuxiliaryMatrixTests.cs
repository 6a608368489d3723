namespace SurveyStatistics.Tests.Weighting;

public class AuxiliaryMatrixTests
{
    private const int Rows = 103;

    // A number stands between crossings, so that blocks fall on both sides of it; the rows are no multiple of four.
    [Fact]
    public void Products_CrossingsAndNumbers_EqualThoseOfTheFullMatrix() => CompareWithTheFullMatrix(outside: -1);

    [Fact]
    public void Products_ARowOutsideACrossing_EqualThoseOfTheFullMatrix() => CompareWithTheFullMatrix(outside: 17);

    private static void CompareWithTheFullMatrix(int outside)
    {
        var random = new Random(7);
        var (first, last) = (Cells(random, 4, outside), Cells(random, 3, -1));
        var (one, other) = (Numbers(random), Numbers(random));
        var matrix = new AuxiliaryMatrix(
        [
            new AuxiliaryTerm(first, null, 4, new double[4], _ => ""),
            AuxiliaryTerm.Number(one, "one"),
            new AuxiliaryTerm(last, null, 3, new double[3], _ => ""),
            AuxiliaryTerm.Number(other, "other"),
        ],
            Rows);
        var full = Enumerable.Range(0, Rows).Select(row => (double[])
        [
            .. Enumerable.Range(0, 4).Select(cell => first[row] == cell ? 1.0 : 0),
            one[row],
            .. Enumerable.Range(0, 3).Select(cell => last[row] == cell ? 1.0 : 0),
            other[row],
        ]).ToArray();
        var (vector, coefficients) = (Numbers(random), Numbers(random)[..9]);

        Equal(Columns(j => full.Select((x, row) => x[j] * vector[row]).Sum()), matrix.Totalled(vector));
        Equal(full.Select(x => x.Zip(coefficients, (a, b) => a * b).Sum()), matrix.Times(coefficients));
        var gram = matrix.Gram(vector);
        Equal(Columns(i => Columns(j => full.Select((x, row) => x[i] * x[j] * vector[row]).Sum())).SelectMany(row => row), gram.Cast<double>());
    }

    private static IEnumerable<T> Columns<T>(Func<int, T> make) => Enumerable.Range(0, 9).Select(make);

    private static void Equal(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));

    private static int[] Cells(Random random, int count, int outside) =>
        [.. Enumerable.Range(0, Rows).Select(row => row == outside ? -1 : random.Next(count))];

    private static double[] Numbers(Random random) => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() * 10)];
}
