using System.Collections.Concurrent;

namespace Barometer.Evidence.Tests.Figures;

/// <summary>A figure of every kind, plain and in its extremes.</summary>
internal static class Kinds
{
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Pictures = new();

    /// <summary>The figures by name, described anew with each call.</summary>
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["group"] = () => Figure.Bars(TestReleases.ByGroup()),
        ["group-en-ministry"] = () => Figure.Bars(TestReleases.ByGroup()).ForMinistry().In(Language.En),
        ["sixteen"] = () => Figure.Bars(TestReleases.BySize(16)),
        ["awkward"] = () => Figure.Bars(TestReleases.AwkwardLabels()),
        ["hidden"] = () => Figure.Bars(TestReleases.AllHidden()),
        ["balance"] = () => Figure.Bars(TestReleases.Balances()),
        ["both-series"] = () => Figure.Bars(TestReleases.BothSeries()),
        ["schemes"] = () => TestSchemes.Share().Dots(),
        ["distance"] = () => TestSchemes.Balance().Dots("size_band", "region"),
        ["dots"] = () => Shown(TestReleases.ByGroup()).Dots(),
        ["dots-sections-en"] = () => Shown(TestReleases.Sections()).Dots().In(Language.En),
        ["dots-awkward"] = () => Shown(TestReleases.AwkwardLabels()).Dots(),
        ["dots-hidden"] = () => Shown(TestReleases.AllHidden()).Dots(),
        ["zero"] = () => Shown(TestAnswers.Balances(14)).AroundZero(),
        ["zero-en-ministry"] = () => Shown(TestAnswers.Balances(14)).AroundZero().ForMinistry().In(Language.En),
        ["zero-extreme"] = () => Shown(TestAnswers.ExtremeBalances()).AroundZero(),
        ["likert"] = () => Shown(TestAnswers.Distribution(14)).Likert(Shown(TestAnswers.Balances(14))),
        ["likert-en-ministry"] = () => Shown(TestAnswers.Distribution(14)).Likert(Shown(TestAnswers.Balances(14))).ForMinistry().In(Language.En),
        ["likert-hidden"] = () => Shown(TestAnswers.HiddenAnswers()).Likert(),
        ["stacked-by-group"] = () => Shown(TestAnswers.Novelty()).Stacked(),
        ["dumbbell"] = () => Shown(TestReleases.Sections()).Dumbbell("Ministry", "Directorate"),
        ["dumbbell-surveys-en"] = () => Shown(TestAnswers.Balances(8)).Dumbbell(
            Shown(TestAnswers.OtherBalances()), new("Virksomheter", "Agencies"), new("Arbeidsplasser", "Workplaces")).In(Language.En),
        ["forest"] = () => Shown(TestAnswers.Model(odds: false)).Forest(),
        ["forest-odds-en-ministry"] = () => Shown(TestAnswers.Model(odds: true)).Forest().ForMinistry().In(Language.En),
        ["funnel"] = () => Shown(TestAnswers.Counts()).Funnel().Titled("Hver tredje arbeidsplass i rammen har svart", "One in three workplaces of the frame answered"),
        ["funnel-groups-en"] = () => Shown(TestAnswers.CountsByGroup()).Funnel().In(Language.En),
    };

    /// <summary>A figure's picture as PNG, drawn once for all tests that look at it.</summary>
    public static byte[] Png(string name) => Pictures.GetOrAdd(name, _ => new Lazy<byte[]>(() => All[name]().ToPng())).Value;

    private static ReleasedEstimates Shown(Released<ReleasedTable> released) => new(released, Language.Nb);
}
