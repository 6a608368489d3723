namespace Barometer.Analysis.Anonymity;

/// <content>How close a reader can come to what is hidden.</content>
public sealed partial class ReleaseSession
{
    /// <summary>
    /// For each hidden share of a release the least and the most that a reader can work out from everything this session has
    /// released: the auditor's linear programs, in shares of those who answered, rounded outward to the twentieth.
    /// </summary>
    /// <param name="id">The release's name.</param>
    /// <returns>By the number of the estimate; none for what is shown, and for what is no share.</returns>
    /// <exception cref="BarometerException">There is no such release in this session.</exception>
    internal IReadOnlyDictionary<int, (double Low, double High)> Bounds(string id)
    {
        var table = _shown.GetValueOrDefault(id) ?? throw new BarometerException(new Problem($"«{id}» isn't released in this session"));
        var claims = _claims[table.Survey];
        var found = new Dictionary<int, (double, double)>();
        foreach (var block in new ReleasePlanner(new BlockRules(_policy, table.Organisations)).Blocks(claims).Where(block => block.Name != ReleasePlanner.Respondents))
        {
            var published = block.Problem.Units.Where((_, unit) => claims[block.Claims[unit]].IsPublished).SelectMany(unit => unit.Cells).ToHashSet();
            using var outsider = new FeasibilityIntervals(block.Problem.Tables, published.Contains);
            foreach (var (i, estimate) in table.Held.Index())
            {
                var (claim, unit) = (claims[table.First + i], block.Claims.ToList().IndexOf(table.First + i));
                if (unit >= 0 && !claim.IsPublished && claim.Told is [{ Counted: not null, Opposed: null }] && block.Problem.Units[unit].Cells is [var cell])
                {
                    var (low, high) = outsider.Of(block.Problem.Tables.Cells[cell]);
                    found[estimate] = (Math.Floor((low / claim.Base.Count * Steps) + Near) / Steps, Math.Ceiling((high / claim.Base.Count * Steps) - Near) / Steps);
                }
            }
        }

        return found;
    }

    private const double Steps = 20;
    private const double Near = 1e-6;

    private sealed record ShownTable(string Survey, int First, IReadOnlyList<int> Held, int[] Organisations);
}
