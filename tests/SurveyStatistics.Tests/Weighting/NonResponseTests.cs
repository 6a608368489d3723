namespace SurveyStatistics.Tests.Weighting;

public class NonResponseTests
{
    // Two groups of 6 units; 4 of each invited; of group a 2 answered and of group b 1.
    private const string Groups = "aaaaaabbbbbb";
    private const string Invited = "yyyynnyyyynn";
    private const string Answered = "yynnnnynnnnn";

    [Fact]
    public void WeightedByInvitation_Base_IsPopulationOverInvited()
    {
        var design = Design();

        Assert.Equal([1.5, 1.5, 1.5], design.Weights.ToArray());
    }

    [Fact]
    public void AdjustedForNonResponse_Groups_CarryThoseWhoDidNotAnswer()
    {
        var design = Design().AdjustedForNonResponse("group");

        Assert.Equal([3, 3, 6], design.Weights.ToArray());
        Assert.Equal(12, design.WeightHistory[^1].Weights.Sum, 12);
    }

    [Fact]
    public void AdjustedForPropensity_Inverse_IsTheGroupsFactorWhenTheGroupIsTheModel()
    {
        var design = Design().AdjustedForPropensity("group", classes: 0);

        Assert.Equal([3, 3, 6], design.Weights.ToArray().Select(weight => Math.Round(weight, 9)));
    }

    [Fact]
    public void AdjustedForNonResponse_GroupWithoutAnswers_NamesTheVariable()
    {
        var frame = Frame(Groups, Invited, "yyynnnnnnnnn");
        var group = Letters("group", "aaa", "ab");
        var confidential = new CategoricalColumn("group", group.Categories, group.Codes.ToArray()) { IsConfidential = true };

        Assert.Contains("response group group = b", Message(group), StringComparison.Ordinal);
        Assert.Contains("response group «group» (not named", Message(confidential), StringComparison.Ordinal);

        string Message(Column column) => Assert.Throws<SurveyException>(
            () => SurveyDesign.Of(new DataSet("data", [column]), frame).WeightedByInvitation().AdjustedForNonResponse("group")).Message;
    }

    [Fact]
    public void AdjustedForPropensity_GroupThatNeverAnswers_IsNamed()
    {
        var frame = Frame(Groups, Invited, "yyynnnnnnnnn");
        var data = new DataSet("data", [Letters("group", "aaa", "ab")]);

        var error = Assert.Throws<SurveyException>(() => SurveyDesign.Of(data, frame).WeightedByInvitation().AdjustedForPropensity("group"));

        Assert.Contains("«group» separates the answers", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("= b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdjustedForNonResponse_NotFromInvitations_Stops()
    {
        var design = SurveyDesign.Of(Data(), Frame(Groups, Invited, Answered));

        Assert.Throws<SurveyException>(() => design.AdjustedForNonResponse("group"));
    }

    [Fact]
    public void WeightedByInvitation_FrameAndAnswersDiffer_Stops()
    {
        var design = SurveyDesign.Of(Data(), Frame(Groups, Invited, "yyynnnynnnnn")).WeightedByInvitation();

        Assert.Throws<SurveyException>(() => design.WeightHistory);
    }

    [Fact]
    public void Representativity_EqualResponse_IsOne()
    {
        var frame = Frame(Groups, Invited, "yynnnnyynnnn");
        var data = new DataSet("data", [Letters("group", "aabb", "ab")]);

        var representativity = SurveyDesign.Of(data, frame).WeightedByInvitation().Representativity("group");

        Assert.Equal(1, representativity.Indicator, 9);
        Assert.Equal(0, representativity.Variables[0].Unconditional, 9);
    }

    [Fact]
    public void Representativity_OneVariable_ConditionalEqualsUnconditional()
    {
        var representativity = Design().Representativity("group");

        // Propensities 1/2 and 1/4: S = 1/8 with weights that add up to 12.
        Assert.Equal(1 - (2 * 0.125 * Math.Sqrt(12 / 11.0)), representativity.Indicator, 8);
        Assert.Equal(0.125, representativity.Variables[0].Unconditional, 8);
        Assert.Equal(0.125, representativity.Variables[0].Conditional, 8);
        Assert.Equal([0.125 * Math.Sqrt(0.5), -0.125 * Math.Sqrt(0.5)], representativity.Variables[0].Categories.Select(c => Math.Round(c.Unconditional, 8)), new Near());
    }

    private static SurveyDesign Design() => SurveyDesign.Of(Data(), Frame(Groups, Invited, Answered)).WeightedByInvitation();

    private static DataSet Data() => new("data", [Letters("group", "aab", "ab")]);

    private static DataSet Frame(string groups, string invited, string answered) => new(
        "frame", [Letters("group", groups, "ab"), Letters("invited", invited, "yn"), Letters("answered", answered, "yn")]);

    private static CategoricalColumn Letters(string name, string letters, string categories) => new(
        name,
        [.. categories.Select(letter => letter switch { 'y' => "yes", 'n' => "no", _ => letter.ToString() })
            .Select(code => code)],
        [.. letters.Select(letter => categories.IndexOf(letter))]);

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-7;

        public int GetHashCode(double obj) => 0;
    }
}
