namespace DisclosureControl.Tests;

/// <summary>Linked tables made from records, and from cells with their relations.</summary>
public class MicrodataTests
{
    private static readonly (string Region, string County, string Answer, string Owner, double Sales)[] Firms =
    [
        ("south", "Agder", "yes", "A", 80), ("south", "Agder", "yes", "A", 10), ("south", "Agder", "no", "B", 10), ("south", "Telemark", "no", "C", 50), ("west", "Vestland", "yes", "D", 40),
        ("west", "Vestland", "no", "E", 35), ("west", "Vestland", "no", "F", 30), ("west", "Vestland", "no", "G", 20),
    ];

    private static Microdata<(string Region, string County, string Answer, string Owner, double Sales)> Data => Microdata.Of(Firms)
        .By("region", firm => firm.Region).By("county", firm => firm.County).By("answer", firm => firm.Answer).From(firm => firm.Owner);

    [Fact]
    public void FrequencyTables_TwoLinkedTables_HaveEachCellOnceUnderAllItsNames()
    {
        var tables = Data.FrequencyTables(["county", "answer"], ["region", "answer"]);

        Assert.Equal(8, tables.Value(tables["total"]));
        Assert.Equal(3, tables.Value(tables["county=Vestland, answer=no"]));
        Assert.Equal(tables["county=Vestland, answer=no"], tables["region=west, answer=no"]);
        Assert.Equal(tables.Cells.Count, tables.Cells.Distinct().Count());
    }

    [Fact]
    public void WithEmptyCombinations_NobodyInTelemarkSaidYes_IsAnInnerCellAndRegionsFollowCounties()
    {
        var tables = Data.WithEmptyCombinations().FrequencyTables(["county", "answer"]);

        Assert.Equal(6, tables.InnerCells.Count);
        Assert.Equal(0, tables.Value(tables["county=Telemark, answer=yes"]));
        Assert.All(tables.Axes!, place => Assert.Equal(2, place.Count));
    }

    [Fact]
    public void Of_OneOwnerHasMost_IsSensitiveByDominanceAndByThreshold()
    {
        var tables = Data.MagnitudeTables(firm => firm.Sales, ["county"]);

        var dominated = SensitiveCells.Of(tables, new SensitivityRule { ProtectionPercent = 20 });
        var few = SensitiveCells.Of(tables, new SensitivityRule { MinContributors = 3 });

        Assert.Equal([tables["county=Agder"], tables["county=Telemark"]], dominated.Cells);
        Assert.Equal(18, dominated.UpperProtection[tables["county=Agder"]], 9);
        Assert.Equal(SensitivityReasons.Dominance, dominated.Reasons[tables["county=Agder"]]);
        Assert.Equal(dominated.Cells, few.Cells);
        Assert.Equal(SensitivityReasons.FewContributors, few.Reasons[tables["county=Agder"]]);
        Assert.Equal(10, few.UpperProtection[tables["county=Agder"]], 9);
    }

    [Fact]
    public void Suppress_Amounts_LeavesNobodyCloserThanThePPercentRuleAllows()
    {
        var sensitive = SensitiveCells.Of(Data.MagnitudeTables(firm => firm.Sales, ["county", "answer"]), new SensitivityRule { ProtectionPercent = 20 });

        var pattern = sensitive.Suppress(SearchEffort.Thorough);

        Assert.Empty(pattern.Unmet);
        Assert.Empty(sensitive.Audit(pattern).UpperTooClose);
        Assert.All(sensitive.Cells, cell => Assert.Equal(SuppressionStatus.Primary, pattern.StatusOf(cell)));
    }

    [Fact]
    public void Groups_AllButOneSaidNo_IsAGroupDisclosure()
    {
        var tables = Data.WithEmptyCombinations().FrequencyTables(["county", "answer"]);

        var sensitive = SensitiveCells.Of(tables, new SensitivityRule { Coalition = 1 }, tables.Groups("answer"));

        Assert.Contains(tables["county=Vestland, answer=no"], sensitive.Cells);
        Assert.DoesNotContain(tables["answer=no"], sensitive.Cells);
        Assert.True(sensitive.Audit(sensitive.Suppress()).IsSafe);
    }

    [Fact]
    public void Link_CellThatIsTheTotalOfTwoRelations_TiesBoth()
    {
        var tables = TableRelation.Link(
            [new("total", 10), new("a", 7), new("b", 3), new("x", 4), new("y", 6)], [new("total", ["a", "b"]), new("total", ["x", "y"])]);

        Assert.Equal(4, tables.InnerCells.Count);
        Assert.Equal("total", tables.NameOf(tables["total"]));
        Assert.Equal(0, Assert.Single(tables.Known).Value([.. tables.InnerCells]));
    }

    [Fact]
    public void Link_SameSumUnderTwoNames_IsOneCell()
    {
        var tables = TableRelation.Link([new("total", 2), new("all of it", 2), new("a", 1), new("b", 1)], [new("total", ["a", "b"]), new("all of it", ["b", "a"])]);

        Assert.Equal(tables["total"], tables["all of it"]);
    }

    public static TheoryData<Action, string> Faults => new()
    {
        { () => TableRelation.Link([new("a", 1), new("b", 1)], [new("a", ["b"]), new("b", ["a"])]), "part of itself («a»)" },
        { () => TableRelation.Link([new("a", 3), new("b", 1)], [new("a", ["b"])]), "isn't the sum of its parts («a»)" },
        { () => TableRelation.Link([new("a", 1)], [new("a", ["b"])]), "«b» in «a»" },
        { () => TableRelation.Link([new("a", 1), new("a", 1)], []), "one name («a»)" },
        { () => Data.FrequencyTables(["size"]), "There is no such category («size»); expected: one of region, county, answer" },
        { () => Data.By("county", _ => ""), "one name («county»)" },
        { () => Data.MagnitudeTables(firm => firm.Sales - 100, ["county"]), "negative" },
        { () => _ = Data.FrequencyTables(["county"])["county=Oslo"], "no such cell («county=Oslo»)" },
        { () => Data.FrequencyTables(["county"]).Groups("answer"), "«answer»" },
        { () => SensitiveCells.Of(new LinkedTables([1], [CellSum.Of([0])]), new SensitivityRule { MinContributors = 2 }), "asks for contributors" },
        { () => _ = new LinkedTables([1], [CellSum.Of([1])]), "don't go together" },
        { () => SmallCountRounding.Round(Data.MagnitudeTables(firm => firm.Sales, ["county"]), 5), "got: amounts" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Misuse_SaysWhatIsWrongAndWhere(Action misuse, string message)
    {
        var error = Assert.Throws<DisclosureException>(misuse);

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(DisclosureException).GetCustomAttributes(inherit: false), mark => mark.GetType().Name == "SafeMessageAttribute");
    }
}
