namespace Barometer.Cli.Checking.Prose;

/// <summary>A number in a notebook's own prose.</summary>
/// <param name="Line">The line of the cell, from 1.</param>
/// <param name="Text">The number as written: «85», «33,6», «8 av 10», «60–65».</param>
/// <param name="Mark">What the comment after it says, or null without one.</param>
internal sealed record ProseNumber(int Line, string Text, string? Mark);
