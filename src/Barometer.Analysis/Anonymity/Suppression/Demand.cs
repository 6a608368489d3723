using Barometer.Analysis.Anonymity.Linear;

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

    /// <summary>Whether a change of the unknowns is a world that meets the demand.</summary>
    /// <param name="moves">The change of each unknown.</param>
    /// <param name="truth">The true value of each unknown.</param>
    public bool IsMetBy(double[] moves, double[] truth)
    {
        var change = Form.Value(moves);
        var far = (Change > 0 ? change : -change) >= Math.Abs(Change) - Near
            || (EitherWay && Math.Abs(change) >= Math.Abs(Change) - Near);
        return far && Allows(moves, truth);
    }

    private bool Allows(double[] moves, double[] truth)
    {
        for (var i = 0; i < moves.Length; i++)
        {
            var move = moves[i];
            if (move != 0 && (By.Known[i] ? Math.Abs(move) > Near : move < By.Floors[i] - truth[i] - Near))
            {
                return false;
            }
        }

        return true;
    }
}
