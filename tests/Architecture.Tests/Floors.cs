using ArchUnitNET.Domain;

namespace Architecture.Tests;

/// <summary>The floors of the house: which project may stand on which, and in which folders the types of a project need each other.</summary>
internal static class Floors
{
    /// <summary>Each assembly with those it may stand on, from the ground up. Nothing else of ours may be named in it.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        ["SurveyStatistics"] = [],
        ["DisclosureControl"] = [],
        ["Barometer.Notebooks"] = [],
        ["Barometer.Analysis"] = ["SurveyStatistics", "DisclosureControl"],
        ["Barometer.Synthesis"] = ["Barometer.Analysis", "SurveyStatistics"],
        ["Barometer.Evidence"] = ["Barometer.Analysis", "SurveyStatistics", "DisclosureControl"],
        ["Barometer.Interactive"] = ["Barometer.Evidence", "Barometer.Analysis"],
        ["barometer"] = ["Barometer.Evidence", "Barometer.Analysis", "Barometer.Synthesis", "Barometer.Notebooks", "SurveyStatistics", "DisclosureControl"],
    };

    /// <summary>
    /// The circles among the folders of a project: each list holds folders that all need each other. A type's folder is its
    /// namespace; what the compiler makes is left out with the type it belongs to.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Circles(ArchUnitNET.Domain.Architecture architecture, string root)
    {
        var edges = architecture.Types
            .Where(type => IsIn(type, root))
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type.Namespace.FullName, To: dependency.Target)))
            .Where(edge => IsIn(edge.To, root) && edge.To.Namespace.FullName != edge.From)
            .Select(edge => (edge.From, To: edge.To.Namespace.FullName))
            .ToLookup(edge => edge.From, edge => edge.To);
        var reached = edges.ToDictionary(from => from.Key, from => Reached(edges, from.Key));
        return
        [
            .. reached.Where(one => one.Value.Contains(one.Key))
                .Select(one => (IReadOnlyList<string>)[.. one.Value.Where(other => reached.GetValueOrDefault(other)?.Contains(one.Key) == true).Order(StringComparer.Ordinal)])
                .DistinctBy(circle => string.Join(' ', circle)),
        ];
    }

    private static HashSet<string> Reached(ILookup<string, string> edges, string start)
    {
        var (reached, open) = (new HashSet<string>(), new Stack<string>(edges[start]));
        while (open.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var next in edges[folder])
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    private static bool IsIn(IType type, string root) =>
        type.Namespace?.FullName is { } folder && (folder == root || folder.StartsWith(root + ".", StringComparison.Ordinal));
}
