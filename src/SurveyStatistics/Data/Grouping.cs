using System.Collections;
using System.Runtime.CompilerServices;

namespace SurveyStatistics.Data;

/// <summary>
/// One or more variables, crossed. A name converts to it, and so does a collection expression:
/// <c>by: "agency_group"</c>, <c>by: ["agency_group", "size_band"]</c>.
/// </summary>
[CollectionBuilder(typeof(Grouping), nameof(Create))]
public sealed class Grouping : IReadOnlyList<string>
{
    private readonly string[] _variables;

    private Grouping(string[] variables) => _variables = variables;

    /// <summary>No variable: everybody in one group.</summary>
    public static Grouping None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _variables.Length;

    /// <inheritdoc/>
    public string this[int index] => _variables[index];

    /// <summary>The crossing of <paramref name="variables"/>, the last varying fastest.</summary>
    /// <exception cref="SurveyException">A variable is named twice.</exception>
    public static Grouping Create(ReadOnlySpan<string> variables)
    {
        var names = variables.ToArray();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? new Grouping(names)
            : throw new SurveyException(new Problem("A grouping names a variable twice", Expected: "different variables"));
    }

    /// <summary>One variable.</summary>
    public static implicit operator Grouping(string variable) => new([variable]);

    /// <summary>Several variables, crossed.</summary>
    public static implicit operator Grouping(string[] variables) => Create(variables);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_variables).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The variables joined by ×.</summary>
    public override string ToString() => string.Join(" × ", _variables);
}
