using static Barometer.Analysis.Tests.Anonymity.QuestionSurvey;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// Derived variables are attacked together with what they are made of. Each leak is planted twice: as releases of two sessions that know nothing
/// of each other, which the audit must find; and in one session, which must hide part of it.
/// </summary>
public class DerivedReleaseTests
{
    private static readonly Rule Evaluated = Rule.Is("evaluated", "internal", "external");

    /// <summary>Two did it internally: what is left of «yes» when those who did it externally are known.</summary>
    private static readonly BarometerDesign TwoInternally = Make(Of(2, "internal"), Of(18, "external"), Of(20, "no")).Unweighted();

    /// <summary>Ten did a, ten b, and of 19 that did either one did both.</summary>
    private static readonly BarometerDesign OneBoth = Make(Of(1, ticked: "yyn"), Of(9, ticked: "ynn"), Of(9, ticked: "nyn"), Of(21, ticked: "nnn")).Unweighted();

    public static TheoryData<string> Leaks { get; } = ["merged", "merged two questions apart", "other than", "any of", "all but one of an any-of", "in a domain", "by a derived group", "through another base"];

    public static TheoryData<string> Alone { get; } = ["number", "count", "or with a group"];

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Attack_DerivedBesideItsParts_FindsWhatFollows(string leak)
    {
        var tables = Tables(leak);

        Assert.NotEmpty(new ReleaseAudit(Policies.Standard).Attack([.. tables.Select((table, i) => Journals.Of(table, Session().Release(table, $"t{i}"), table.Design!.Codebook))]));
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Release_DerivedBesideItsParts_HidesEnough(string leak)
    {
        foreach (var order in (UnreleasedTable[][])[Tables(leak), [.. Tables(leak).Reverse()]])
        {
            var session = Session();
            var released = order.Select((table, i) => (table, session.Release(table, $"t{i}"))).ToList();

            Assert.Contains(released.SelectMany(one => one.Item2.Content.Estimates), one => one.Status == CellStatus.Suppressed);
            Assert.Empty(new ReleaseAudit(Policies.Standard).Attack([.. released.Select(one => Journals.Of(one.table, one.Item2, one.table.Design!.Codebook))]));
        }
    }

    [Theory]
    [MemberData(nameof(Alone))]
    public void Release_DerivedOfFewAnswers_IsHidden(string one)
    {
        var table = Assert.Single(Tables(one));

        Assert.All(Session().Release(table, "x").Content.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
    }

    [Fact]
    public void Release_OrWithAGroup_TellsOfTheOthersOnly()
    {
        var design = Make(Of(8, ticked: "nny", group: "a"), Of(12, group: "a"), Of(10, ticked: "nny", group: "b"), Of(10, group: "b")).Unweighted();
        var table = design.Where(Rule.Is("group", "b") | Rule.Is("item_c")).Count();
        var claim = new ClaimReader(table, design.Where(Rule.Is("group", "b")).Codebook, Policies.Standard).Read(table.Estimates[0]);

        Assert.Equal((20, 8), (claim.Sums[0].Base.Count, claim.Sums[0].Counted!.Givers.Count));
        Assert.Single(claim.Sums);
        Assert.Equal(CellStatus.Published, Session().Release(table, "x").Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_Index_IsBoundByTheAnswersToEachItem()
    {
        var design = Make(Of(20, scaleA: 2, scaleB: 2), Of(20, scaleA: 4, scaleB: 3)).Unweighted().Derive("index", Rule.MeanOf("scale_a", "scale_b"));
        Claim Read(UnreleasedTable table) => new ClaimReader(table, design.Codebook, Policies.Standard).Read(table.Estimates[0]);

        Assert.Equal(["scale_a=2", "scale_a=4", "scale_b=2", "scale_b=3"], Read(design.Mean("index")).Sums.Select(sum => sum.Counted!.Key));
        Assert.Equal(["(mean of (scale_a, scale_b))=≤ 2"], Read(design.Quantile("index", 0.4)).Sums.Select(sum => sum.Counted!.Key));
        Assert.Equal(CellStatus.Published, Session().Release(design.Mean("index"), "x").Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_DerivedWithEnoughOfEverything_IsShownWithItsParts()
    {
        var design = Make(Of(20, "internal", "yyn"), Of(20, "external", "ynn"), Of(20, "no", "nyn"), Of(20, "no")).Unweighted();
        var derived = design.Derive("any", Evaluated).Derive("did", Rule.AnyOf("item_a", "item_b")).Derive("both", Rule.AllOf("item_a", "item_b")).Derive("count", Rule.CountOf("item_a", "item_b"));
        var session = Session();

        foreach (var (table, i) in new[] { derived.Proportion("evaluated", category: "internal"), derived.Proportion("any"), derived.Proportions(["item_a", "item_b"]), derived.Proportion("did"), derived.Proportion("both"), derived.Mean("count") }.Select((table, i) => (table, i)))
        {
            Assert.All(session.Release(table, $"t{i}").Content.Estimates, one => Assert.Equal(CellStatus.Published, one.Status));
        }
    }

    [Fact]
    public void Release_AnswersTakenTogether_AreTheSameFactAsThose()
    {
        // «Other than no» and «internal or external» are one share; so is «no» and what is merged into nothing else.
        var design = TwoInternally.Derive("one", Evaluated).Derive("other", Rule.OtherThan("evaluated", "no"));
        var reader = (string variable) => new ClaimReader(design.Proportion(variable), design.Codebook, Policies.Standard).Read(design.Proportion(variable).Estimates[0]);

        Assert.Equal("evaluated=internal|external", reader("one").Shown[0].Answer);
        Assert.Equal(reader("one").Shown[0], reader("other").Shown[0]);
        Assert.Equal(["evaluated"], reader("one").Sums[0].Questions);
        Assert.Equal("evaluated=no", new ClaimReader(design.Proportion("one", category: "no"), design.Codebook, Policies.Standard).Read(design.Proportion("one", category: "no").Estimates[0]).Shown[0].Answer);
    }

    [Fact]
    public void Release_SeveralQuestions_AreLinked()
    {
        var design = OneBoth.Derive("did", Rule.AnyOf("items"));

        Assert.Equal(["item_a", "item_b", "item_c"], new ClaimReader(design.Proportion("did"), design.Codebook, Policies.Standard).Read(design.Proportion("did").Estimates[0]).Sums[0].Questions);
    }

    [Fact]
    public void Release_RuleOfTheFrameAlone_IsNoAnswer()
    {
        var design = Make(Of(20, staff: 5), Of(20, staff: 100)).Unweighted().Derive("band", Rule.Bands("staff", 20));

        Assert.All(new ClaimReader(design.Proportion("evaluated", by: "band", category: "no"), design.Codebook, Policies.Standard).Read(design.Proportion("evaluated", by: "band", category: "no").Estimates[0]).Sums, sum => Assert.Equal(["evaluated"], sum.Questions));
        Assert.Equal(DisclosureRole.Group, design.Codebook["band"].Role);
    }

    private static UnreleasedTable[] Tables(string leak)
    {
        var merged = TwoInternally.Derive("any", Evaluated);
        var any = OneBoth.Derive("did", Rule.AnyOf("item_a", "item_b"));
        switch (leak)
        {
            case "merged":
                return [merged.Proportion("any"), merged.Proportion("evaluated", category: "external")];
            case "merged two questions apart":
                return [merged.Derive("again", Rule.Is("any", "no")).Proportion("again"), merged.Proportion("evaluated", category: "external")];
            case "other than":
                return [merged.Derive("other", Rule.OtherThan("evaluated", "external")).Proportion("other"), merged.Proportion("evaluated", category: "no")];
            case "any of":
                return [any.Proportion("did"), any.Proportions(["item_a", "item_b"])];
            case "all but one of an any-of":
                // a or b or c less a or b: one did only c.
                var three = Make(Of(10, ticked: "ynn"), Of(9, ticked: "nyn"), Of(1, ticked: "nny"), Of(10, ticked: "yny"), Of(20)).Unweighted()
                    .Derive("two", Rule.AnyOf("item_a", "item_b")).Derive("three", Rule.AnyOf("items"));
                return [three.Proportion("two"), three.Proportion("three")];
            case "in a domain":
                return [merged.Where(Evaluated).Count(), merged.Proportion("evaluated", category: "external")];
            case "by a derived group":
                return [merged.Count(by: "any"), merged.Proportion("evaluated", category: "external")];
            case "through another base":
                // Of everybody those who did it at all, of one group that too, and of each group those who did it externally.
                var groups = Make(Of(2, "internal", group: "a"), Of(18, "external", group: "a"), Of(20, "no", group: "a"), Of(15, "external", group: "b"), Of(10, "internal", group: "b"), Of(15, "no", group: "b"))
                    .Unweighted().Derive("any", Evaluated);
                return [groups.Proportion("any"), groups.Where("group", "b").Proportion("any"), groups.Proportion("evaluated", by: "group", category: "external")];
            case "number":
                // 39 gave the index 2 to 4, and one 5.
                var scale = Make(Of(20, scaleA: 2, scaleB: 2), Of(19, scaleA: 4, scaleB: 4), Of(1, scaleA: 5, scaleB: 5)).Unweighted().Derive("index", Rule.MeanOf("scale_a", "scale_b"));
                return [scale.Mean("index")];
            case "count":
                return [OneBoth.Derive("count", Rule.CountOf("items")).Derive("two", Rule.AtLeast("count", 2)).Proportion("two", category: "no")];
            default:
                // In group b all are in; of a it is those with a yes to c, of whom there are two.
                var mixed = Make(Of(2, ticked: "nny", group: "a"), Of(18, group: "a"), Of(20, group: "b")).Unweighted();
                return [mixed.Where(Rule.Is("group", "b") | Rule.Is("item_c")).Count()];
        }
    }

    private static ReleaseSession Session() => new(Policies.Standard, Make(Of(1)).Codebook);
}
