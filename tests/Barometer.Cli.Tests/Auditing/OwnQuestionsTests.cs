using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Analysis.Anonymity.Releases;
using SurveyStatistics.Data;

namespace Barometer.Cli.Tests.Auditing;

/// <summary>
/// A researcher's own questions beside all that the notebooks release: whatever is asked, there is an answer. Drafts are decided together, and in the
/// end the new table is hidden; nothing is refused while nothing is published. One that was refused beside two of
/// the notebooks is asked here;
/// <c>BAROMETER_DRAWS</c> says how many more to draw, each by itself, besides all that were tried.
/// </summary>
public partial class OwnQuestionsTests(ITestOutputHelper output)
{
    private const string Operational = "operational-2018";
    private static readonly string[] Tried =
    [
        "evaluated no by partner_private size_group", "evaluated no by partner_private", "spread by partner_private", "spread by novelty", "evaluated no by size_group",
    ];

    private static readonly Lazy<IReadOnlyList<JournalEntry>> Notebooks = new(ReleasedByNotebooks);

    [Fact]
    public void Release_OwnQuestions_AreShownOrHidden()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("BAROMETER_DRAWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var draws))
        {
            Decide([.. Notebooks.Value.Where(one => one.Entry.Notebook.StartsWith("02", StringComparison.Ordinal) || one.Entry.Notebook.StartsWith("08", StringComparison.Ordinal))], Tried[1], Draw(new Random(13)));
            return;
        }

        var random = new Random(2013);
        Array.ForEach([.. Tried, .. Enumerable.Range(0, draws).Select(_ => Draw(random))], question => Decide(Notebooks.Value, question));

        // So many that they can't all be searched together: the last are hidden whole.
        Decide(Notebooks.Value, [.. Tried, Draw(random)]);
    }

    // A question by one or two variables, of all, of a part, or of a derived variable.
    private static string Draw(Random random)
    {
        var survey = SurveyReader.Read(PublishedNumbers.Data, Operational);
        string[] Named(DisclosureRole role) => [.. survey.Codebook.Variables
            .Where(one => one.Role == role && survey.Responses.TryGet(one.Name, out var column) && column is CategoricalColumn).Select(one => one.Name)];
        T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
        var (answers, groups) = (Named(DisclosureRole.Sensitive), Named(DisclosureRole.Group));
        var variable = One(answers);
        string[] choice = [.. groups, .. answers.Except([variable])];
        var by = Enumerable.Range(0, random.Next(1, 3)).Select(_ => One(choice)).Distinct().ToList();
        var question = $"{variable} by {string.Join(' ', by)}";
        var other = One(choice.Except(by).ToList());
        return random.Next(4) switch
        {
            0 => $"{question} where {other} {One(survey.Codebook[other].Categories).Code}",
            1 => $"{question} derived {string.Join(' ', survey.Codebook[variable].Categories.SkipLast(1).Select(category => category.Code))}",
            _ => question,
        };
    }

    // «variable [answer] by one [another] [where variable answer] [derived answers that are taken together]»
    private static void Release(Workbench barometer, string question, string id)
    {
        var parts = Words().Split(question).Select(part => part.Trim().Split(' ')).ToList();
        var kinds = Words().Matches(question).Select(word => word.Value).ToList();
        string[]? Of(string kind) => kinds.IndexOf(kind) is var place and >= 0 ? parts[place + 1] : null;
        var (design, variable) = (barometer.Design(Operational), parts[0][0]);
        design = Of("where") is [var domain, var code] ? design.Where(domain, code) : design;
        (design, variable) = Of("derived") is { } together ? (design.Derive("own", Rule.Is(variable, together)), "own") : (design, variable);
        barometer.Release(design.Proportion(variable, by: Of("by")!, category: parts[0].Length > 1 ? parts[0][1] : null), id: id);
    }

    private void Decide(IReadOnlyList<JournalEntry> others, params string[] questions)
    {
        // Each in a notebook of its own: what one shows isn't known when the next is run.
        var clock = Stopwatch.StartNew();
        var own = questions.SelectMany((question, i) => PublishedNumbers.Released(PublishedNumbers.Data, ReleaseLedger.Empty, barometer => Release(barometer, question, FormattableString.Invariant($"own-{i}"))).Journal
            .Select(one => one with { Entry = one.Entry with { Notebook = FormattableString.Invariant($"{i + 15}-own") } })).ToList();
        var alone = clock.Elapsed;
        List<JournalEntry> journal = [.. others, .. own];
        clock.Restart();
        var ledger = new JointPlan(PublishedNumbers.Policy, ReleaseLedger.Empty).Decide(journal);

        output.WriteLine(FormattableString.Invariant($"{string.Join("; ", questions)}: alone {alone.TotalSeconds:0.0} s, together {clock.Elapsed.TotalSeconds:0.0} s; hidden ")
            + string.Join(", ", own.Select(one => FormattableString.Invariant($"{Hidden(ledger.Find(one.Entry.Id)!)} of {one.Entry.Cells.Count}")))
            + FormattableString.Invariant($"; of the others {others.Sum(one => Hidden(ledger.Find(one.Entry.Id)!) - Hidden(one.Entry))} more"));
        Assert.Empty(new ReleaseAudit(PublishedNumbers.Policy).Attack(journal.ConvertAll(one => Decided(one, ledger.Find(one.Entry.Id)!))));
        Assert.All(questions.Index(), question => Proposes(question.Item, FormattableString.Invariant($"own-{question.Index}"), ledger));
    }

    // Run again as it was decided, each says what to show in its place where most of it is hidden: a coarser table, or that none was found.
    private void Proposes(string question, string id, ReleaseLedger ledger)
    {
        var one = Assert.Single(PublishedNumbers.Released(PublishedNumbers.Data, ledger, barometer => Release(barometer, question, id)).Journal);
        var table = one.Released!.Content;
        Assert.Equal(ledger.Find(id)!.Cells.Select(cell => cell.Status), table.Estimates.Select(estimate => estimate.Status));
        var ofGroups = table.Estimates.Where(estimate => estimate.Groups.Count > 0).ToList();
        if (ofGroups.Count(estimate => estimate.Status == CellStatus.Published) >= PublishedNumbers.Policy.MinShownShare * ofGroups.Count)
        {
            Assert.Equal((null, null, null), (table.Coarser, table.NoCoarser, one.Coarser));
            return;
        }

        output.WriteLine($"{question}: {one.Coarser}");
        Assert.NotNull(one.Coarser);
        Assert.True(table.Coarser is { } coarser ? coarser.Shown >= PublishedNumbers.Policy.MinShownShare * coarser.Cells : table.NoCoarser is not null);
    }

    private static int Hidden(LedgerEntry entry) => entry.Cells.Count(cell => cell.Status == CellStatus.Suppressed);

    private static JournalEntry Decided(JournalEntry one, LedgerEntry entry) => one with
    {
        Entry = entry,
        Claims = [.. one.Claims.Select((claim, i) => claim with { IsPublished = entry.Cells[one.CellOfClaim[i]].Status == CellStatus.Published })],
    };

    private static List<JournalEntry> ReleasedByNotebooks()
    {
        var ledger = ReleaseLedger.Read(Path.Combine(PublishedNumbers.Data, "releases", "ledger.json"));
        using var notebooks = new Recomputation(new Repository(Clone.Original), PublishedNumbers.Data, ledger, _ => { }, default);
        var surveys = SurveyCatalog.List(PublishedNumbers.Data).ToDictionary(id => id, id => SurveyReader.Read(PublishedNumbers.Data, id), StringComparer.Ordinal);
        return [.. notebooks.Run(surveys, default).Released];
    }

    [GeneratedRegex(@"\b(?:by|where|derived)\b")]
    private static partial Regex Words();
}
