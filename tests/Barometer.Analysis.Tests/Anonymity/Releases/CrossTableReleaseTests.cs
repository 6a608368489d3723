using static Barometer.Analysis.Tests.Anonymity.QuestionSurvey;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// Row, column and total per cent, and numbers of answers, are statements of the same counts. Synthetic case: of 22 who evaluated internally two ticked «a», and everybody else is many.
/// </summary>
public class CrossTableReleaseTests
{
    private static readonly BarometerDesign TwoInOneCell =
        Make(Of(2, "internal", "ynn"), Of(20, "internal", "nnn"), Of(25, "no", "ynn"), Of(30, "no", "nnn"), Of(12, "external", "ynn"), Of(14, "external", "nnn")).Unweighted();

    private static readonly BarometerDesign ManyInEachCell =
        Make(Of(20, "internal", "ynn"), Of(20, "internal", "nnn"), Of(25, "no", "ynn"), Of(30, "no", "nnn"), Of(22, "external", "ynn"), Of(24, "external", "nnn")).Unweighted();

    public static TheoryData<PercentOf> Percents { get; } = [PercentOf.Row, PercentOf.Column, PercentOf.Total];

    [Theory]
    [MemberData(nameof(Percents))]
    public void Release_SmallCell_IsHiddenAsPercentAndAsNumberWithEnoughBesideIt(PercentOf percent)
    {
        var table = TwoInOneCell.CrossTable("item_a", "evaluated", percent);
        var session = Session();

        var released = session.Release(table, "x");

        Assert.Equal(CellStatus.Suppressed, Find(released.Layout.Shares, released.Shares, "yes", "internal").Status);
        Assert.Equal(CellStatus.Suppressed, Find(released.Layout.Counts, released.Counts, "yes", "internal").Status);
        Assert.Equal((CellStatus.Suppressed, double.NaN), (released.Test!.Status, released.Test.PValue));
        Assert.Empty(Attack([(table.Shares, released.Shares), (table.Counts, released.Counts)]));
    }

    [Theory]
    [MemberData(nameof(Percents))]
    public void Attack_PercentThatShowsWhatItsNumbersHide_FindsIt(PercentOf percent)
    {
        var table = TwoInOneCell.CrossTable("item_a", "evaluated", percent);
        var released = Session().Release(table, "x");

        Assert.NotEmpty(new ReleaseAudit(Policies.Standard).Attack([Hiding(table.Shares, "x", _ => false), Journals.Of(table.Counts, released.Counts, TwoInOneCell.Codebook)]));
    }

    [Fact]
    public void Release_TableOfAnAnswerThatAllGave_SaysNoMoreOfItsTestThanAnyHiddenOne()
    {
        var table = Make(Of(40, "internal", "ynn"), Of(50, "no", "ynn")).Unweighted().CrossTable("item_a", "evaluated");
        Assert.Null(table.Test); // of what doesn't vary

        var released = Session().Release(table, "x");

        Assert.Contains(released.Shares.Content.Estimates, one => one.Status == CellStatus.Suppressed);
        Assert.Equal((CellStatus.Suppressed, double.NaN, 0), (released.Test!.Status, released.Test.PValue, released.Test.Direction));
        Assert.Equal(Session().Release(TwoInOneCell.CrossTable("item_a", "evaluated"), "x").Test!.Method, released.Test.Method);
    }

    /// <summary>Each is safe by itself, and shows a cell that the other hides beside the small one.</summary>
    [Fact]
    public void Attack_TwoDirectionsThatKnowNothingOfEachOther_FindsWhatFollows()
    {
        var rows = Hiding(TwoInOneCell.CrossTable("item_a", "evaluated", answers: AnswerBase.AskedWithAView).Shares, "rows", one => one.Groups.Count > 0 && one.Outcome.Code is "internal" or "no");
        var columns = Hiding(TwoInOneCell.CrossTable("item_a", "evaluated", PercentOf.Column, AnswerBase.AskedWithAView).Shares, "columns", one => one.Groups is [{ Code: "internal" or "external" }]);

        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack([rows]));
        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack([columns]));
        Assert.NotEmpty(new ReleaseAudit(Policies.Standard).Attack([rows, columns]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Release_TwoDirectionsInOneSession_HideEnoughAndRefuseNothing(bool isColumnFirst)
    {
        var session = Session();
        UnreleasedTable[] tables = [TwoInOneCell.Proportion("evaluated", by: "item_a"), TwoInOneCell.Proportion("item_a", by: "evaluated")];
        if (isColumnFirst)
        {
            Array.Reverse(tables);
        }

        var released = tables.Select((table, i) => (table, session.Release(table, $"t{i}"))).ToList();

        Assert.Empty(Attack([.. released]));
    }

    /// <summary>A row with one hidden cell gives it back: the number in its base is shown.</summary>
    [Fact]
    public void Attack_OneHiddenCellInARow_FindsIt()
    {
        var table = TwoInOneCell.CrossTable("evaluated", "item_a").Shares;

        Assert.NotEmpty(new ReleaseAudit(Policies.Standard).Attack([Hiding(table, "x", one => one.Groups is [{ Code: "internal" }] && one.Outcome.Code == "yes")]));
    }

    [Theory]
    [MemberData(nameof(Percents))]
    public void Release_LargeCells_AreAllShownWithTheirTest(PercentOf percent)
    {
        var released = Session().Release(ManyInEachCell.CrossTable("item_a", "evaluated", percent), "x");

        Assert.All(released.Shares.Content.Estimates.Concat(released.Counts.Content.Estimates).Where(one => !one.Outcome.IsReason && !one.Groups.Any(group => group.Code == "dk") && one.Outcome.Code?.Contains("dk", StringComparison.Ordinal) != true), one => Assert.Equal(CellStatus.Published, one.Status));
        Assert.Equal(CellStatus.Published, released.Test!.Status);
    }

    private static ReleaseSession Session() => new(Policies.Standard, TwoInOneCell.Codebook);

    private static JournalEntry Hiding(UnreleasedTable table, string id, Predicate<UnreleasedEstimate> isHidden)
    {
        var journal = Journals.Of(table, Session().Release(table, id), TwoInOneCell.Codebook);
        return journal with
        {
            Entry = journal.Entry with { Cells = [.. journal.Entry.Cells.Select((cell, i) => cell with { Status = isHidden(table.Estimates[i]) ? CellStatus.Suppressed : CellStatus.Published })] },
            Claims = [.. journal.Claims.Select(claim => claim with { Release = id })],
        };
    }

    private static IReadOnlyList<ReleaseFinding> Attack(params IEnumerable<(UnreleasedTable Table, Released<ReleasedTable> Released)> released) =>
        new ReleaseAudit(Policies.Standard).Attack([.. released.Select(one => Journals.Of(one.Table, one.Released, TwoInOneCell.Codebook))]);

    private static ReleasedEstimate Find(IReadOnlyList<CrossPlace> places, Released<ReleasedTable> released, string row, string column)
    {
        var layout = TwoInOneCell.CrossTable("item_a", "evaluated").Layout;
        return released.Content.Estimates.Zip(places).Single(one => one.Second == new CrossPlace(layout.Rows.Place(row), layout.Columns.Place(column))).First;
    }
}
