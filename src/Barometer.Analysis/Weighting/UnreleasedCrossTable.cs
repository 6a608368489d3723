namespace Barometer.Analysis.Weighting;

/// <summary>What the percentages of a two-way table add up to a hundred over.</summary>
public enum PercentOf
{
    /// <summary>Each row: of those in the row, how many are in each column.</summary>
    Row,

    /// <summary>Each column: of those in the column, how many are in each row.</summary>
    Column,

    /// <summary>The whole table: of everybody, how many are in each cell.</summary>
    Total,
}

/// <summary>
/// A two-way table before its release: percentages, the number of answers in each cell, and a test of independence. A notebook shows a notice in its place; what each of its numbers tells is weighed
/// together with all others (<c>docs/anonymity.md</c>).
/// </summary>
/// <example><code>barometer.Release(design.CrossTable("partner_private", "evaluated"), id: "evaluated-by-private")</code></example>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedCrossTable : Displayable
{
    internal UnreleasedCrossTable(CrossTableLayout layout, UnreleasedTable shares, UnreleasedTable counts, UnreleasedTest? test) =>
        (Layout, Shares, Counts, Test) = (layout, shares, counts, test);

    /// <summary>Its rows and columns.</summary>
    internal CrossTableLayout Layout { get; }

    /// <summary>The percentages, in the order of the layout's places.</summary>
    internal UnreleasedTable Shares { get; }

    /// <summary>The numbers of answers, in the order of the layout's places.</summary>
    internal UnreleasedTable Counts { get; }

    /// <summary>The test of independence; null where there is nothing to test.</summary>
    internal UnreleasedTest? Test { get; }

    /// <summary>The percentages, numbers of answers and the test under the red banner, as the result of one cell; see <see cref="UnreleasedTable.Explored"/>.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.CrossTable("partner_private", "evaluated").Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(Shares.Title, [Shares.Numbers, Counts.Numbers, .. Test is { } test ? [test.Numbers] : Array.Empty<Func<(string, string)>>()]);

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Shares.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Shares.ToString();
}

/// <summary>The rows and columns of a two-way table, and the place of each of its numbers.</summary>
/// <param name="Percent">What the percentages add up to a hundred over.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Shares">For each percentage its place.</param>
/// <param name="Counts">For each number of answers its place.</param>
internal sealed record CrossTableLayout(PercentOf Percent, CrossAxis Rows, CrossAxis Columns, IReadOnlyList<CrossPlace> Shares, IReadOnlyList<CrossPlace> Counts);

/// <summary>One side of a two-way table.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Codes">Its categories in their order.</param>
/// <param name="Labels">For each what a reader sees, with the question where it is an answer.</param>
internal sealed record CrossAxis(string Variable, LocalizedText Label, IReadOnlyList<string> Codes, IReadOnlyList<LocalizedText> Labels)
{
    /// <summary>The number of a category; that of everybody (<see cref="All"/>) without one.</summary>
    public int Place(string? code) => code is null ? All : Codes.ToList().IndexOf(code);

    /// <summary>The number of «Alle».</summary>
    public int All => Codes.Count;
}

/// <summary>A place in a two-way table by the numbers of its row and column; see <see cref="CrossAxis.Place"/>.</summary>
internal readonly record struct CrossPlace(int Row, int Column);
