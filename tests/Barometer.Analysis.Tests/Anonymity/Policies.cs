namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Policies for tests.</summary>
internal static class Policies
{
    /// <summary>The thresholds of the policy file's first version.</summary>
    public static ReleasePolicy Standard { get; } = new()
    {
        Version = "test",
        Note = new LocalizedText("Våre egne terskler", "Our own thresholds"),
        MinRespondents = 5,
        MinOrganisations = 3,
        MaxOrganisationShare = 0.8,
        DominanceOrganisations = 2,
        DominanceShare = 0.9,
        ProtectionPercent = 20,
        GroupCoalition = 1,
        MinBase = 10,
        PercentDecimals = 1,
        FewRespondents = 100,
        NumberDecimals = 2,
        CountRounding = 1,
        BaseRounding = 10,
        ProtectionInterval = 1,
        EffectiveRounding = 50,
        MinShownShare = 0.5,
        SmallCountBase = 5,
        PublicCounts = [new PublicCount("population", true), new PublicCount("answered", false)],
    };
}
