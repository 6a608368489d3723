namespace SurveyStatistics.Tests.Estimation;

/// <summary>What can't be a function of estimates is refused in words that say what can.</summary>
public class JointMisuseTests
{
    private static readonly SurveyDesign Design = GoldenDesigns.Of("baro-operational", "A")!;

    [Fact]
    public void Joint_CountsAndQuantiles_AreRefused()
    {
        Refused("no covariance", () => Design.Count("size").Joint());
        Refused("no covariance", () => Design.Quantile("employees").Joint());
        Refused("one estimate or more", () => JointEstimates.Of(Array.Empty<Estimate>()));
    }

    [Fact]
    public void Joint_TwoDesigns_AreRefused()
    {
        Refused("several designs", () => JointEstimates.Of(Design.Mean("q1"), Design.Unweighted().Mean("q1")));
        Refused("several designs", () => JointEstimates.Of(Design.Mean("q1"), GoldenDesigns.Of("baro-operational", "F")!.Mean("q1")));

        // A domain of the same design isn't another one.
        Assert.Equal(2, JointEstimates.Of(Design.Mean("q1"), Design.Where("size", "50+").Mean("q1")).Estimates.Count);
    }

    [Fact]
    public void Joint_GroupOfNobody_IsRefusedWhereItIsUsed()
    {
        var means = Design.Where("size", "50+").Mean("q1", "size").Joint();

        Refused("nobody in its base", () => means.Covariance(0, 1));
        Refused("nobody in its base", () => means.Function("x", x => x["50+"] / x["1-9"]));
        Assert.Equal(1, means.Function("x", x => x["50+"] / x["50+"]).Value);
    }

    [Fact]
    public void Function_OfNothing_OrWithoutAValue_IsRefused()
    {
        var shares = Design.Proportion("inno_service#", "size").Joint();

        Refused("is a constant", () => shares.Function("half", _ => 0.5));
        Refused("no value", () => shares.Function("nothing", x => x["50+"] / (x["50+"] - x["50+"])));
        Refused("no value", () => shares.Function("nothing", x => (-x["50+"]).Log()));
        Refused("no value, or no slope", () => shares.Function("corner", x => (x["50+"] - x["50+"]).Sqrt()));
        Refused("above zero", () => shares.Function("negative", x => -x["50+"], IntervalScale.Log));
        Refused("between 0 and 1", () => shares.Function("large", x => 2 * x["50+"], IntervalScale.Logit));
    }

    [Fact]
    public void Function_WithoutAValueInAReplicate_IsRefused()
    {
        // One of ten gave the answer: without that one there is nothing to divide by.
        var data = new DataSet("rows",
        [
            new CategoricalColumn("group", ["a", "b"], [.. Enumerable.Range(0, 20).Select(row => row / 10)]),
            new CategoricalColumn("answer", ["yes", "no"], [.. Enumerable.Range(0, 20).Select(row => row is 0 or >= 15 ? 0 : 1)]),
        ]);
        var shares = SurveyDesign.Of(data).Unweighted().Replicated(Replication.Jackknife()).Proportion("answer", "group").Joint();

        Refused("no value in 1 of 20 replicates", () => shares.Function("b over a", x => x["b"] / x["a"]));
        Assert.True(shares.Function("a over b", x => x["a"] / x["b"]).StandardError > 0);
    }

    [Fact]
    public void Function_UnknownAndAmbiguousNames_AreToldApart()
    {
        var shares = Design.Proportion("size", ["area", "region"]).Joint();

        Refused("No estimate is named «FIN · Tromsø»", () => shares.Function("x", x => x["FIN", "Tromsø"]));
        Refused("names 3 estimates", () => shares.Function("x", x => x["FIN", "Oslo"]));
        Assert.Equal(Design.Where("area", "FIN").Where("region", "Oslo").Proportion("size").Estimates[1].Value, shares.Function("x", x => x["FIN", "region=Oslo", "size=10-49"]).Value, 1e-12);
        Assert.Equal(Design.Proportion("size").Estimates[1].Value, shares.Function("x", x => x["10-49"]).Value, 1e-12); // everybody
    }

    [Fact]
    public void Test_SingularOrOfTheWrongNumber_IsRefused()
    {
        var shares = Design.Proportion("size").Joint();

        Refused("singular", () => shares.Test()); // all shares add up to one
        Refused("another number", () => shares.Test([1]));
        Refused("nothing to compare", () => Design.Mean("q1").Joint().EqualityTest());
        Refused("not all of the numbers vary", () => GoldenDesigns.Of("baro-operational", "B")!.TotalWith("size", "area").OfGroups().Joint().EqualityTest()); // fixed by the weights, but for rounding
        Refused("too few degrees of freedom", () => SurveyMaker.Make().Design().Mean("employees", "employees").OfGroups().Joint().EqualityTest());
    }

    [Fact]
    public void SmoothNumber_HasNoMemberThatYieldsANumber()
    {
        var members = typeof(SmoothNumber).GetMembers().Concat(typeof(NamedEstimates).GetMembers());

        Assert.DoesNotContain(members, member => member is System.Reflection.PropertyInfo { PropertyType: var type } && type != typeof(SmoothNumber));
        Assert.DoesNotContain(members, member => member is System.Reflection.MethodInfo { ReturnType: var type, Name: "op_Implicit" or "op_Explicit" } && type != typeof(SmoothNumber));
        Assert.Equal("a number made of estimates", Text(Design));
    }

    private static string Text(SurveyDesign design)
    {
        var text = "";
        design.Mean("q1").Joint().Function("x", x =>
        {
            text = x["q1"].ToString();
            return x["q1"];
        });
        return text;
    }

    private static void Refused(string words, Func<object> use) => Assert.Contains(words, Assert.Throws<SurveyException>(use).Message, StringComparison.Ordinal);
}
