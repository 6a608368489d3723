namespace Barometer.Analysis.Tests.Anonymity.Releases;

public class ReleaseReviewTests
{
    // Two groups are hidden: in the fourth all but one gave the answer, and another must go with it.
    private static readonly Survey Answers = new SmallSurvey()
        .Add(16, "a", innovated: "yes").Add(6, "a", innovated: "no", organisation: 1).Add(10, "a").Add(29, "b", innovated: "yes").Add(29, "b")
        .Add(38, "c", innovated: "yes").Add(28, "c").Add(11, "d", innovated: "yes").Add(1, "d")
        .Make();

    [Fact]
    public void Of_ATable_SaysWhatIsBehindTheSmallestNumberAndHowCloseTheHiddenOnesAre()
    {
        var journal = new List<JournalEntry>();
        new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, [Answers.Codebook]).Release(Answers.Unweighted().Proportion("innovated", by: "group"), "groups");

        var review = Assert.Single(new ReleaseReview(Policies.Standard).Of(journal, ["groups"]));

        Assert.Equal((3, 2, 0), (review.Shown, review.Suppressed, review.Rounded));
        Assert.Equal((58, 58), (review.FewestRespondents, review.FewestOrganisations));
        Assert.Equal(28, review.FewestOnASide); // of «c», who didn't give it
        Assert.Equal(6.0 / 168, review.LargestShare!.Value, 12);
        Assert.Equal(new FeasibilityInterval(15, 27), review.NarrowestHidden); // of «a», 16: with «d» they are 27, and «d» has room for 12
        Assert.Empty(new ReleaseReview(Policies.Standard).Of(journal, ["another"]));
    }

    [Fact]
    public void Of_ACountOfTheFrame_HasNoRespondentsAndNothingHidden()
    {
        var journal = new List<JournalEntry>();
        new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, [Answers.Codebook]).Release(Answers.Unweighted().Count(), "count");

        var review = Assert.Single(new ReleaseReview(Policies.Standard).Of(journal, ["count"]));

        Assert.Null(review.NarrowestHidden);
        Assert.Equal((168, 0), (review.FewestRespondents, review.Suppressed));
    }
}
