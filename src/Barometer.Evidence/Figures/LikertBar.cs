namespace Barometer.Evidence.Figures;

/// <summary>One question, or one group of a question: the bar that its answers divide.</summary>
/// <param name="Variable">The question's variable.</param>
/// <param name="Label">The bar's label.</param>
/// <param name="Section">The heading it stands under, or null.</param>
/// <param name="IsTotal">Whether it is about everybody («Alle»).</param>
/// <param name="Answers">The answers from left to right.</param>
internal sealed record LikertBar(string Variable, LocalizedText Label, LocalizedText? Section, bool IsTotal, IReadOnlyList<ReleasedEstimate> Answers);
