namespace Barometer.Evidence.Tests;

/// <summary>Derived variables in a notebook's words: released from the synthetic stand-in, as tables, figures, models and tests.</summary>
public class DerivedVariablesTests
{
    private static readonly BarometerDesign Design = Open().Design("operational-2018")
        .Derive("evaluated_any", Rule.Is("evaluated", "internal", "external"), nb: "Har evaluert", en: "Has evaluated")
        .Derive("evaluation", Rule.Merge("evaluated", ("done", ["internal", "external"], "Evaluert", "Evaluated")), nb: "Om evaluert", en: "Whether evaluated")
        .Derive("partner_any", Rule.AnyOf("partner_private", "partner_research"), nb: "Privat eller forskning", en: "Private or research")
        .Derive("partner_both", Rule.AllOf("partner_private", "partner_research"))
        .Derive("partner_count", Rule.CountOf("partners"))
        .Derive("not_spread", Rule.OtherThan("spread", "yes"))
        .Derive("climate", Rule.MeanOf("factor_leader", "factor_employees"), nb: "Klima", en: "Climate")
        .Derive("size_of_own", Rule.Bands("employees", 20, 100), nb: "Størrelse", en: "Size");

    private static Workbench Open() => Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));

    public static TheoryData<string> Tables { get; } = [.. All().Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Release_DerivedVariable_IsATableAndAFigureThatSaysItsRule(string name)
    {
        var released = Open().Release(All()[name](), id: "derived");

        Assert.Contains("avledet", released.ToHtml(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(released.Released.Content.Estimates, one => one.Status == CellStatus.Published);
        Assert.Contains("avledet", released.Bars().ToHtml(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Variables_OfTheWorkbench_ListWhatWasDerived()
    {
        var barometer = Open();
        _ = barometer.Design("operational-2018").Derive("evaluated_any", Rule.Is("Evaluering", "Ja, internt", "Ja, av eksterne"), nb: "Har evaluert", en: "Has evaluated");

        Assert.Contains("Avledet: Evaluering: Ja, internt eller ja, av eksterne", barometer.Variables("evaluated_any").ToString(), StringComparison.Ordinal);
        Assert.Throws<BarometerException>(() => Open().Variables("evaluated_any"));
    }

    [Fact]
    public void Survey_CalledByItsTitle_IsTheSame()
    {
        var barometer = Open();

        Assert.Same(barometer.Survey("operational-2018"), barometer.Survey("innovasjonsbarometer for staten 2018, operativt nivå"));
        Assert.Contains("did you mean «strategic-2018»", Assert.Throws<BarometerException>(() => barometer.Design("strategic2018")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dumbbell_ByLabels_IsThatOfTheCodes()
    {
        var released = Open().Release(Design.Proportion("innovated", by: "size_group"), id: "by-size");

        Assert.Equal(released.Dumbbell("under_20", "from_50").AltText, released.Dumbbell("1–19 ansatte", "50 employees or more").AltText);
        Assert.Contains("did you mean «from_50»", Assert.Throws<BarometerException>(() => released.Dumbbell("under_20", "from_5")).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Func<UnreleasedTable>> All() => new()
    {
        ["merged"] = () => Design.Proportion("evaluated_any"),
        ["merged by size"] = () => Design.Proportion("evaluated_any", by: "size_group"),
        ["merged by partner and size"] = () => Design.Proportion("evaluated_any", by: ["partner_private", "size_group"]),
        ["own labels"] = () => Design.Proportion("evaluation"),
        ["any of"] = () => Design.Proportion("partner_any", by: "size_group"),
        ["all of"] = () => Design.Proportion("partner_both"),
        ["count"] = () => Design.Mean("partner_count"),
        ["other than"] = () => Design.Proportion("not_spread", by: "size_group"),
        ["index"] = () => Design.Mean("climate"),
        ["by a derived group"] = () => Design.Proportion("spread", by: "partner_any", category: "yes"),
        ["by bands"] = () => Design.Proportion("innovated", by: "size_of_own"),
        ["where or"] = () => Design.Where(Rule.Is("partner_private") | Rule.Is("partner_research")).Proportion("spread", category: "yes"),
        ["where not"] = () => Design.Where(!Rule.Is("size_group", "50 ansatte eller flere")).Proportion("innovated"),
        ["where number"] = () => Design.Where(Rule.AtLeast("employees", 50)).Proportion("innovated"),
        ["model"] = () => Design.Regression("evaluated_any", ["partner_any", "size_group"], RegressionFamily.Linear).Effects(),
        ["battery"] = () => Design.Proportions(["partner_any", "partner_private"]),
    };
}
