namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>A sum of unknowns with whole coefficients: what a cell is made of. Two forms with the same terms are equal.</summary>
internal sealed class LinearForm : IEquatable<LinearForm>
{
    /// <summary>A change so small is a rounding error.</summary>
    public const double Nothing = 1e-6;

    private readonly int[] _unknowns;
    private readonly int[] _coefficients;
    private readonly int _hash;

    private LinearForm(int[] unknowns, int[] coefficients)
    {
        _unknowns = unknowns;
        _coefficients = coefficients;
        var hash = new HashCode();
        for (var i = 0; i < unknowns.Length; i++)
        {
            hash.Add(unknowns[i]);
            hash.Add(coefficients[i]);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The numbers of the unknowns, ascending.</summary>
    public ReadOnlySpan<int> Unknowns => _unknowns;

    /// <summary>Their coefficients, none of them zero.</summary>
    public ReadOnlySpan<int> Coefficients => _coefficients;

    /// <summary>The number of terms.</summary>
    public int Length => _unknowns.Length;

    /// <summary>The sum of some unknowns, each once.</summary>
    public static LinearForm Sum(IEnumerable<int> unknowns)
    {
        var sorted = unknowns.Distinct().Order().ToArray();
        return new LinearForm(sorted, [.. Enumerable.Repeat(1, sorted.Length)]);
    }

    /// <summary>A form from its terms; terms of the same unknown are added, zeros dropped.</summary>
    public static LinearForm Of(IEnumerable<(int Unknown, int Coefficient)> terms)
    {
        var sums = new SortedDictionary<int, int>();
        foreach (var (unknown, coefficient) in terms)
        {
            sums[unknown] = sums.GetValueOrDefault(unknown) + coefficient;
        }

        var kept = sums.Where(term => term.Value != 0).ToList();
        return new LinearForm([.. kept.Select(term => term.Key)], [.. kept.Select(term => term.Value)]);
    }

    /// <summary>This form less another.</summary>
    public LinearForm Minus(LinearForm other) => Of(Terms().Concat(other.Terms().Select(term => (term.Unknown, -term.Coefficient))));

    /// <summary>The terms.</summary>
    public IEnumerable<(int Unknown, int Coefficient)> Terms() => _unknowns.Zip(_coefficients);

    /// <summary>The form's value when the unknowns have these values.</summary>
    public double Value(double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < _unknowns.Length; i++)
        {
            sum += _coefficients[i] * values[_unknowns[i]];
        }

        return sum;
    }

    /// <summary>By how much the form differs in another world.</summary>
    public double Change(World world)
    {
        var sum = 0.0;
        for (var i = 0; i < _unknowns.Length && _unknowns.Length <= world.Length; i++)
        {
            sum += _coefficients[i] * world.Move(_unknowns[i]);
        }

        for (var i = 0; i < world.Length && world.Length < _unknowns.Length; i++)
        {
            var at = Array.BinarySearch(_unknowns, world.Unknowns[i]);
            sum += at < 0 ? 0 : _coefficients[at] * world.Moves[i];
        }

        return sum;
    }

    /// <summary>Whether the form differs in another world.</summary>
    public bool IsMovedBy(World world) => Math.Abs(Change(world)) > Nothing;

    /// <inheritdoc/>
    public bool Equals(LinearForm? other) => other is not null && _hash == other._hash
        && Unknowns.SequenceEqual(other.Unknowns) && Coefficients.SequenceEqual(other.Coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinearForm);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
