namespace Barometer.Evidence.Tests.Checks;

public class PublishedRelationsTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;
    private static readonly IReadOnlyList<PublishedCheck> Checks = PublishedRelations.Check(Registry);

    [Fact]
    public void Check_Registry_ContradictsWhereItIsKnownTo()
    {
        Assert.Equal(
            ["CTX-MED16.rate", "DK2-N-ALT", "NORD-DK"],
            Checks.Where(check => check.Status == CheckStatus.Contradicts).Select(check => check.Figure.Id).Order(StringComparer.Ordinal));
        Assert.All(Checks, check => Assert.False(check.IsSynthetic));
        Assert.All(Checks, check => Assert.NotEqual("", check.Basis));
        Assert.All(Checks, check => Assert.False(check.Figure.IsWords));
    }

    [Theory]
    [InlineData("DK4-N.rate", "DK4-POP.answers / DK4-POP.sample", "1\u00A0611 / 4\u00A0494: 35,8\u00A0% rundes av til 36\u00A0%.")]
    [InlineData("DK4-TECH-SUM", "DK4-TECH + DK4-TECH-IMP", "11\u00A0% + 26\u00A0%: 37,0\u00A0% rundes av til 37\u00A0%.")]
    [InlineData("DK4-TECH-DK", "1 − DK4-TECH − DK4-TECH-IMP − DK4-TECH-MIN − DK4-TECH-NONE", "100\u00A0% − 11\u00A0% − 26\u00A0% − 33\u00A0% − 27\u00A0%: 3,0\u00A0% rundes av til 3\u00A0%.")]
    [InlineData("IS-RR", "IS-N.took-part / IS-N.sent", "272 / 751: 36,2\u00A0% rundes av til 36\u00A0%.")]
    public void Check_WhatFollows_ShowsTheArithmetic(string id, string basis, string explanation)
    {
        var check = Checks.Single(check => check.Figure.Id == id);

        Assert.Equal((CheckStatus.Follows, basis, explanation), (check.Status, check.Basis, check.Explanation.Nb));
    }

    [Theory]
    [InlineData("NL21-RR.rate", "366 / nesten\u00A01\u00A0400. Det gir 26,1\u00A0% til 28,2\u00A0%; «27\u00A0%» er innenfor.")]
    [InlineData("DK3-INN", "Det gir 79,5\u00A0% til 85,5\u00A0%; «81\u00A0%» er innenfor.")]
    [InlineData("IS-RR-STATE", "Det gir 35,5\u00A0% til 100,0\u00A0%; «60\u00A0%» er innenfor.")]
    [InlineData("IS-RR-MUN", "Det gir 0,0\u00A0% til 36,5\u00A0%; «27\u00A0%» er innenfor.")]
    [InlineData("DK4-MULTI", "Det gir 21,7\u00A0% til 69,0\u00A0%; «47\u00A0%» er innenfor.")]
    [InlineData("AU12-INN", "Det gir 84,5\u00A0% til 100,0\u00A0%; «91\u00A0%» er innenfor.")]
    [InlineData("AU12-TYPE-PROC", "Høyst 91\u00A0% (AU12-INN); «85\u00A0%» er i samsvar med det.")]
    public void Check_WhatOthersAllow_IsConsistent(string id, string explanation)
    {
        var check = Checks.Single(check => check.Figure.Id == id);

        Assert.Equal(CheckStatus.Consistent, check.Status);
        Assert.EndsWith(explanation, check.Explanation.Nb, StringComparison.Ordinal);
        Assert.Null(check.Computed);
    }

    /// <summary>Two rounded numbers whose intervals only touch can't be one.</summary>
    [Fact]
    public void Check_EightyAndEightyOne_Contradict()
    {
        var check = Checks.Single(check => check.Figure.Id == "NORD-DK");

        Assert.Equal((CheckStatus.Contradicts, "= DK3-INN"), (check.Status, check.Basis));
        Assert.Equal(Registry["NORD-DK"].Implied!.Upper, Registry["DK3-INN"].Implied!.Lower);
    }

    [Fact]
    public void Check_EveryFigureThatTellsAnotherAgain_IsHeldAgainstIt() => Assert.All(
        Registry.Figures.Where(figure => figure.Repeats is not null),
        figure => Assert.Contains(Checks, check => check.Figure.Id == figure.Id));

    [Theory]
    [InlineData("Quotient", 40, 45, 90, 100, 0.4, 0.5)]
    [InlineData("RestOfQuotient", 40, 45, 90, 100, 0.5, 0.6)]
    [InlineData("Rest", 0.2, 0.4, 0.5, 0.5, 0.1, 0.3)]
    [InlineData("Sum", 0.2, 0.4, 0.5, 0.5, 0.7, 0.9)]
    [InlineData("Product", 0.2, 0.4, 0.5, 0.5, 0.1, 0.2)]
    [InlineData("Mean", 0.2, 0.4, 0.5, 0.5, 0.2, 0.5)]
    [InlineData("Union", 0.2, 0.4, 0.5, 0.5, 0.5, 0.9)]
    [InlineData("Union", 0.6, 0.7, 0.5, 0.5, 0.6, 1)]
    [InlineData("SeveralOf", 0.8, 0.9, 0.5, 0.5, 0.3, 0.4)]
    [InlineData("Balance", 0.2, 0.25, 0.5, 0.5, 0, 0.25)]
    [InlineData("Balance", 0.2, 0.25, 0.1, 0.15, 0.2, 1)]
    [InlineData("Balance", 0.2, 0.25, 0.22, 0.3, 0, 1)]
    [InlineData("AtMost", 0.2, 0.4, 0, 0, 0, 0.4)]
    public void Bounds_OfTwoParts_HoldWhatTheirNumbersGive(string kind, double a, double b, double c, double d, double lower, double upper)
    {
        var bounds = Enum.Parse<RelationKind>(kind).Bounds([((decimal)a, (decimal)b), ((decimal)c, (decimal)d)]);

        Assert.Equal((lower, upper), ((double)decimal.Round(bounds.Lower, 6), (double)decimal.Round(bounds.Upper, 6)));
    }
}
