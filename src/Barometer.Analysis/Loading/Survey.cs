namespace Barometer.Analysis.Loading;

/// <summary>One survey: its codebook, its answers and the frame they come from, read and checked.</summary>
public sealed class Survey : Displayable
{
    internal Survey()
    {
    }

    /// <summary>What the files hold.</summary>
    public required Codebook Codebook { get; init; }

    /// <summary>
    /// The answers, one row a respondent, with the frame's variables (groups, organisation) joined on by unit id.
    /// </summary>
    public required DataSet Responses { get; init; }

    /// <summary>The frame, one row a population unit: its groups, whether it was invited, whether it answered.</summary>
    public required DataSet Frame { get; init; }

    /// <summary>Whether the answers are the synthetic stand-in.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>The survey's id.</summary>
    public string Id => Codebook.Id;

    /// <summary>Population, invited and answered of every stratum that the frame's groups make.</summary>
    /// <param name="by">The grouping variables, for example <c>agency_group</c> and <c>size_band</c>.</param>
    /// <exception cref="BarometerException">A variable is missing in the frame or has no categories.</exception>
    public FrameCounts FrameCounts(params string[] by) => Loading.FrameCounts.Of(Frame, by);

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(Codebook.Title.Nb, ToString());

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}: {Frame.RowCount} i rammen, {Responses.RowCount} svar / {Frame.RowCount} in the frame, {Responses.RowCount} answers{(IsSynthetic ? " (syntetiske data / synthetic data)" : "")}");
}
