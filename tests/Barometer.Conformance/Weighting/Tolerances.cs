namespace Barometer.Conformance.Weighting;

/// <summary>
/// The relative tolerance of each number: the case's own, else the design's, else the file's, in each by the number's name
/// first and «*» second.
/// </summary>
internal sealed class Tolerances(CaseFile file, CaseForm one)
{
    private const double Relative = 1e-10;
    private const double Zero = 1e-8;

    /// <summary>The relative tolerance of the number called <paramref name="name"/>.</summary>
    public double Of(string name) => Find(name) ?? Find("*") ?? Relative;

    /// <summary>Whether two numbers agree: within the tolerance, or both as good as zero.</summary>
    public bool Agree(string name, double expected, double got) =>
        (double.IsNaN(expected) && double.IsNaN(got))
        || expected == got
        || Math.Abs(got - expected) <= Of(name) * Math.Abs(expected)
        || (Math.Abs(got) < Limit && Math.Abs(expected) < Limit);

    /// <summary>The relative difference; 0 for what is as good as zero.</summary>
    public double Difference(double expected, double got) =>
        expected == got || (Math.Abs(got) < Limit && Math.Abs(expected) < Limit) ? 0 : Math.Abs((got / expected) - 1);

    private double Limit => Find("zero") ?? Zero;

    private double? Find(string name)
    {
        var design = file.Designs.GetValueOrDefault(one.Design ?? "")?.Tolerance;
        foreach (var tolerance in (IReadOnlyDictionary<string, double>?[])[one.Tolerance, design, file.Tolerance])
        {
            if (tolerance is not null && tolerance.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
