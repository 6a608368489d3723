using Microsoft.DotNet.Interactive.Formatting;

namespace Barometer.Evidence.Tests.Display;

/// <summary>Whatever the library computes shows a notice in every host until it is released.</summary>
public class UnreleasedTypesTests
{
    /// <summary>What holds neither answers nor anything computed from them.</summary>
    private static readonly Type[] WithoutData =
    [
        typeof(BatteryLimit), typeof(Category), typeof(CoarserTable), typeof(Codebook), typeof(CoefficientName), typeof(Grouping), typeof(GroupValue), typeof(KnownTotals),
        typeof(LedgerCell), typeof(LedgerEntry), typeof(LocalizedText), typeof(MergedVariable), typeof(MissingCode),
        typeof(Outcome), typeof(Problem), typeof(PublicCount), typeof(Released<>), typeof(ReleaseLedger), typeof(ReleasePolicy),
        typeof(ReleaseSession), typeof(ReleaseStamp), typeof(Replication), typeof(Routing), typeof(SurveyFolder), typeof(Variable),
    ];

    public static TheoryData<object> Results
    {
        get
        {
            var interval = new ConfidenceInterval(0.7351, 0.8642, 0.95, "logit");
            var name = new CoefficientName("size_band", []);
            var estimate = TestReleases.ByGroup().Content.Estimates[0] with { Value = 0.7351, Respondents = 7351 };
            var weights = new WeightSummary(7351, 7351, 1, 7351, 7351);
            return
            [
                estimate, interval, new Coefficient(name, 0.7351, 0.7351, 0.7351, 0.7351, interval, Reliability.Good),
                new MarginalEffect(name, 0.7351, 0.7351, interval, Reliability.Good),
                new RankedItem(estimate, 7351, 7351, 7351), new FrameCount([], 7351, 7351, 7351), weights,
                new WeightStep(new LocalizedText("raking", "raking"), new LocalizedText("a", "a"), weights),
                new Representativity(0.7351, 0.7351, 0.7351, []), new PartialRepresentativity("size_band", 0.7351, 0.7351, []),
                new NumericColumn("employees", [0.7351]), new CategoricalColumn("q", [new Category("7351", new LocalizedText("7351", "7351"))], [0]),
                new TextColumn("unit_id", ["7351"]), new[] { estimate }, new List<FrameCount> { new([], 7351, 7351, 7351) },
            ];
        }
    }

    [Fact]
    public void Library_EveryPublicTypeWithData_ShowsItself() => Assert.All(
        typeof(Displayable).Assembly.GetExportedTypes().Where(HasInstances).Except(WithoutData),
        type => Assert.True(typeof(IShown).IsAssignableFrom(type), $"{type.Name} would be listed property by property"));

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void ToDisplayString_NotReleased_TellsNoNumber(object result)
    {
        foreach (var mimeType in new[] { "text/html", "text/plain" })
        {
            Assert.DoesNotContain("7351", result.ToDisplayString(mimeType), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("7351", result.ToString(), StringComparison.Ordinal);
    }

    private static bool HasInstances(Type type) =>
        !type.IsEnum && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type) && !typeof(Attribute).IsAssignableFrom(type);
}
