namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>The attack on what is told of one question, with linear programs and in whole numbers.</summary>
internal sealed class BlockAttack
{
    private const double Near = 1e-6;
    private readonly Block _block;
    private readonly CellSystem _system;
    private readonly IReadOnlyList<LinearForm> _secrets;
    private readonly HashSet<int> _shown;
    private readonly double _width;

    /// <summary>Sets the attack up.</summary>
    /// <param name="block">The equations and what must not be known.</param>
    /// <param name="claims">All claims, published or not.</param>
    /// <param name="width">How far from the truth a reader's bounds for a hidden count must lie.</param>
    public BlockAttack(Block block, IReadOnlyList<Claim> claims, double width)
    {
        (_block, _system, _width) = (block, block.Problem.System, width);
        _secrets = [.. block.Problem.Secrets.Concat(block.Problem.Implicit).Distinct()];
        _shown = [.. block.Claims.Where(claim => claims[claim].IsPublished)];
    }

    /// <summary>The number of sums that must not be known.</summary>
    public int Secrets => _secrets.Count;

    private bool AreCounts => Array.TrueForAll(_system.Floors, floor => floor == 0);

    /// <summary>Who can work something out, and from which claims.</summary>
    public IEnumerable<(string Who, IReadOnlyList<int> Claims)> Find()
    {
        var open = new List<(LinearForm Secret, double[] Low, double[] High)>();
        using var reader = Program(_shown, _system.Floors, whole: false);
        foreach (var secret in _secrets)
        {
            var low = Vertex(reader, secret, highest: false);
            var high = Vertex(reader, secret, highest: true);
            if (IsKnown(secret, low, high))
            {
                yield return ("a reader", Path(secret));
            }
            else if (low is not null && high is not null && _block.Problem.Secrets.Contains(secret))
            {
                open.Add((secret, low, high));
            }
        }

        foreach (var leak in AreCounts ? _block.Problem.Holdings.SelectMany(holding => Inside(holding, open)) : [])
        {
            yield return leak;
        }
    }

    /// <summary>What an organisation finds that no reader does. Where a reader's extreme worlds agree with its own answers, nothing.</summary>
    private IEnumerable<(string Who, IReadOnlyList<int> Claims)> Inside(Holding holding, IEnumerable<(LinearForm Secret, double[] Low, double[] High)> open)
    {
        var floors = _system.Floors.ToArray();
        foreach (var (unknown, own) in holding.Contributions)
        {
            floors[unknown] = own;
        }

        bool Agrees(double[] world) => holding.Contributions.All(own => world[own.Key] >= own.Value - Near);
        var doubtful = open.Where(one => !(Agrees(one.Low) && Agrees(one.High)) && !holding.OwnsAllOf(one.Secret, _system.Truth)).ToList();
        if (doubtful.Count == 0)
        {
            yield break;
        }

        using var program = Program(_shown, floors, whole: false);
        foreach (var (secret, _, _) in doubtful)
        {
            var (low, high) = program.Bounds(secret);
            if (high - low < Near)
            {
                yield return ("an organisation that knows its own answers", Path(secret, floors));
            }
        }
    }

    private bool IsKnown(LinearForm secret, double[]? low, double[]? high)
    {
        if (low is null || high is null)
        {
            return false;
        }

        var (least, most) = (secret.Value(low), secret.Value(high));
        if (most - least < Near)
        {
            return true;
        }

        if (!AreCounts || most - least >= (2 * _width) + 1)
        {
            return false;
        }

        using var whole = Program(_shown, _system.Floors, whole: true);
        var (from, to) = whole.Bounds(secret);
        return to - from < Near;
    }

    /// <summary>The claims that are needed: each is left out in turn, and stays out when the secret is known without it.</summary>
    private List<int> Path(LinearForm secret, double[]? floors = null)
    {
        var needed = _shown.ToHashSet();
        foreach (var claim in _shown.Order())
        {
            needed.Remove(claim);
            using var program = Program(needed, floors ?? _system.Floors, AreCounts && floors is null);
            var (low, high) = program.Bounds(secret);
            if (!(high - low < Near))
            {
                needed.Add(claim);
            }
        }

        return [.. needed.Order()];
    }

    private LinearProgram Program(HashSet<int> shown, double[] floors, bool whole)
    {
        var cells = _block.Problem.Items.Where((_, item) => shown.Contains(_block.Claims[item])).SelectMany(item => item.Cells).ToHashSet();
        return new CellSystem(_system.Truth, _system.Cells, _system.Structure, floors).Reader(cells.Contains, whole);
    }

    private static double[]? Vertex(LinearProgram program, LinearForm secret, bool highest) =>
        double.IsFinite(program.Extreme(secret, highest)) ? program.Solution() : null;
}
