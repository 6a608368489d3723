namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>For each unknown the sums that it is in, the shortest first.</summary>
internal sealed class Memberships
{
    private readonly int[] _starts;
    private readonly int[] _forms;
    private readonly int[] _coefficients;

    /// <summary>Looks them up once for all.</summary>
    /// <param name="forms">The sums.</param>
    /// <param name="unknowns">The number of unknowns.</param>
    public Memberships(IReadOnlyList<LinearForm> forms, int unknowns)
    {
        _starts = new int[unknowns + 1];
        foreach (var unknown in forms.SelectMany(form => form.Unknowns.ToArray()))
        {
            _starts[unknown + 1]++;
        }

        for (var i = 0; i < unknowns; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _forms = new int[_starts[unknowns]];
        _coefficients = new int[_forms.Length];
        var next = _starts.ToArray();
        foreach (var (number, form) in forms.Index().OrderBy(pair => pair.Item.Length))
        {
            for (var i = 0; i < form.Length; i++)
            {
                var at = next[form.Unknowns[i]]++;
                (_forms[at], _coefficients[at]) = (number, form.Coefficients[i]);
            }
        }
    }

    /// <summary>The numbers of the sums that an unknown is in.</summary>
    public ReadOnlySpan<int> Forms(int unknown) => _forms.AsSpan(_starts[unknown].._starts[unknown + 1]);

    /// <summary>Its coefficient in each of them.</summary>
    public ReadOnlySpan<int> Coefficients(int unknown) => _coefficients.AsSpan(_starts[unknown].._starts[unknown + 1]);
}
