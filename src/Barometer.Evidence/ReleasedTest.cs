using System.Text.RegularExpressions;

namespace Barometer.Evidence;

/// <summary>A test that was released, ready to be shown: as a small table by itself, or as a sentence to quote.</summary>
public sealed partial class ReleasedTest : Displayable
{
    private readonly Released<ReleasedPValue> _released;
    private readonly LocalizedText _survey;
    private readonly EvidenceTable _table;

    internal ReleasedTest(Released<ReleasedPValue> released, LocalizedText? title, LocalizedText survey, Language language)
    {
        _released = released;
        _survey = survey;
        _table = FactTable.Of(
            Stamp.Id,
            title?.Or(What) ?? What,
            Stamp,
            (new LocalizedText("Test", "Test"), TableCell.Text(Test.Method)),
            (new LocalizedText("p-verdi", "p-value"), TestWording.IsShown(Test) ? TableCell.Text(new LocalizedText(TestWording.Value(Test, Language.Nb), TestWording.Value(Test, Language.En))) : TableCell.Symbol(StandardSymbol.NotPublishable)),
            (new LocalizedText("Lest slik", "Read as"), TableCell.Text(TestWording.Reading(Test))),
            (Wording.Source, TableCell.Text(Stamp.IsSynthetic ? Wording.Synthetic : new LocalizedText(Stamp.Survey, Stamp.Survey)))).In(language);
        _table = new EvidenceTable(_table.Content with { Tests = [(_table.Content.Id, Test)], Notes = TestWording.IsShown(Test) ? [] : [.. ResultTable.Notes(Test.Compared!)] }, Stamp, language);
    }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => _released.Stamp;

    private ReleasedPValue Test => _released.Content;

    private LocalizedText What => Test.Compared is not { } compared ? Test.Method
        : EstimateWording.WhatByWhat(compared) is var what && Test.Between is { } groups ? new LocalizedText($"{what.Nb} – {groups.Nb}", $"{what.En} – {groups.En}") : what;

    /// <summary>The test as a table: which it is, its p-value, and how to read that.</summary>
    public EvidenceTable Table() => _table;

    /// <summary>A sentence to quote, which says what the test found whichever way that is.</summary>
    /// <param name="nb">The words in Norwegian, with places: <c>{trend}</c> («stiger», «synker» or «verken stiger eller synker
    /// klart») and <c>{p}</c> («p = 0,012»).</param>
    /// <param name="en">The same in English.</param>
    /// <returns>The sentence; where the test may not be shown, one that says so.</returns>
    /// <exception cref="BarometerException">There is no place, or one for the trend of a test that has none.</exception>
    public Sentence Sentence(string nb, string en)
    {
        var text = new LocalizedText(Fill(nb, Language.Nb), Fill(en, Language.En));
        return new(TestWording.IsShown(Test) ? text : Wording.Withheld, Stamp, EstimateWording.Source(_survey, Stamp.IsSynthetic));
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
        var text = Place().Replace(words, place => place.Groups["name"].Value switch
        {
            "trend" or "p" when !TestWording.IsShown(Test) => StandardSymbol.NotPublishable.Sign(), // in a sentence that isn't told
            "trend" => Trend().In(language),
            "p" => TestWording.InProse(Test, language),
            _ => throw Unknown(place.Value),
        });
        return text == words ? throw Unknown(words) : Stamp.IsSynthetic ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }

    /// <summary>What a trend does; one that chance can have made is said to be none.</summary>
    private LocalizedText Trend() => Test.Direction == 0
        ? throw new BarometerException(new Problem("The sentence asks for the trend of a test that has none", Expected: "design.Trend(…)"))
        : !TestWording.IsSignificant(Test) ? new LocalizedText("verken stiger eller synker klart", "neither rises nor falls clearly")
        : Test.Direction > 0 ? new LocalizedText("stiger", "rises") : new LocalizedText("synker", "falls");

    private static BarometerException Unknown(string words) =>
        new(new Problem($"«{words}» has no result of the test in it", Expected: "a place: {trend} or {p}"));

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}")]
    private static partial Regex Place();
}
