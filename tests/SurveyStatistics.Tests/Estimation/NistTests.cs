using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// The certified values of NIST's reference sets for linear least squares, to nine digits; with constant weights the weighted
/// regression is the plain one. Where they come from is in Nist/README.md.
/// </summary>
public partial class NistTests
{
    private const double Digits = 1e-9;

    public static TheoryData<string> Sets() =>
        ["Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Regression_ReferenceSet_HasTheCertifiedCoefficients(string name)
    {
        var set = ReferenceSet.Read(name);

        var model = set.Fit();

        Assert.Equal(set.Coefficients.Count, model.Coefficients.Count);
        Assert.All(set.Coefficients.Zip(model.Coefficients), pair => AssertDigits(pair.First.Estimate, pair.Second.Value, 0));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Deviance_ReferenceSet_GivesTheCertifiedResidualDeviation(string name)
    {
        var set = ReferenceSet.Read(name);

        var model = set.Fit();

        // Without residuals there is nothing but the rounding of a sum of the size of the response.
        var deviation = Math.Sqrt(model.Deviance / (set.Data.RowCount - model.Coefficients.Count));
        AssertDigits(set.ResidualDeviation, deviation, set.Largest);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void LeastSquares_ReferenceSet_GivesTheCertifiedStandardErrors(string name)
    {
        var set = ReferenceSet.Read(name);
        var matrix = ModelMatrix.Of(set.Data, new int[set.Data.RowCount], set.Predictors).Matrix;

        var equations = new LeastSquares(matrix, [.. Enumerable.Repeat(1.0, set.Data.RowCount)]);

        // The model-based error: the residual deviation times the root of the diagonal of (X′X)⁻¹.
        Assert.All(set.Coefficients.Select((certified, i) => (certified, i)), one =>
        {
            var unit = new DoubleDouble[set.Coefficients.Count];
            unit[one.i] = 1;
            AssertDigits(one.certified.StandardError, set.ResidualDeviation * Math.Sqrt(equations.SolveFor(unit).Coefficients[one.i]), 0);
        });
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Regression_ReferenceSet_HasTheStandardErrorsOfTheDesign(string name)
    {
        var set = ReferenceSet.Read(name);

        var model = set.Fit();

        Assert.All(set.DesignErrors.Zip(model.Coefficients), pair => AssertDigits(pair.First, pair.Second.StandardError, set.Largest));
    }

    [Fact]
    public void Regression_WithoutAConstant_RefusesCategories()
    {
        var error = Assert.Throws<SurveyException>(() => SurveyMaker.Make().Unweighted().Regression("employees", ["0", "size"]));

        Assert.Contains("numbers", error.Message, StringComparison.Ordinal);
    }

    private static void AssertDigits(double expected, double actual, double scale) =>
        Assert.True(Math.Abs(actual - expected) <= (expected == 0 ? 1e-14 * scale : Digits * Math.Abs(expected)), FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));

    private sealed partial record ReferenceSet(
        DataSet Data, string[] Predictors, List<(double Estimate, double StandardError)> Coefficients, double ResidualDeviation, double[] DesignErrors)
    {
        public double Largest => Data.Numeric("y").Values.ToArray().Max(Math.Abs);

        public static ReferenceSet Read(string name)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "Estimation", "Nist");
            var lines = File.ReadAllLines(Path.Combine(folder, name + ".dat"));
            var place = lines.Select(line => DataLines().Match(line)).Last(match => match.Success);
            var rows = lines[(Number(place, 1) - 1)..Number(place, 2)].Select(line => Numbers(line)).ToArray();
            var certified = lines.Select(line => Certified().Match(line)).Where(match => match.Success)
                .Select(match => (Parse(match.Groups[1].Value), Parse(match.Groups[2].Value))).ToList();
            var deviation = lines.Select(line => Deviation().Match(line)).First(match => match.Success);
            var variables = rows[0].Length - 1;
            var columns = Enumerable.Range(0, variables + 1).Select(i => new NumericColumn(i == 0 ? "y" : $"x{i}", [.. rows.Select(row => row[i])]));
            var hasConstant = lines.Any(line => ConstantTerm().IsMatch(line));

            // One variable and more coefficients: its powers.
            string[] predictors = variables > 1
                ? [.. Enumerable.Range(1, variables).Select(i => $"x{i}")]
                : [.. Enumerable.Range(1, certified.Count - (hasConstant ? 1 : 0)).Select(power => string.Join(':', Enumerable.Repeat("x1", power)))];
            var errors = File.ReadAllLines(Path.Combine(folder, "design-standard-errors.csv"))
                .Where(line => line.StartsWith(name + ",", StringComparison.Ordinal)).Select(line => Parse(line.Split(',')[2])).ToArray();
            return new ReferenceSet(
                new DataSet(name, [.. columns]), hasConstant ? predictors : ["0", .. predictors], certified, Parse(deviation.Groups[1].Value), errors);
        }

        public Regression Fit() => SurveyDesign.Of(Data).Unweighted().Regression("y", Predictors);

        private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

        private static double[] Numbers(string line) => Array.ConvertAll(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), Parse);

        private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"Data\s*\(lines\s+(\d+)\s+to\s+(\d+)\)")]
        private static partial Regex DataLines();

        [GeneratedRegex(@"^\s+B\d+\s+(\S+)\s+(\S+)\s*$")]
        private static partial Regex Certified();

        [GeneratedRegex(@"^\s+Standard Deviation\s+(\S+)\s*$")]
        private static partial Regex Deviation();

        [GeneratedRegex(@"y = B0")]
        private static partial Regex ConstantTerm();
    }
}
