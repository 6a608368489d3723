namespace Barometer.Evidence.Checks;

/// <summary>
/// One published figure held against a computed one, or against other published figures: does the computed number round to what
/// is printed, and if nothing can be computed, what would check it? On synthetic answers the check tests the pipeline, not the world, and says so wherever it shows.
/// </summary>
/// <remarks>
/// Only released estimates can be checked, so a check tells nothing that isn't published. A released share is itself
/// rounded; where that rounding lies on the very limit of what the printed statement can stand for
/// (<see cref="ImpliedRange"/>), the check doesn't decide.
/// </remarks>
/// <example><c>PublishedCheck.Of(published["NOS18-INN-A"], barometer.Release(share, "innovated"))</c></example>
public sealed class PublishedCheck : Displayable
{
    internal PublishedCheck(PublishedFigure figure, CheckOutcome outcome, bool isSynthetic, string basis)
    {
        Figure = figure;
        Outcome = outcome;
        IsSynthetic = isSynthetic;
        Basis = basis;
    }

    /// <summary>The published figure.</summary>
    public PublishedFigure Figure { get; }

    /// <summary>How it stands.</summary>
    public CheckStatus Status => Outcome.Status;

    /// <summary>What kept it from being computed.</summary>
    public CheckObstacle Obstacle => Outcome.Obstacle;

    /// <summary>The computed number, with as many decimals as it takes to judge; a share is 0–1. Null for a rank.</summary>
    public decimal? Computed => Outcome.Computed;

    /// <summary>For a rank: the item that came first in the computation.</summary>
    public LocalizedText? ComputedItem => Outcome.Item?.Label;

    /// <summary>Whether the computed number comes of synthetic answers.</summary>
    public bool IsSynthetic { get; }

    /// <summary>The release it was computed by, or the published figures it was computed of; empty when it wasn't.</summary>
    public string Basis { get; }

    /// <summary>The status in words: «gjenskapt (syntetiske data)».</summary>
    public LocalizedText StatusText => CheckWording.Status(Status, IsSynthetic);

    /// <summary>Why the status is what it is, in a sentence or two.</summary>
    public LocalizedText Explanation => CheckWording.Explanation(this);

    /// <summary>The estimate that would check it with the survey's own answers, as a cell writes it; null when our codebooks don't ask it.</summary>
    public string? Estimate => CheckEstimate.For(Figure)?.Code;

    internal CheckOutcome Outcome { get; }

    /// <summary>The arithmetic with other published figures; null where it was computed from data.</summary>
    internal LocalizedText? Arithmetic { get; init; }

    /// <summary>Whether other figures set bounds to say, rather than being one themselves.</summary>
    internal bool HasRange { get; init; }

    /// <summary>The releases on the ledger that the computed number is of; see <see cref="ReleaseStamp.Ledger"/>.</summary>
    internal string Ledger { get; init; } = "";

    /// <summary>Checks against one released count, share or total.</summary>
    /// <param name="figure">The published figure.</param>
    /// <param name="table">The release that holds the computed number.</param>
    /// <param name="which">Which of its estimates; the only one for the whole population when left out.</param>
    /// <exception cref="BarometerException">No estimate or several are meant, or it measures something else.</exception>
    public static PublishedCheck Of(PublishedFigure figure, Released<ReleasedTable> table, Func<ReleasedEstimate, bool>? which = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(table);
        return new PublishedCheck(figure, CheckOutcome.OfEstimate(figure, table, which), table.Stamp.IsSynthetic, table.Stamp.Id) { Ledger = table.Stamp.Ledger };
    }

    /// <summary>Checks a ranking: the item with the largest released share in the whole population.</summary>
    /// <param name="figure">The published figure, of kind <see cref="PublishedKind.Rank"/>.</param>
    /// <param name="table">The release that holds the shares of all items.</param>
    /// <exception cref="BarometerException">The figure is no rank, or the table holds no shares of several items.</exception>
    public static PublishedCheck OfTop(PublishedFigure figure, Released<ReleasedTable> table)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(table);
        return new PublishedCheck(figure, CheckOutcome.OfRanking(figure, table), table.Stamp.IsSynthetic, table.Stamp.Id) { Ledger = table.Stamp.Ledger };
    }

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Release("check", Ledger);

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <summary>The id, the status and the explanation.</summary>
    public override string ToString() => $"{Figure.Id}: {StatusText.Nb}. {Explanation.Nb}";

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) =>
        $"<p><strong>{Markup.Encode(StatusText.In(language))}</strong>: {Markup.Encode(Figure.Indicator.In(language))}. {Markup.Encode(Explanation.In(language))}</p>";

    /// <summary>The check of a figure nobody computed: what it would take, or that nothing would do.</summary>
    internal static PublishedCheck NotComputed(PublishedFigure figure) =>
        new(figure, CheckEstimate.IsFact(figure) ? CheckOutcome.Fact : CheckOutcome.Blocked(CheckObstacle.NoOpenData), isSynthetic: false, basis: "");
}
