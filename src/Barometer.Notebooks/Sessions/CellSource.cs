namespace Barometer.Notebooks.Sessions;

/// <summary>The code of one cell.</summary>
/// <param name="Number">The number that messages call it by, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its text.</param>
public sealed record CellSource(int Number, string Id, string Code)
{
    /// <summary>What messages call it: <c>cell 3</c>.</summary>
    public string Name => FormattableString.Invariant($"cell {Number}");
}
