namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>Something that must not be known and can be worked out from what is published. It holds no value.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Question">What it is about.</param>
/// <param name="Who">Who can work it out: a reader, or an organisation that knows its own answers.</param>
/// <param name="Path">The published cells that it follows from.</param>
internal sealed record ReleaseFinding(string Survey, string Question, string Who, IReadOnlyList<string> Path)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Survey}, {Question}: {Who} can work out an answer that must not be known; it follows from {Counted(Path.Count)}: {string.Join("; ", Path)}";

    private static string Counted(int cells) => cells == 1 ? "this one cell" : FormattableString.Invariant($"these {cells} cells");
}
