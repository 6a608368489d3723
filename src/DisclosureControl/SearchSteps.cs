namespace DisclosureControl;

/// <summary>
/// How far searches may go: a number of steps that they use up together, a step being a cell of a linear program that is solved. It is no clock, so that every machine stops at the
/// same place.
/// </summary>
/// <param name="most">The number of steps.</param>
public sealed class SearchSteps(long most)
{
    /// <summary>The steps that are left.</summary>
    public long Left { get; private set; } = most;

    /// <summary>Uses steps up.</summary>
    /// <exception cref="SearchStoppedException">There were none left.</exception>
    internal void Use(int steps)
    {
        if (Left <= 0)
        {
            throw new SearchStoppedException();
        }

        Left -= steps;
    }
}

/// <summary>A search has used its steps up.</summary>
internal sealed class SearchStoppedException : Exception;
