namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Something that is published or hidden as a whole: a cell, or an estimate with all that it tells.</summary>
/// <param name="Cells">The cells of the system that it tells.</param>
/// <param name="Cost">What hiding it costs the reader, above zero.</param>
/// <param name="Role">What is decided about it beforehand.</param>
internal sealed record Item(int[] Cells, double Cost, ItemRole Role);
