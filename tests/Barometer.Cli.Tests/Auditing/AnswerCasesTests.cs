using System.Text.Json;

namespace Barometer.Cli.Tests.Auditing;

public class AnswerCasesTests
{
    [Fact]
    public void Of_WeightedShareByType_HasStrataOfTheFrameAndWholeStrataBehindEachNumber()
    {
        var (cases, _) = PublishedNumbers.Strategic(PublishedNumbers.Of(barometer => barometer.Release(barometer.Design("strategic-2018").Proportion("strategy", by: "agency_type"), "by-type")));

        var one = cases.Single(found => found.Answer == "strategy=none");

        Assert.Equal([("ministry", 16, 9), ("directorate", 68, 33), ("external_agency", 38, 15), ("university", 34, 15), ("enterprise", 24, 8)], one.Strata.Select(stratum => (stratum.Name, stratum.N, stratum.R)));
        Assert.Equal(["central", "central", "other", "other", "other"], one.Strata.Select(stratum => stratum.Groups["agency_type"]));
        Assert.Null(one.Weights);
        Assert.All(one.Published, number => Assert.Equal((AnswerCase.Weighted, 10m), (number.Kind, number.BaseStep)));
        Assert.Contains(one.Published, number => number is { Over: "all", N: 80, Base: 180 });
        Assert.All(one.Published, number => Assert.Equal(number.Strata.Sum(stratum => one.Strata[stratum].R), number.N));
        Assert.All(one.Published, number => Assert.True(number.Value % number.Step == 0));
    }

    [Fact]
    public void Of_WeightedAndUnweighted_StandTogetherAndOnlyOnce()
    {
        var (cases, _) = PublishedNumbers.Strategic(PublishedNumbers.Of(barometer =>
        {
            var design = barometer.Design("strategic-2018");
            barometer.Release(design.Proportion("earmarked_money"), "weighted");
            barometer.Release(design.Proportions(["earmarked_money", "allocation_letter"]), "both");
            barometer.Release(barometer.Survey("strategic-2018").Unweighted().Proportion("earmarked_money"), "unweighted");
        }));

        Assert.Equal([AnswerCase.Weighted, AnswerCase.Unweighted], cases.Single(one => one.Answer == "earmarked_money=yes").Published.Select(number => number.Kind));
        Assert.Contains("weighted, both, unweighted", cases.Single(one => one.Answer == "earmarked_money=yes").Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_GroupsAndDomainsThatCrossTheStrata_MakeThemFinerWithTheWeightsOfTheWhole()
    {
        var (cases, _) = PublishedNumbers.Strategic(PublishedNumbers.Of(barometer => barometer.Release(
            barometer.Design("strategic-2018").Where("region", "oslo_akershus").Proportion("allocation_letter", by: "size_group"), "crossing")));

        var one = Assert.Single(cases);

        var ministries = one.Strata.Index().Where(stratum => stratum.Item.Groups["agency_group"] == "ministry").ToArray();
        Assert.True(one.Strata.Count > 8);
        Assert.Equal(9, ministries.Sum(stratum => stratum.Item.R));
        Assert.All(ministries, stratum => Assert.Equal(16.0 / 9, one.Weights![stratum.Index], 12));
        Assert.All(one.Published, number => Assert.All(number.Strata, stratum => Assert.Equal("oslo_akershus", one.Strata[stratum].Groups["region"])));
        Assert.Contains("region=oslo_akershus", one.Targets!.Keys);
        Assert.All(one.Published, number => Assert.Null(number.Interval));
    }

    [Fact]
    public void Of_WhatTheFormCannotSay_IsLeftOutWithItsReason()
    {
        var (cases, leftOut) = PublishedNumbers.Strategic(PublishedNumbers.Of(barometer =>
        {
            var survey = barometer.Survey("strategic-2018");
            barometer.Release(barometer.Design("strategic-2018").NetBalance(["factor_law"]), "balance");
            barometer.Release(survey.Design().StratifiedBy("agency_group").RakedTo("region").Proportion("earmarked_money"), "raked");
            barometer.Release(survey.Unweighted().Proportion("earmarked_money", by: "allocation_letter"), "by-answer");
            barometer.Release(survey.ResponseCounts(), "counts");
            barometer.Release(barometer.Design("strategic-2018").StandardisedTo("agency_group").Proportion("earmarked_money"), "standardised");
            barometer.Release(barometer.Design("strategic-2018").Regression("allocation_letter", "agency_type", RegressionFamily.Logistic).Margins("agency_type"), "margins");
        }));

        Assert.Single(cases.Single().Published); // everybody's unweighted share
        Assert.Equal(1, leftOut["of another kind: balance"]);
        Assert.Equal(2, leftOut["weighted otherwise than N / r in strata"]); // raked, standardised
        Assert.Equal(2, leftOut["of a model"]); // an adjusted share is no share of a group
        Assert.Equal(3, leftOut["numbers of respondents and of the frame"]);
        Assert.Equal(2, leftOut.GetValueOrDefault("of groups that answers make") + leftOut.GetValueOrDefault("hidden"));
    }

    [Theory]
    [InlineData("answers", true)]
    [InlineData("shown", false)]
    public void Of_Limits_StandInTheCaseOnlyWhereTheyAreMadeOfTheAnswers(string madeOf, bool areThere)
    {
        var published = PublishedNumbers.Of(barometer => barometer.Release(barometer.Design("strategic-2018").Proportion("earmarked_money"), "weighted"));
        var number = published.Numbers[0] with { Lower = 0.17m, Upper = 0.31m, Level = 0.95m, IntervalMethod = "logit", Steps = new EvidenceSteps(0.001m, 0.01m, 1, 10) };

        var (cases, _) = PublishedNumbers.Strategic(published with
        {
            Numbers = [number],
            Intervals = new Dictionary<string, EvidenceInterval> { ["logit"] = new(new("", ""), madeOf) },
        });

        Assert.Equal(areThere ? new CaseInterval("taylor-fpc", null, 75, 0.95m) : null, cases[0].Published[0].Interval);
        Assert.Equal(areThere, cases[0].Published[0].Lower is not null);
    }

    [Fact]
    public void ToJson_Case_HasTheNamesOfTheForm()
    {
        var (cases, _) = PublishedNumbers.Strategic(PublishedNumbers.Of(barometer => barometer.Release(barometer.Design("strategic-2018").Proportion("earmarked_money"), "weighted")));

        using var json = JsonDocument.Parse(cases[0].ToJson());

        var root = json.RootElement;
        Assert.Equal(["answer", "source", "synthetic", "strata", "weights", "published", "policy"], root.EnumerateObject().Select(one => one.Name));
        Assert.Equal("N/r", root.GetProperty("weights").GetString());
        Assert.Equal(["name", "N", "r", "groups"], root.GetProperty("strata")[0].EnumerateObject().Select(one => one.Name));
        Assert.Equal((5, 1, 1), (root.GetProperty("policy").GetProperty("minRespondents").GetInt32(), root.GetProperty("policy").GetProperty("protectionInterval").GetInt32(), root.GetProperty("policy").GetProperty("groupCoalition").GetInt32()));
        Assert.Subset(
            new HashSet<string>(["over", "kind", "value", "step", "n", "base", "baseStep", "lower", "upper", "limitStep", "interval"]),
            root.GetProperty("published")[0].EnumerateObject().Select(one => one.Name).ToHashSet());
    }
}
