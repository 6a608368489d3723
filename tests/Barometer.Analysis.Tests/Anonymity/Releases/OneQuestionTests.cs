namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// The answers of one question, told in several ways: an attacker goes through all ways in which the respondents can have
/// answered, and must not be left with one number for an answer that is hidden.
/// </summary>
public class OneQuestionTests
{
    private const int Respondents = 40;
    private static readonly int[][] Distributions = [[2, 10, 8, 10, 10], [0, 9, 11, 10, 10], [1, 1, 14, 12, 12], [6, 6, 3, 12, 13], [10, 10, 10, 9, 1]];

    public static TheoryData<int, bool> Cases { get; } = new(
        from i in Enumerable.Range(0, Distributions.Length) from balanceFirst in (bool[])[false, true] select (i, balanceFirst));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Release_SharesTopShareAndBalance_LeaveHiddenAnswersOpen(int one, bool derivedFirst)
    {
        var design = Design(Distributions[one]);
        var (shares, top, balance) = (design.Proportion("opinion"), design.TopShare("opinion"), design.NetBalance("opinion"));

        Attack(Distributions[one], derivedFirst ? [top, balance, shares] : [shares, balance, top]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Release_OneAnswerAtATime_LeavesHiddenAnswersOpen(int one, bool backwards)
    {
        var design = Design(Distributions[one]);
        var tables = SmallSurvey.Opinions.Select(code => design.Proportion("opinion", category: code)).ToList();

        Attack(Distributions[one], backwards ? [.. tables.AsEnumerable().Reverse()] : tables);
    }

    [Fact]
    public void Release_TopShareThenOneOfItsAnswers_HidesIt()
    {
        var design = Design([12, 12, 6, 8, 2]);
        var session = Session();

        session.Release(design.TopShare("opinion"), "top");
        var one = session.Release(design.Proportion("opinion", category: "4"), "one");

        Assert.Equal(CellStatus.Suppressed, one.Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_WiderProtectionInterval_KeepsReadersFartherOff()
    {
        int[] truth = [4, 10, 6, 10, 10];
        var (narrow, wide) = (Widths(truth, 1), Widths(truth, 4));

        Assert.True(narrow >= 2, $"{narrow}");
        Assert.True(wide >= 8, $"{wide}");
    }

    private static int Widths(int[] truth, int interval)
    {
        var released = new ReleaseSession(Policies.Standard with { ProtectionInterval = interval }).Release(Design(truth).Proportion("opinion"), "x").Content;
        var left = Left(truth, [released]);
        return left.Max(one => one[0]) - left.Min(one => one[0]);
    }

    private static void Attack(int[] truth, IReadOnlyList<UnreleasedTable> tables)
    {
        var session = Session();
        var released = tables.Select((table, i) => session.Release(table, $"t{i}").Content).ToList();
        var left = Left(truth, released);

        Assert.Contains(left, one => one.SequenceEqual(truth));
        for (var code = 0; code < truth.Length; code++)
        {
            if (truth[code] is > 0 and < 5)
            {
                Assert.True(left.Max(one => one[code]) > truth[code], $"answer {code} has no room above");
                Assert.True(left.Min(one => one[code]) < truth[code], $"answer {code} has no room below");
            }
        }

        Assert.Contains(released.SelectMany(table => table.Estimates), estimate => estimate.Status == CellStatus.Published);
    }

    /// <summary>The distributions that agree with everything published.</summary>
    private static List<int[]> Left(int[] truth, IReadOnlyList<ReleasedTable> released)
    {
        var shown = released.SelectMany(table => table.Estimates).Where(estimate => estimate.Status == CellStatus.Published).ToList();
        double Value(ReleasedEstimate estimate, int[] one) => estimate.Outcome.Code switch
        {
            "balance" => one[3] + one[4] - one[0] - one[1],
            "top2" => one[3] + one[4],
            var code => one[int.Parse(code!, System.Globalization.CultureInfo.InvariantCulture) - 1],
        } / (double)Respondents;
        return [.. All(Respondents, 5).Where(one => shown.TrueForAll(estimate => Math.Abs(Value(estimate, one) - Value(estimate, truth)) < 1e-9))];
    }

    private static IEnumerable<int[]> All(int total, int parts) => parts == 1
        ? [[total]]
        : Enumerable.Range(0, total + 1).SelectMany(first => All(total - first, parts - 1).Select(rest => (int[])[first, .. rest]));

    private static BarometerDesign Design(int[] counts)
    {
        var survey = new SmallSurvey();
        for (var i = 0; i < counts.Length; i++)
        {
            survey.Add(counts[i], opinion: SmallSurvey.Opinions[i]);
        }

        return survey.Make().Unweighted();
    }

    private static ReleaseSession Session() => new(Policies.Standard, new SmallSurvey().Add(1).Make().Codebook);
}
