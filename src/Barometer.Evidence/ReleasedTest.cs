namespace Barometer.Evidence;

/// <summary>A test that was released, ready to be shown: as a small table by itself, or as a sentence to quote.</summary>
public sealed class ReleasedTest : Displayable
{
    private readonly Released<ReleasedPValue> _released;
    private readonly LocalizedText _survey;
    private readonly EvidenceTable _table;

    internal ReleasedTest(Released<ReleasedPValue> released, LocalizedText title, LocalizedText survey, Language language)
    {
        _released = released;
        _survey = survey;
        _table = TestTableBuilder.Build(released, title).In(language);
    }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => _released.Stamp;

    /// <summary>The test as a table: which it is, its p-value, and how to read that.</summary>
    public EvidenceTable Table() => _table;

    /// <summary>A sentence to quote, which says what the test found whichever way that is.</summary>
    /// <param name="nb">The words in Norwegian, with places: <c>{trend}</c> («stiger», «synker» or «verken stiger eller synker
    /// klart») and <c>{p}</c> («p = 0,012»).</param>
    /// <param name="en">The same in English.</param>
    /// <exception cref="BarometerException">There is no place, or one for the trend of a test that has none.</exception>
    public Sentence Sentence(string nb, string en) => TestSentenceWriter.Write(_released, _survey, new LocalizedText(nb, en));

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => _table.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => _table.ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => _table;
}
