namespace Barometer.Evidence.Published;

/// <summary>What keeps a published figure from being computed here.</summary>
public enum CheckObstacle
{
    /// <summary>Nothing: there is a computed number.</summary>
    None,

    /// <summary>The data behind it are not in the repository.</summary>
    NoOpenData,

    /// <summary>The number is hidden by disclosure control.</summary>
    Suppressed,

    /// <summary>The released number is rounded to just where the printed statement begins or ends.</summary>
    RoundedToTheLimit,
}
