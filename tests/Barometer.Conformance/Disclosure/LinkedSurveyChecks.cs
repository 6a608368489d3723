using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>
/// The checks of a survey of agencies linked with one of their workplaces: a number of workplaces by an agency's answer is a
/// total of public contributions, and its subset sums tell who gave the answer.
/// </summary>
internal sealed class LinkedSurveyChecks(string name, JsonElement given, JsonElement expected, Report report)
{
    private readonly List<(string Agency, int Workplaces)> _agencies =
        [.. given.GetProperty("publicWorkplacesPerAgency").EnumerateObject().Select(entry => (entry.Name, entry.Value.GetInt32()))];

    /// <summary>Lists the agencies that may have given the answer, with and without their number published.</summary>
    public void Run()
    {
        var solutions = expected.GetProperty("solutionsWithCount").EnumerateArray().Select(list => string.Join(' ', list.EnumerateArray().Select(agency => agency.GetString()))).ToList();
        if (solutions.Count == 0)
        {
            report.Check(name, "solutions", false, "the case has none");
            return;
        }

        // Any solution will do as the truth: what agrees with the published numbers doesn't depend on which one it is.
        var yes = solutions[0].Split(' ').ToHashSet();
        Check("withCount", isCountPublished: true, yes, solutions.Count, found => found.SequenceEqual(solutions));
        Check("withoutCount", isCountPublished: false, yes, expected.GetProperty("solutionsWithoutCount").GetInt32(), _ => true);
    }

    private void Check(string which, bool isCountPublished, HashSet<string> yes, int count, Func<List<string>, bool> agrees)
    {
        // Two inner cells an agency, yes and no, of which one holds it.
        var truth = _agencies.SelectMany(one => yes.Contains(one.Agency) ? (double[])[1, 0] : [0, 1]);
        var number = CellSum.Of(_agencies.Select((_, i) => 2 * i));
        var workplaces = CellSum.Of(_agencies.Select((one, i) => (2 * i, one.Workplaces)));
        var tables = new LinkedTables(truth, [number, workplaces], _agencies.Select((_, i) => CellSum.Of([2 * i, (2 * i) + 1])));
        if (tables.Value(0) != given.GetProperty("publishedYesAgencies").GetDouble() || tables.Value(1) != given.GetProperty("publishedWorkplacesUnderYesAgencies").GetDouble())
        {
            report.Check(name, "published numbers", false, "the expected solution doesn't give them");
            return;
        }

        var alternatives = AlternativeTables.Of(tables, cell => cell == 1 || isCountPublished);
        var found = alternatives.Found.Select(table => string.Join(' ', _agencies.Where((_, i) => table[2 * i] > 0.5).Select(one => one.Agency))).Order(StringComparer.Ordinal).ToList();
        var revealed = _agencies.Index().Where(one => alternatives.Values(CellSum.Of([2 * one.Index])).Count == 1)
            .ToDictionary(one => one.Item.Agency, one => alternatives.Values(CellSum.Of([2 * one.Index]))[0] > 0.5 ? "ja" : "nei");
        var want = expected.GetProperty("revealed" + char.ToUpperInvariant(which[0]) + which[1..]).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
        report.Check(name, $"subset sums {which}", alternatives.AreAll && found.Count == count && agrees(found) && revealed.Count == want.Count && !revealed.Except(want).Any(),
            $"{found.Count} solutions, {revealed.Count} answers told");
    }
}
