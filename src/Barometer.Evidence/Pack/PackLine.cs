namespace Barometer.Evidence.Pack;

/// <summary>One figure or table on the register of the evidence pack.</summary>
/// <param name="Label">«Figur 2.1».</param>
/// <param name="IsFigure">Whether it is a figure; else it is a table.</param>
/// <param name="Title">Its title.</param>
/// <param name="Notebook">The notebook that made it.</param>
/// <param name="Cell">The cell's id.</param>
/// <param name="File">The path of its first file under the folder of artifacts.</param>
/// <param name="Numbers">How many numbers of <c>evidence.json</c> it has that no line before has, those that may not be shown among them.</param>
/// <param name="Status">Whether its numbers are synthetic, published by others, or real.</param>
internal sealed record PackLine(
    string Label, bool IsFigure, LocalizedText Title, string Notebook, string Cell, string File, int Numbers, PackStatus Status);
