using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Notebooks.Kernel;

/// <summary>The cells that were run since the kernel started. Nothing of it outlives the kernel.</summary>
internal sealed class KernelHistory
{
    private readonly Lock _gate = new();
    private readonly List<(int Number, string Code)> _cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(int number, string code)
    {
        lock (_gate)
        {
            _cells.Add((number, code));
        }
    }

    /// <summary>The cells that the request asks for: a range of numbers, the last ones, or those that match a pattern.</summary>
    public JsonArray Find(JsonObject request)
    {
        lock (_gate)
        {
            IEnumerable<(int Number, string Code)> found = request.TextOf("hist_access_type") switch
            {
                "range" => _cells.Where(cell => cell.Number >= (request.NumberOf("start") ?? 0) && cell.Number < (request.NumberOf("stop") ?? int.MaxValue)),
                "search" => Last(Matching(request), request),
                _ => Last(_cells, request),
            };
            return [.. found.Select(cell => (JsonNode)new JsonArray(0, cell.Number, request.FlagOf("output", false) ? new JsonArray(cell.Code, null) : cell.Code))];
        }
    }

    private IEnumerable<(int Number, string Code)> Matching(JsonObject request)
    {
        var pattern = Regex.Escape(request.TextOf("pattern") ?? "*").Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        var whole = new Regex($@"\A{pattern}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var matching = _cells.Where(cell => whole.IsMatch(cell.Code));
        return request.FlagOf("unique", false) ? matching.Reverse().DistinctBy(cell => cell.Code).Reverse() : matching;
    }

    private static IEnumerable<(int Number, string Code)> Last(IEnumerable<(int Number, string Code)> cells, JsonObject request) =>
        cells.TakeLast(Math.Max(0, request.NumberOf("n") ?? int.MaxValue));
}
