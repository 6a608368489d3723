namespace DisclosureControl.Tests;

/// <summary>Risks of single records; the conformance case m-b1-strategic-80 compares 80 of them with sdcMicro's.</summary>
public class ReidentificationRiskTests
{
    private static readonly (string Region, string Sex, string Size, string Owner, string Answer)[] Records =
    [
        ("north", "m", "small", "A", "yes"), ("north", "m", "small", "A", "no"), ("north", "f", "small", "B", "yes"), ("south", "m", "small", "C", "yes"), ("south", "m", "large", "D", "no"),
    ];

    private static ReidentificationRisk Risk(double weight = 4, params string[] keys) => Microdata.Of(Records)
        .By("region", one => one.Region).By("sex", one => one.Sex).By("size", one => one.Size).From(one => one.Owner)
        .Risk(keys.Length == 0 ? ["region", "sex", "size"] : keys, _ => weight, one => one.Answer);

    [Fact]
    public void Risk_TwoRecordsOfOneOwner_AreAPairButOneHolding()
    {
        var risk = Risk();

        Assert.Equal([2, 2, 1, 1, 1], risk.Frequencies);
        Assert.Equal([8, 8, 4, 4, 4], risk.PopulationFrequencies);
        Assert.Equal([1, 1, 1, 1, 1], risk.Contributors);
        Assert.Equal([2, 2, 1, 1, 1], risk.Diversity);
        Assert.Equal((3, 5), (risk.Violating(2), risk.Violating(3)));
    }

    [Fact]
    public void Special_UniqueByOneKey_ScoresMoreThanByTwo() =>
        // «f» and «large» are unique alone: 2! each; the fourth is the small one of the south: two keys, 1!.
        Assert.Equal([0, 0, 2, 1, 2], Risk().Special);

    [Fact]
    public void Individual_EverybodyIsInTheFile_IsOneOverTheFrequency()
    {
        Assert.Equal([0.5, 0.5, 1, 1, 1], Risk(weight: 1).Individual);
        Assert.All(Risk().Individual.Skip(2), risk => Assert.Equal(Math.Log(4) / 3, risk, 12));
    }

    [Fact]
    public void Matching_NoPairInTheFile_IsCertain()
    {
        Assert.All(Risk().Matching(0.1).Skip(2), probability => Assert.InRange(probability, 0.01, 0.5));
        Assert.All(Risk().Matching(1).Skip(2), probability => Assert.Equal(1, probability));
        Assert.Throws<DisclosureException>(() => Risk().Matching(0));
    }

    [Fact]
    public void Risk_KeyThatIsNotThere_SaysWhichThereAre() =>
        Assert.Contains("region, sex, size", Assert.Throws<DisclosureException>(() => Risk(4, "colour")).Message, StringComparison.Ordinal);
}
