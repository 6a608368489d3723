namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What organisations are taken to know, besides what is published.</summary>
internal enum InsiderKnowledge
{
    /// <summary>
    /// Each inner cell that is wholly its own, exactly; it reckons by adding and subtracting. So the singletons of the
    /// literature, who know that they are alone.
    /// </summary>
    OwnCells = 0,

    /// <summary>Its own answers, and so the least that each number can be; it reckons with bounds.</summary>
    OwnAnswers,
}
