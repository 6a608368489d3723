namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Predictive margins against R survey 4.1-1. Values: <c>svypredmeans(svyglm(barr_1 ~ region + log(employees), …), ~size)</c>. Standard errors: <c>svyrecvar</c> in R of the whole influence,
/// w (p − µ) / Σw of a respondent's own prediction and the coefficients' (X′WGX)⁻¹x w (y − p) by the delta method; svypredmeans leaves out the covariance of the two, which makes its
/// standard errors differ by up to 0.3 per cent here. Data: the synthetic case baro-operational; design A is stratified, F calibrated, JA the stratified jackknife of A.
/// </summary>
public class MarginsTests
{
    private const double Model = 1e-6;

    [Theory]
    [InlineData("A", RegressionFamily.Logistic, new[] { 0.413509063179, 0.499900914923, 0.563289578803 }, new[] { 0.045855363936, 0.0249215595335, 0.0557514312923 }, new[] { 0.0459437158171, 0.0248805197358, 0.0556849008219 }, 0.0945860292688)]
    [InlineData("A", RegressionFamily.Linear, new[] { 0.411315236387, 0.499792197129, 0.564468127715 }, new[] { 0.0493182651719, 0.0252830912403, 0.0584811712044 }, new[] { 0.0494175813689, 0.0252425212704, 0.058412004798 }, 0.10070376302)]
    [InlineData("F", RegressionFamily.Logistic, new[] { 0.419657829388, 0.529637507696, 0.598034787263 }, new[] { 0.0380322190402, 0.0298533370537, 0.0674020627966 }, new[] { 0.0380229895837, 0.0298336711014, 0.0674080955889 }, 0.0978997408137)]
    [InlineData("F", RegressionFamily.Linear, new[] { 0.41719697186, 0.529881640773, 0.600890476998 }, new[] { 0.0412388895363, 0.0306281212123, 0.0729577113749 }, new[] { 0.0412280980804, 0.0306079878593, 0.0729611999488 }, 0.106635463912)]
    public void Margins_OfCategories_AsR(string id, RegressionFamily family, double[] values, double[] errors, double[] errorsOfR, double errorOfDifference)
    {
        var model = Design(id).Regression("barr_1", ["region", "log(employees)", "size"], family);

        var margins = model.Margins("size");

        AssertEqual(values, margins.Estimates.Select(one => one.Value), Model);
        AssertEqual(errors, margins.Estimates.Select(one => one.StandardError), 1e-4); // R's logistic fit stops early
        AssertEqual(errorsOfR, margins.Estimates.Select(one => one.StandardError), 0.003);
        var difference = model.MarginDifference("size", "50+", "1-9").Estimates[0];
        AssertEqual([values[2] - values[0], errorOfDifference], [difference.Value, difference.StandardError], 1e-4);
        var effect = model.MarginalEffects()[^1];
        AssertEqual([effect.Value, effect.StandardError], [difference.Value, difference.StandardError], 1e-9);
    }

    [Theory]
    [InlineData("A", RegressionFamily.Logistic, new[] { 0.563711852472, 0.443535899965, 0.0451577067323, 0.037024646386 })]
    [InlineData("A", RegressionFamily.Linear, new[] { 0.564638819154, 0.442749406964, 0.0471720141968, 0.0385068016533 })]
    [InlineData("F", RegressionFamily.Logistic, new[] { 0.554721946296, 0.413459416157, 0.0375546880452, 0.0480000104596 })]
    [InlineData("F", RegressionFamily.Linear, new[] { 0.55584773579, 0.411535245774, 0.0394471442012, 0.0512945848186 })]
    public void Margins_OfANumberWithAnotherHeld_AsR(string id, RegressionFamily family, double[] expected)
    {
        var model = Design(id).Regression("barr_1", ["region", "log(employees)", "size"], family);

        var margins = model.Margins("employees", ["5", "50"], new Dictionary<string, string> { ["region"] = "Oslo" });

        AssertEqual(expected, margins.Estimates.Select(one => one.Value).Concat(margins.Estimates.Select(one => one.StandardError)), 1e-4);
        Assert.Equal(["employees=5,region=Oslo", "employees=50,region=Oslo"], margins.Estimates.Select(one => string.Join(',', one.Groups.Select(group => $"{group.Variable}={group.Code}"))));
    }

    [Fact]
    public void Margins_Replicated_FitTheModelInEveryReplicate()
    {
        // withReplicates(JA, …) in R: glm and the averages of its predictions in every replicate.
        var margins = GoldenDesigns.Of("baro-operational-replicates", "JA")!.Regression("barr_1", ["size", "region"], RegressionFamily.Logistic).Margins("size");

        AssertEqual([0.482745450095, 0.49070920219, 0.47703375741], margins.Estimates.Select(one => one.Value), Model);
        AssertEqual([0.0258165924688, 0.024662956079, 0.0287976441612], margins.Estimates.Select(one => one.StandardError), Model);
    }

    [Fact]
    public void Margins_OfASaturatedModel_AreTheDomainsMeans()
    {
        var model = Design("F").Regression("q1", "size");
        var means = Design("F").Mean("q1", "size").OfGroups();

        AssertEqual([.. means.Estimates.Select(one => one.Value)], model.Margins("size").Estimates.Select(one => one.Value), 1e-9);
        AssertEqual([.. means.Estimates.Select(one => one.StandardError)], model.Margins("size").Estimates.Select(one => one.StandardError), 1e-9);
    }

    [Fact]
    public void Margins_TakenTogetherWithShares_HaveFunctions()
    {
        var design = Design("A");
        var model = design.Regression("barr_1", ["size", "region"], RegressionFamily.Logistic);

        var risk = model.Margins("size").Joint().Function("adjusted relative risk", x => x["50+"] / x["1-9"], IntervalScale.Log);
        var gap = JointEstimates.Of(model.Margins("size"), design.Mean("barr_1", "size")).Function("adjusted less raw", x => x[0] - x[3]);

        Assert.Equal(0.47703375741 / 0.482745450095, risk.Value, 1e-6);
        Assert.Equal(model.DegreesOfFreedom, risk.DegreesOfFreedom);
        Assert.InRange(gap.StandardError, 0, model.Margins("size").Estimates[0].StandardError / 3); // next to the same respondents
    }

    [Fact]
    public void Margins_OfWhatTheModelLacks_AreRefused()
    {
        var model = Design("A").Regression("barr_1", ["size", "log(employees)"]);
        var held = new Dictionary<string, string> { ["size"] = "1-9" };

        Refused("no predictor «region»", () => model.Margins("region"));
        Refused("no predictor «region»", () => model.Margins("size", at: new Dictionary<string, string> { ["region"] = "Oslo" }));
        Refused("need levels", () => model.Margins("employees"));
        Refused("no level", () => model.Margins("employees", ["0"]));
        Refused("no level", () => model.Margins("employees", ["many"]));
        Refused("Nobody in the model has «500+»", () => model.Margins("size", ["500+"]));
        Refused("held at a level and varied", () => model.Margins("size", at: held));
    }

    [Theory]
    [InlineData("A", 4.300358139, new[] { 0.0201653377581, 0.010659737799, 0.0252685758597 })]
    [InlineData("F", 4.61186911703, new[] { 0.019789207823, 0.0104577130595, 0.0255574710708 })]
    public void TermTestAndCovariance_Logistic_AsR(string id, double f, double[] covariances)
    {
        var model = Design(id).Regression("inno_service", ["size", "region"], RegressionFamily.Logistic);

        AssertEqual([f], [model.TermTest(["size", "region"]).Statistic], 1e-4);
        AssertEqual(covariances, [model.Covariance(1, 1), model.Covariance(1, 2), model.Covariance(2, 2)], 1e-4);
    }

    [Fact]
    public void TermTest_OfNoTerm_IsRefused() => Refused("No term", () => Design("A").Regression("q1", "size").TermTest([]));

    private static void AssertEqual(double[] expected, IEnumerable<double> actual, double relative) =>
        Assert.All(expected.Zip(actual), one => Assert.Equal(one.First, one.Second, Math.Abs(one.First) * relative));

    private static void Refused(string words, Func<object> use) => Assert.Contains(words, Assert.Throws<SurveyException>(use).Message, StringComparison.Ordinal);

    private static SurveyDesign Design(string id) => GoldenDesigns.Of("baro-operational", id)!;
}
