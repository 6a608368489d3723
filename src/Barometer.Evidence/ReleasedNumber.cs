using System.Text.RegularExpressions;

namespace Barometer.Evidence;

/// <summary>A function of estimates that was released with them, ready to be shown: as a table under what it is made of, or as a sentence to quote.</summary>
public sealed partial class ReleasedNumber : Displayable
{
    private readonly Released<ReleasedFunction> _released;
    private readonly EvidenceTable _table;

    internal ReleasedNumber(Released<ReleasedFunction> released, Language language)
    {
        _released = released;
        _table = new EvidenceTable(ResultTable.Of(released), released.Stamp, language);
    }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => _released.Stamp;

    private ReleasedFunction Number => _released.Content;

    /// <summary>The estimates and what is computed of them.</summary>
    public EvidenceTable Table() => _table;

    /// <summary>A sentence to quote.</summary>
    /// <param name="nb">The words in Norwegian, with places: <c>{number}</c> («1,15 (95 % KI 0,72–1,83)») and <c>{number:value}</c> without the interval.</param>
    /// <param name="en">The same in English.</param>
    /// <returns>The sentence; where the number may not be shown, one that says so.</returns>
    /// <exception cref="BarometerException">There is no place, or another one.</exception>
    public Sentence Sentence(string nb, string en)
    {
        var text = new LocalizedText(Fill(nb, Language.Nb), Fill(en, Language.En));
        return new(Number.Status == CellStatus.Published ? text : Wording.Withheld, Stamp, EstimateWording.Source(Number.Parts));
    }

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => _table.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => _table.ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => _table;

    private string Fill(string words, Language language)
    {
        var text = Place().Replace(words, place => place.Value switch
        {
            "{number}" => InWords(language, withInterval: true),
            "{number:value}" => InWords(language, withInterval: false),
            _ => throw Unknown(place.Value),
        });
        return text == words ? throw Unknown(words) : Stamp.IsSynthetic ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }

    private string InWords(Language language, bool withInterval)
    {
        if (Number.Status != CellStatus.Published)
        {
            return StandardSymbol.NotPublishable.Sign(); // in a sentence that isn't told
        }

        var (format, factor) = (NumberFormat.For(language), Number.IsPercent ? 100 : 1);
        var value = format.Number(Number.Value * factor, Number.Decimals);
        return withInterval && Number.Interval is { } interval
            ? $"{value} ({IntervalWording.Header(interval.Level).In(language)} {format.Range(interval.Lower * factor, interval.Upper * factor, Number.LimitDecimals)})"
            : value;
    }

    private static BarometerException Unknown(string words) =>
        new(new Problem($"«{words}» has no number in it", Expected: "a place: {number} or {number:value}"));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();
}
