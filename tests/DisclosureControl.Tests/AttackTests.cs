namespace DisclosureControl.Tests;

/// <summary>A table of two rows and two columns with its totals, of which one cell is 1.</summary>
public class AttackTests
{
    private static readonly LinkedTables Tables = TableRelation.Link(
        [new("total", 40), new("north", 25), new("south", 15), new("men", 22), new("women", 18), new("men, south", 1), new("women, south", 14), new("men, north", 21), new("women, north", 4)],
        [new("north", ["men, north", "women, north"]), new("south", ["men, south", "women, south"]), new("total", ["north", "south"]), new("men", ["men, north", "men, south"]), new("women", ["women, north", "women, south"])]);

    private static readonly SensitiveCells Sensitive = new() { Tables = Tables, Cells = [Tables["men, south"]] };

    [Fact]
    public void Audit_PrimarySuppressionOnly_FindsTheCell()
    {
        var audit = new PatternAudit(Sensitive, cell => cell != Tables["men, south"]);

        Assert.Equal(Sensitive.Cells, audit.Derivable);
        Assert.Equal(Sensitive.Cells, audit.Exact);
        Assert.Equal(new FeasibilityInterval(1, 1), audit.Intervals[Tables["men, south"]]);
        Assert.False(audit.IsSafe);
    }

    [Fact]
    public void Audit_OurPattern_IsSafeAndGivesTheInterval()
    {
        var audit = Sensitive.Audit(Sensitive.Suppress());

        Assert.True(audit.IsSafe);
        Assert.Equal(new FeasibilityInterval(0, 15), audit.Intervals[Tables["men, south"]]);
    }

    [Fact]
    public void Attack_PrimarySuppressionOnly_NamesUnitsThatAreAllNeeded()
    {
        var problem = Sensitive.ToProblem();

        var found = Assert.Single(new Attack(problem, unit => unit != Tables["men, south"], 1).Find());

        Assert.Null(found.Contributor);
        Assert.Equal(2, found.Units.Count);
        Assert.All(found.Units, needed => Assert.DoesNotContain(new Attack(problem, unit => unit == needed, 1).Find(), one => one.Sum.Equals(found.Sum)));
    }

    [Fact]
    public void Attack_InsiderWithOwnData_FindsWhatNoOutsiderDoes()
    {
        var tables = new LinkedTables([6, 2, 2, 6], [.. Enumerable.Range(0, 4).Select(i => CellSum.Of([i])), CellSum.Of([0, 1]), CellSum.Of([2, 3]), CellSum.Of([0, 2]), CellSum.Of([1, 3])])
        {
            Contributors = [new Contributor("big", new Dictionary<int, double> { [0] = 6, [2] = 2 })],
        };
        var problem = new SensitiveCells { Tables = tables, Cells = [1] }.ToProblem();

        var found = new Attack(problem, unit => unit > 3, 1).Find().ToList();

        Assert.Equal("big", Assert.Single(found).Contributor);
    }

    [Fact]
    public void Suppress_EverythingAroundIsPublishedAlready_TellsWhatIsUnmet()
    {
        var problem = Sensitive.ToProblem();
        var forced = new SuppressionProblem
        {
            Tables = Tables,
            Units = [.. problem.Units.Select(unit => unit.Role == SuppressionRole.Candidate ? unit with { Role = SuppressionRole.Forced } : unit)],
            Requirements = problem.Requirements,
            Sensitive = problem.Sensitive,
        };

        Assert.NotEmpty(forced.Suppress().Unmet);
    }

    [Fact]
    public void DerivableSums_LargeCoefficients_AreExactAllTheSame()
    {
        // The elimination leaves 64 bits on the way.
        var known = new DerivableSums();
        for (var i = 0; i < 12; i++)
        {
            known.Add(CellSum.Of([(i, 1_000_003 + i), (i + 1, 999_983 - i), (13, 7 + i)]));
        }

        Assert.False(known.Contains(CellSum.Of([0])));
        Assert.True(known.Add(CellSum.Of([12])));
        Assert.True(known.Add(CellSum.Of([13])));
        Assert.True(known.Contains(CellSum.Of([0])));
    }
}
