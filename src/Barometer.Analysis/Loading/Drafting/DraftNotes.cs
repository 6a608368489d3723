namespace Barometer.Analysis.Loading.Drafting;

/// <summary>What a person has to look at or to fill in in a drafted codebook: each kind once, with the variables it concerns.</summary>
internal sealed class DraftNotes
{
    private const int Named = 12;

    private readonly List<string> _kinds = [];
    private readonly Dictionary<string, List<string>> _variables = new(StringComparer.Ordinal);

    /// <summary>Notes something about the survey, or about one of its variables.</summary>
    public void Add(string what, string? variable = null)
    {
        if (!_variables.TryGetValue(what, out var variables))
        {
            _kinds.Add(what);
            _variables[what] = variables = [];
        }

        if (variable is not null && !variables.Contains(variable))
        {
            variables.Add(variable);
        }
    }

    /// <summary>Notes something about several variables; nothing where there are none.</summary>
    public void Add(string what, IEnumerable<string> variables)
    {
        foreach (var variable in variables)
        {
            Add(what, variable);
        }
    }

    /// <summary>The notes, a line each.</summary>
    public IReadOnlyList<string> Lines => [.. _kinds.Select(what => _variables[what] is { Count: > 0 } variables
        ? $"{what}: {string.Join(", ", variables.Take(Named))}{(variables.Count > Named ? FormattableString.Invariant($" and {variables.Count - Named} more") : "")}"
        : what)];
}
