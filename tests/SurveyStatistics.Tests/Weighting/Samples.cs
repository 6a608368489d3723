using CsCheck;

namespace SurveyStatistics.Tests.Weighting;

/// <summary>Random populations with a sample from each, for property tests.</summary>
internal static class Samples
{
    /// <summary>
    /// A frame of three crossed groupings and a number, in which every combination has a unit, and a sample of it in which
    /// every combination has two respondents or more.
    /// </summary>
    public static readonly Gen<(DataSet Frame, DataSet Data)> Any =
        from categories in Gen.Select(Gen.Int[2, 3], Gen.Int[2, 4], Gen.Int[2, 3])
        from seed in Gen.Int[1, int.MaxValue]
        select Make(categories.Item1, categories.Item2, categories.Item3, new Random(seed));

    private static (DataSet Frame, DataSet Data) Make(int a, int b, int c, Random random)
    {
        var (frame, sample) = (new List<Row>(), new List<Row>());
        for (var cell = 0; cell < a * b * c; cell++)
        {
            var respondents = random.Next(2, 6);
            for (var unit = 0; unit < respondents + random.Next(0, 30); unit++)
            {
                var row = new Row(cell / (b * c), cell / c % b, cell % c, Math.Round(random.NextDouble() * 100, 3), random.Next(2));
                frame.Add(row);
                if (unit < respondents)
                {
                    sample.Add(row);
                }
            }
        }

        return (Table("frame", frame), Table("data", sample));
    }

    private static DataSet Table(string name, List<Row> rows) => new(name,
    [
        Categorical("a", rows, row => row.A),
        Categorical("b", rows, row => row.B),
        Categorical("c", rows, row => row.C),
        new NumericColumn("x", [.. rows.Select(row => row.X)]),
        Categorical("answer", rows, row => row.Answer),
    ]);

    private static CategoricalColumn Categorical(string name, List<Row> rows, Func<Row, int> value) => new(
        name,
        [.. Enumerable.Range(0, 4).Select(i => $"{name}{i}")],
        [.. rows.Select(value)]);

    private sealed record Row(int A, int B, int C, double X, int Answer);
}
