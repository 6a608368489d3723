namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>
/// The attacker: given what is published, works out as much as possible about what is hidden. Knows nothing of how the
/// pattern was found, so that it can judge anybody's.
/// </summary>
internal sealed class Auditor
{
    private const double Near = 1e-6;
    private readonly AuditCase _case;
    private readonly bool[] _published;
    private readonly int[] _hidden;
    private readonly int[] _hiddenPrimary;

    private Auditor(AuditCase about, bool[] published)
    {
        _case = about;
        _published = published;
        _hidden = [.. Enumerable.Range(0, published.Length).Where(cell => !published[cell])];
        _hiddenPrimary = [.. about.Primary.Where(cell => !published[cell])];
    }

    private CellSystem System => _case.System;

    /// <summary>Judges a pattern.</summary>
    /// <param name="about">The cells, the secrets and the knowledge.</param>
    /// <param name="published">For each cell of the system whether a reader sees it.</param>
    public static AuditReport Audit(AuditCase about, bool[] published) => new Auditor(about, published).Report();

    private AuditReport Report()
    {
        var bounds = Bounds();
        var of = bounds.ToDictionary(found => found.Cell);
        var positive = Positive();
        var (derivable, insiders) = ByArithmetic(cell => of[cell].IsExact);
        return new AuditReport
        {
            PublishedPrimary = [.. _case.Primary.Where(cell => _published[cell])],
            Derivable = derivable,
            Bounds = bounds,
            PositiveBounds = positive,
            Exact = [.. _hiddenPrimary.Where(cell => of[cell].IsExact)],
            ExactInWholes = [.. _hiddenPrimary.Where(cell => of[cell].IsExactInWholes)],
            ExactIfPositive = [.. positive.Where(found => found.IsExact).Select(found => found.Cell)],
            Narrow = _case.AreCounts ? [.. _hiddenPrimary.Where(cell => IsNarrow(of[cell]))] : [],
            UpperViolations = [.. _hiddenPrimary.Where(cell => IsTooLow(of[cell]))],
            GroupDisclosures = Groups(),
            InsiderDisclosures = insiders,
        };
    }

    private List<CellBounds> Bounds()
    {
        using var program = System.Reader(cell => _published[cell]);
        var whole = new Lazy<LinearProgram>(() => System.Reader(cell => _published[cell], whole: true));
        var bounds = _hidden.Select(cell => BoundsOf(cell, program, whole)).ToList();
        if (whole.IsValueCreated)
        {
            whole.Value.Dispose();
        }

        return bounds;
    }

    /// <summary>The whole-number bounds need a solver of their own only where the vertex of the simplex isn't whole.</summary>
    private CellBounds BoundsOf(int cell, LinearProgram program, Lazy<LinearProgram> whole)
    {
        var form = System.Cells[cell];
        var low = program.Extreme(form, highest: false);
        var wholeLow = !_case.AreCounts || program.IsWhole() ? low : whole.Value.Extreme(form, highest: false);
        var high = program.Extreme(form, highest: true);
        var wholeHigh = !_case.AreCounts || double.IsInfinity(high) || program.IsWhole() ? high : whole.Value.Extreme(form, highest: true);
        return new CellBounds(cell, low, high, wholeLow, wholeHigh);
    }

    private List<CellBounds> Positive()
    {
        using var program = new PositiveReader(System).Program(cell => _published[cell]);
        return [.. _hiddenPrimary.Select(cell =>
        {
            var (low, high) = program.Bounds(System.Cells[cell]);
            return new CellBounds(cell, low, high, low, high);
        })];
    }

    private (List<int> Derivable, List<(string Holding, int Cell)> Insiders) ByArithmetic(Func<int, bool> isExact)
    {
        var known = new ExactSpan();
        foreach (var form in System.Structure.Concat(System.Cells.Where((_, cell) => _published[cell])))
        {
            known.Add(form);
        }

        var derivable = _hidden.Where(cell => known.Contains(System.Cells[cell])).ToList();
        var secrets = _hiddenPrimary.Where(cell => !isExact(cell)).ToList();
        return (derivable, [.. _case.Holdings.SelectMany(holding => Insider(holding, known, secrets))]);
    }

    private List<(string Holding, int Cell)> Insider(Holding holding, ExactSpan known, List<int> secrets)
    {
        var rank = known.Rank;
        foreach (var unknown in holding.Contributions.Keys.Where(unknown => holding.Owns(unknown, System.Truth)))
        {
            known.Add(LinearForm.Sum([unknown]));
        }

        var found = known.Rank == rank ? [] : secrets
            .Where(cell => !holding.KnowsAllOf(System.Cells[cell], System.Truth) && known.Contains(System.Cells[cell]))
            .Select(cell => (holding.Name, cell))
            .ToList();
        known.Shrink(rank);
        return found;
    }

    private List<(GroupSecret Secret, double MostOthers)> Groups()
    {
        using var program = System.Reader(cell => _published[cell]);
        return [.. _case.Groups
            .Where(secret => secret.Others.Value(System.Truth) <= _case.Coalition)
            .Select(secret => (Secret: secret, MostOthers: program.Extreme(secret.Others, highest: true)))
            .Where(found => found.MostOthers <= _case.Coalition + Near)];
    }

    private bool IsNarrow(CellBounds bounds) =>
        bounds.High < System.Value(bounds.Cell) + _case.Width - Near || bounds.High - bounds.Low < (2 * _case.Width) - Near;

    private bool IsTooLow(CellBounds bounds) =>
        _case.UpperProtection.TryGetValue(bounds.Cell, out var protection) && bounds.High < System.Value(bounds.Cell) + protection - Near;
}
