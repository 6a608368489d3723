using CsCheck;

namespace SurveyStatistics.Tests.Replicates;

/// <summary>Small designs, made up, and random ones.</summary>
internal static class Designs
{
    /// <summary>Three strata of 30, 20 and 10 units with 6, 4 and 3 respondents.</summary>
    public static SurveyDesign Stratified(int[]? order = null, bool finite = true)
    {
        int[] rows = order ?? [.. Enumerable.Range(0, 13)];
        var data = Table(
            ("h", [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]),
            ("w", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 10.0 / 3, 10.0 / 3, 10.0 / 3]),
            ("N", [30, 30, 30, 30, 30, 30, 20, 20, 20, 20, 10, 10, 10]),
            ("id", [.. Enumerable.Range(101, 13).Select(i => (double)i)]),
            ("g", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]),
            ("y", [1, 5, 2, 8, 3, 3, 6, 9, 4, 7, 2, 5, 8]),
            ("x", [2, 3, 2, 5, 4, 3, 6, 7, 4, 5, 3, 4, 6]));
        var sorted = new DataSet("made up", [.. data.Columns.Select(column => new NumericColumn(column.Name, [.. rows.Select(row => ((NumericColumn)column).Values[row])]))]);
        var design = SurveyDesign.Of(sorted).StratifiedBy("h").WeightedBy("w");
        return finite ? design.WithFinitePopulation("N") : design;
    }

    /// <summary>Columns of numbers as a data set.</summary>
    public static DataSet Table(params (string Name, double[] Values)[] columns) =>
        new("made up", [.. columns.Select(column => new NumericColumn(column.Name, column.Values))]);

    /// <summary>A sample of a random population, stratified by <c>a</c>, with its finite population.</summary>
    public static SurveyDesign Of((DataSet Frame, DataSet Data) population, bool finite = true)
    {
        var design = SurveyDesign.Of(population.Data, population.Frame).StratifiedBy("a");
        return finite ? design.WithFinitePopulation() : design;
    }

    /// <summary>One of the ways to replicate any of these designs.</summary>
    public static readonly Gen<Replication> AnyMethod = Gen.OneOfConst(
        Replication.Jackknife(),
        Replication.Bootstrap(150, 3),
        Replication.SubBootstrap(70, 4));
}
