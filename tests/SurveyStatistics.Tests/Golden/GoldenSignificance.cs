using System.Text.Json;

namespace SurveyStatistics.Tests.Golden;

/// <summary>Tests: <c>svychisq</c>, <c>svygofchisq</c>, <c>svyttest</c>, <c>svyranktest</c>.</summary>
internal static class GoldenSignificance
{
    public static Comparison[]? Independence(SurveyDesign design, RCall call, GoldenCase one)
    {
        IndependenceTest? kind = call.Argument("statistic", "F") switch
        {
            "F" => IndependenceTest.RaoScott,
            "Chisq" => IndependenceTest.RaoScottFirstOrder,
            "Wald" => IndependenceTest.Wald,
            "adjWald" => IndependenceTest.AdjustedWald,

            // The run had no package for the exact distribution: its lincom is the saddlepoint approximation, too.
            "lincom" or "saddlepoint" => IndependenceTest.Saddlepoint,
            _ => null,
        };
        var terms = RCall.Terms(call.Positional[0]);
        return kind is null ? null : Compare(design.Independence(terms[0], terms[1], kind.Value), one, kind == IndependenceTest.Saddlepoint ? 1e-5 : 1e-7);
    }

    public static Comparison[] GivenShares(SurveyDesign design, GoldenCase one)
    {
        var size = design.Sample.Frame!.Categorical("size");
        var shares = size.Categories.Select((category, i) => (Code: category, Share: (double)size.Codes.ToArray().Count(code => code == i)))
            .ToDictionary(pair => pair.Code, pair => pair.Share);
        if (double.IsNaN(one.Numbers("p")[0]))
        {
            // Weights fitted to size leave nothing to test: R gives NaN, the library an error.
            Assert.Throws<SurveyException>(() => design.GivenShares("size", shares));
            return [];
        }

        var test = design.GivenShares("size", shares);
        return [new("statistic", [test.Statistic], Statistic(one), 1e-7), new("p", [test.PValue], one.Numbers("p"), 1e-5)];
    }

    public static Comparison[] Student(SurveyDesign design, RCall call, GoldenCase one)
    {
        var sides = call.Positional[0].Split('~');
        var (by, group, from) = sides[1] switch
        {
            "I(size=='50+')" => ("size", "50+", (string?)null),
            "responded" => ("responded#", "yes", "no"),
            _ => (sides[1], "small", "large"),
        };
        var test = design.TTest(sides[0], by, group, from);
        return
        [
            .. Compare(test, one, Math.Max(1e-7, Tolerances.StandardError(one.Design) * 100)),
            new("difference", [test.Estimate!.Value], GoldenCase.Array(one.Expected.GetProperty("estimate").GetProperty("values")), 1e-7),
            new("interval", [test.Estimate.Interval!.Lower, test.Estimate.Interval.Upper], one.Numbers("conf_int"), Math.Max(1e-7, Tolerances.StandardError(one.Design) * 100)),
        ];
    }

    public static Comparison[] Ranks(SurveyDesign design, RCall call, GoldenCase one)
    {
        var sides = call.Positional[0].Split('~');
        var tolerance = Math.Max(1e-7, Tolerances.StandardError(one.Design) * 100);
        if (sides[1] == "area")
        {
            // R names its statistic and parameter the wrong way round.
            var test = design.RankTest(sides[0], "area");
            var chisq = GoldenCase.Array(one.Expected.GetProperty("parameter").GetProperty("values"));
            return [new("Chisq", [test.Statistic * test.NumeratorDegrees], chisq, tolerance), new("p", [test.PValue], one.Numbers("p"), tolerance)];
        }

        return Compare(Large(design).RankTest(sides[0], "large"), one, tolerance);
    }

    // The design with «50+ or not» as a variable.
    private static SurveyDesign Large(SurveyDesign design)
    {
        var size = design.Sample.Data.Categorical("size");
        var large = new CategoricalColumn(
            "large", ["no", "yes"], [.. size.Codes.ToArray().Select(code => code == 2 ? 1 : 0)]);
        return design.WithColumn(large);
    }

    private static Comparison[] Compare(SignificanceTest test, GoldenCase one, double tolerance)
    {
        var comparisons = new List<Comparison>
        {
            new("statistic", [test.Statistic], Statistic(one), tolerance),
            new("p", [test.PValue], one.Numbers("p"), tolerance * 10),
        };
        if (one.Expected.TryGetProperty("parameter", out var parameter) && parameter.ValueKind == JsonValueKind.Object)
        {
            double[] degrees = [test.NumeratorDegrees, test.DenominatorDegrees];
            comparisons.Add(new("degrees", [.. degrees.Where(double.IsFinite)], GoldenCase.Array(parameter.GetProperty("values")), tolerance * 10));
        }

        return [.. comparisons];
    }

    private static double[] Statistic(GoldenCase one) => GoldenCase.Array(one.Expected.GetProperty("statistic").GetProperty("values"));
}
