namespace Barometer.Evidence.Pack;

/// <summary>A notebook and what it showed, in order: a chapter of the evidence pack.</summary>
/// <param name="Name">The notebook's name, without folder and ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Exhibits">Its figures and tables.</param>
public sealed record PackNotebook(string Name, LocalizedText Title, IReadOnlyList<PackExhibit> Exhibits);
