namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// A demand on what is hidden: to somebody who knows this much, a world must remain possible in which a sum differs from
/// the truth by so much.
/// </summary>
/// <param name="Form">The sum.</param>
/// <param name="Change">By how much more (or, if negative, less) it must be able to be.</param>
/// <param name="EitherWay">Whether a change of that size in the other direction will do as well.</param>
/// <param name="By">What the one knows who must not be able to rule it out.</param>
internal sealed record Demand(LinearForm Form, double Change, bool EitherWay, Knowledge By)
{
    private const double Near = 1e-7;

    /// <summary>Whether a world meets the demand.</summary>
    /// <param name="world">The world.</param>
    /// <param name="truth">The true value of each unknown.</param>
    public bool IsMetBy(World world, double[] truth)
    {
        var change = Form.Change(world);
        var far = (Change > 0 ? change : -change) >= Math.Abs(Change) - Near
            || (EitherWay && Math.Abs(change) >= Math.Abs(Change) - Near);
        return far && Allows(world, truth);
    }

    /// <summary>Whether the one who knows this much can't rule a world out.</summary>
    public bool Allows(World world, double[] truth)
    {
        for (var i = 0; i < world.Length; i++)
        {
            if (!Allows(world.Unknowns[i], world.Moves[i], truth))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the one who knows this much can't rule out that an unknown differs by so much.</summary>
    public bool Allows(int unknown, double move, double[] truth) =>
        By.Known[unknown] ? Math.Abs(move) <= Near : move >= By.Floors[unknown] - truth[unknown] - Near;
}
