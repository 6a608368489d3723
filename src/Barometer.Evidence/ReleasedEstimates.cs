using Barometer.Analysis;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Display;
using Barometer.Analysis.Estimation;
using Barometer.Evidence.Figures;
using Barometer.Evidence.Sentences;
using Barometer.Evidence.Tables;

namespace Barometer.Evidence;

/// <summary>Estimates that were released, ready to be shown: as a table by itself, or as a figure.</summary>
public sealed class ReleasedEstimates : Displayable
{
    internal ReleasedEstimates(Released<EstimateTable> released, Language language)
    {
        Released = released;
        Language = language;
    }

    /// <summary>The release.</summary>
    public Released<EstimateTable> Released { get; }

    /// <summary>The language to show it in.</summary>
    public Language Language { get; }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => Released.Stamp;

    /// <summary>The estimates as a table.</summary>
    /// <param name="title">A title in place of «what, by what».</param>
    public EvidenceTable Table(LocalizedText? title = null) =>
        EvidenceTable.Of(Released, new TableOptions { Title = title }).In(Language);

    /// <summary>The same shares computed in two ways: these, weighted, beside <paramref name="unweighted"/>.</summary>
    /// <param name="unweighted">The same answers in the same groups, unweighted.</param>
    /// <exception cref="BarometerException">They hold other answers or groups, or no shares.</exception>
    public EvidenceTable Beside(ReleasedEstimates unweighted) =>
        new(ComparisonTableBuilder.Build(Released, unweighted.Released), Stamp, Language);

    /// <summary>The estimates as bars with their confidence intervals.</summary>
    public Figure Bars() => Figure.Bars(Released, new FigureOptions { Language = Language });

    /// <summary>A sentence to quote, with numbers of these.</summary>
    /// <param name="nb">The words in Norwegian, with places for numbers: <c>{variable}</c>, <c>{variable=answer}</c>,
    /// <c>{variable@group}</c>; followed by <c>:n</c> for the number of answers or <c>:value</c> for no interval.</param>
    /// <param name="en">The same in English.</param>
    /// <exception cref="BarometerException">A place names no number of this release, or one that may not be shown.</exception>
    public Sentence Sentence(string nb, string en) => SentenceWriter.Write(Released, new LocalizedText(nb, en));

    /// <summary>Whether an estimate is that of everybody («Alle»), and of this outcome.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="outcome">The variable or the answer's code; null for any.</param>
    internal static bool IsOverall(Estimate estimate, string? outcome) => estimate.Groups.Count == 0
        && (outcome is null || estimate.Outcome.Variable == outcome || estimate.Outcome.Code == outcome);

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() => Table().ToMimeBundles();
}
