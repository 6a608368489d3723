namespace Barometer.Evidence.Figures;

/// <summary>What stands in the place of a figure that is drawn of synthetic answers only.</summary>
internal sealed class WithheldFigure(LocalizedText why) : Displayable
{
    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(why.Nb, why.En);

    /// <inheritdoc/>
    public override string ToString() => $"{why.Nb} / {why.En}";
}
