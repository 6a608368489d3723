namespace Barometer.Analysis.Tests.Anonymity.Coarser;

public class CoarserSearchTests
{
    private const string Code = "design.Proportion(\"innovated\", by: \"group\")";

    /// <summary>Two groups that can be shown, and four of six respondents each that can't.</summary>
    private static Survey SmallGroups()
    {
        var survey = new SmallSurvey();
        foreach (var large in (string[])["a", "b"])
        {
            survey.Add(20, large, innovated: "yes").Add(15, large, innovated: "no");
        }

        foreach (var small in (string[])["c", "d", "e", "f"])
        {
            survey.Add(3, small, innovated: "yes").Add(3, small, innovated: "no");
        }

        return survey.Make();
    }

    private static ReleasedTable Release(Survey survey, Grouping? by = null, string id = "x", ReleaseSession? session = null) =>
        (session ?? new ReleaseSession(Policies.Standard, survey.Codebook)).Release(survey.Design().Proportion("innovated", by ?? "group"), id, code: Code).Content;

    [Fact]
    public void Beside_MostGroupsSmall_ProposesToMergeThem()
    {
        var coarser = Release(SmallGroups()).Coarser!;

        Assert.Equal((3, 3), (coarser.Shown, coarser.Cells));
        Assert.Equal("design.Merging(\"group\", [\"c\", \"d\", \"e\", \"f\"]).Proportion(\"innovated\", by: \"group\")", coarser.Code);
        Assert.StartsWith("Viser 2 av 6 grupper etter group. Etter group med de skjulte gruppene slått sammen kan alle 3 vises", coarser.Words.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_SmallGroupsOfADerivedVariable_ProposesToMergeThemByARule()
    {
        var survey = new SmallSurvey();
        foreach (var (opinion, count) in new[] { ("1", 20), ("2", 3), ("3", 3), ("4", 3), ("5", 20) })
        {
            survey.Add(count, opinion: opinion, innovated: "yes").Add(count, opinion: opinion);
        }

        var made = survey.Make();
        var design = made.Design().Derive("view", Rule.Merge("opinion", ("high", ["5"], "Høy", "High")));
        var session = new ReleaseSession(Policies.Standard, made.Codebook);

        var coarser = session.Release(design.Proportion("innovated", by: "view"), "x", code: "design.Proportion(\"innovated\", by: \"view\")").Content.Coarser!;

        Assert.Equal("design.Derive(\"view_merged\", Rule.Merge(\"view\", (\"2_3_4\", [\"2\", \"3\", \"4\"], \"2 eller 3 eller 4\", \"2 or 3 or 4\"))).Proportion(\"innovated\", by: \"view_merged\")", coarser.Code);
        Assert.DoesNotContain("view_merged", made.Variables().ToString(), StringComparison.Ordinal); // a table that is only thought of

        var then = session.Release(
            design.Derive("view_merged", Rule.Merge("view", ("2_3_4", ["2", "3", "4"], "2 eller 3 eller 4", "2 or 3 or 4"))).Proportion("innovated", by: "view_merged"), "y").Content;
        Assert.Equal(coarser.Shown, then.Estimates.Count(one => one.Groups.Count > 0 && one.Status == CellStatus.Published));
    }

    [Fact]
    public void Beside_WhatIsProposed_ShowsWhatWasPromised()
    {
        var survey = SmallGroups();
        var session = new ReleaseSession(Policies.Standard, survey.Codebook);
        var promised = Release(survey, session: session).Coarser!;

        var released = session.Release(survey.Design().Merging("group", ["c", "d", "e", "f"]).Proportion("innovated", by: "group"), "y").Content;

        Assert.Equal(promised.Shown, released.Estimates.Count(one => one.Groups.Count > 0 && one.Status == CellStatus.Published));
        Assert.Null(released.Coarser);
    }

    [Fact]
    public void Beside_MostGroupsShown_ProposesNothing() => Assert.Null(Release(SmallGroups(), "area").Coarser);

    [Fact]
    public void Beside_CrossedGroups_ProposesToDropOne()
    {
        var survey = new SmallSurvey();
        foreach (var group in (string[])["a", "b"])
        {
            foreach (var area in (string[])["x", "y", "z", "v", "w"])
            {
                survey.Add(4, group, area, innovated: "yes").Add(4, group, area, innovated: "no");
            }
        }

        var coarser = Release(survey.Make(), ["group", "area"]).Coarser!;

        Assert.Equal(["area"], coarser.By);
        Assert.Equal((5, 5), (coarser.Shown, coarser.Cells));
    }

    [Fact]
    public void Beside_DerivedGroups_ProposesToMergeThem()
    {
        var survey = SmallGroups();
        var design = survey.Design().Derive("own", Rule.Merge("group", ("ab", ["a", "b"], "Store", "Large")), nb: "Egen inndeling", en: "Division of one's own");

        var coarser = new ReleaseSession(Policies.Standard, survey.Codebook).Release(design.Proportion("innovated", by: "own"), "x", code: "design.Proportion(\"innovated\", by: \"own\")").Content.Coarser!;

        Assert.Equal("design.Merging(\"own\", [\"c\", \"d\", \"e\", \"f\"]).Proportion(\"innovated\", by: \"own\")", coarser.Code);
        Assert.StartsWith("Viser 1 av 5 grupper etter egen inndeling. Etter egen inndeling med de skjulte gruppene slått sammen kan alle 2 vises", coarser.Words.Nb, StringComparison.Ordinal);
        var released = new ReleaseSession(Policies.Standard, survey.Codebook).Release(design.Merging("own", ["c", "d", "e", "f"]).Proportion("innovated", by: "own"), "y").Content;
        Assert.Equal(coarser.Shown, released.Estimates.Count(one => one.Groups.Count > 0 && one.Status == CellStatus.Published));
    }

    [Fact]
    public void Beside_DerivedAnswer_ProposesWhatItsGroupsAllow()
    {
        var survey = SmallGroups();
        var design = survey.Design().Derive("either", Rule.Is("innovated", "yes"), nb: "Jobber", en: "Works");

        var coarser = new ReleaseSession(Policies.Standard, survey.Codebook).Release(design.Proportion("either", by: "group"), "x", code: "design.Proportion(\"either\", by: \"group\")").Content.Coarser!;

        Assert.Equal("design.Merging(\"group\", [\"c\", \"d\", \"e\", \"f\"]).Proportion(\"either\", by: \"group\")", coarser.Code);
    }

    [Fact]
    public void Beside_GroupsOfADerivedAnswer_ProposesToDropThem()
    {
        var survey = new SmallSurvey();
        foreach (var group in (string[])["a", "b", "c", "d", "e", "f"])
        {
            survey.Add(4, group, innovated: "yes", detail: "yes").Add(4, group, innovated: "yes", detail: "no");
        }

        var made = survey.Make();
        var design = made.Design().Derive("own", Rule.Is("detail"), nb: "Detaljert", en: "Detailed");
        var coarser = new ReleaseSession(Policies.Standard, made.Codebook).Release(design.Count(by: ["own", "group"]), "x", code: "design.Count(by: [\"own\", \"group\"])").Content.Coarser!;

        Assert.Single(coarser.By);
        Assert.StartsWith("design.Count(by: \"", coarser.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_Proposal_HoldsNoNumberOfAnswers()
    {
        var (one, other) = (new SmallSurvey(), new SmallSurvey());
        foreach (var (survey, extra) in new[] { (one, 0), (other, 2) })
        {
            survey.Add(20 + extra, "a", innovated: "yes").Add(15, "a", innovated: "no");
            foreach (var small in (string[])["b", "c", "d"])
            {
                survey.Add(4 + extra, small, innovated: "yes").Add(3, small, innovated: "no");
            }
        }

        Assert.Equal(Release(one.Make()).Coarser!.Words, Release(other.Make()).Coarser!.Words);
    }
}
