namespace Barometer.Evidence.Tables;

/// <summary>Released estimates of the same things for two groups, or out of two surveys or waves, and the table that has them side by side.</summary>
internal sealed class EstimatePairs
{
    private EstimatePairs(
        string id, (Released<ReleasedTable> Release, LocalizedText Name) first, (Released<ReleasedTable> Release, LocalizedText Name) second, IReadOnlyList<EstimatePair> rows)
    {
        (Id, First, FirstName, Second, SecondName) = (id, first.Release, first.Name, second.Release, second.Name);
        Rows = rows.Count > 0 ? rows : throw new BarometerException(new Problem(
            $"«{first.Release.Stamp.Id}» and «{second.Release.Stamp.Id}» have nothing in common", Expected: "estimates of the same variables"));
    }

    /// <summary>The name of the figure's files.</summary>
    public string Id { get; }

    /// <summary>The release that the other is compared with.</summary>
    public Released<ReleasedTable> First { get; }

    /// <summary>What the first estimates are of.</summary>
    public LocalizedText FirstName { get; }

    /// <summary>The other release; the same one where two groups of it are compared.</summary>
    public Released<ReleasedTable> Second { get; }

    /// <summary>What the second estimates are of.</summary>
    public LocalizedText SecondName { get; }

    /// <summary>The pairs.</summary>
    public IReadOnlyList<EstimatePair> Rows { get; }

    /// <summary>Two groups of one release, on all its outcomes.</summary>
    /// <param name="released">Estimates by groups.</param>
    /// <param name="first">The code of the group that the other is compared with.</param>
    /// <param name="second">The other group's code.</param>
    /// <exception cref="BarometerException">There is no such group.</exception>
    public static EstimatePairs OfGroups(Released<ReleasedTable> released, string first, string second)
    {
        var (one, other) = (Of(released, first), Of(released, second));
        return new EstimatePairs(
            $"{released.Stamp.Id}-pair",
            (released, one[0].Groups[^1].Label),
            (released, other[0].Groups[^1].Label),
            [.. one.Join(other, Key, Key, (a, b) => new EstimatePair(Named(a), Section(a, 1), a, b))]);
    }

    /// <summary>Two releases, on the outcomes and groups they share.</summary>
    /// <exception cref="BarometerException">They differ in measure, or share nothing.</exception>
    public static EstimatePairs OfReleases(
        Released<ReleasedTable> first, LocalizedText firstName, Released<ReleasedTable> second, LocalizedText secondName) =>
        first.Content.Measure != second.Content.Measure
            ? throw new BarometerException(new Problem(
                $"«{first.Stamp.Id}» and «{second.Stamp.Id}» can't be compared", Expected: "one measure", Got: $"{first.Content.Measure} and {second.Content.Measure}"))
            : new EstimatePairs(
                $"{second.Stamp.Id}-pair",
                (first, firstName),
                (second, secondName),
                [.. first.Content.Estimates.Join(second.Content.Estimates, FullKey, FullKey, (a, b) => new EstimatePair(Labelled(a), Section(a, 0), a, b))]);

    /// <summary>The sources of both releases; of two levels of one survey what they have in common, as the names tell the levels.</summary>
    public LocalizedText Source
    {
        get
        {
            var (one, other) = (EstimateWording.Source(First.Content), EstimateWording.Source(Second.Content));
            var (first, second) = (EstimateWording.Source(First.Content, isShort: true), EstimateWording.Source(Second.Content, isShort: true));
            return one == other ? one : first == second ? first : new LocalizedText($"{other.Nb}; {one.Nb}", $"{other.En}; {one.En}");
        }
    }

    /// <summary>The unit of both; of whom they are is told only where it is the same.</summary>
    public LocalizedText Unit
    {
        get
        {
            var (one, other) = (EstimateWording.UnitAndPeriod(First.Content), EstimateWording.UnitAndPeriod(Second.Content));
            return one == other ? one : new LocalizedText($"{Quantity.Of(First.Content).Header.Nb}", $"{Quantity.Of(First.Content).Header.En}");
        }
    }

    /// <summary>Of whom each side is, and how it was weighted; once where both are alike.</summary>
    public IReadOnlyList<LocalizedText> Methods
    {
        get
        {
            var (one, other) = (EstimateWording.Method(First.Content), EstimateWording.Method(Second.Content));
            return one == other && !DifferInPopulation
                ? [one]
                : [Side(SecondName, Second.Content, other), Side(FirstName, First.Content, one)];
        }
    }

    /// <summary>Of whom each side is, in a sentence; empty where both are of the same.</summary>
    public LocalizedText Populations => !DifferInPopulation ? new("", "") : new(
        $"{SecondName.Nb}: {Second.Content.Universe.Nb}. {FirstName.Nb}: {First.Content.Universe.Nb}. ",
        $"{SecondName.En}: {Second.Content.Universe.En}. {FirstName.En}: {First.Content.Universe.En}. ");

    private bool DifferInPopulation => First.Content.Universe != Second.Content.Universe;

    private static LocalizedText Side(LocalizedText name, ReleasedTable table, LocalizedText method) =>
        new($"{name.Nb}: {table.Universe.Nb}. {method.Nb}", $"{name.En}: {table.Universe.En}. {method.En}");

    /// <summary>What stands under the title.</summary>
    public string Subtitle(Language language, bool hasTitle)
    {
        var what = hasTitle ? EstimateWording.AsSentence(EstimateWording.WhatByWhat(First.Content).In(language)) + " " : "";
        return $"{what}{EstimateWording.AsSentence(Unit.In(language))} {EstimateWording.ShortWeighting(Second.Content).In(language)}";
    }

    /// <summary>Which whisker is whose: «over for departement, under for direktorat».</summary>
    public string Places(Language language) => language == Language.En
        ? $"above for {SentenceCase.Inside(FirstName.En)}, below for {SentenceCase.Inside(SecondName.En)}"
        : $"over for {SentenceCase.Inside(FirstName.Nb)}, under for {SentenceCase.Inside(SecondName.Nb)}";

    /// <summary>Both sides of each pair, with intervals and answers.</summary>
    public EvidenceTable Table()
    {
        var table = First.Content;
        var quantity = Quantity.Of(table);
        var content = new TableContent
        {
            Id = Id,
            Title = new LocalizedText(
                $"{EstimateWording.WhatByWhat(table).Nb}: {SecondName.Nb} og {FirstName.Nb}",
                $"{EstimateWording.WhatByWhat(table).En}: {SecondName.En} and {FirstName.En}"),
            Unit = Unit,
            Columns =
            [
                new("what", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                .. Columns("second", SecondName),
                .. Columns("first", FirstName),
            ],
            Rows = [.. Rows.Select(pair => new TableRow([TableCell.Text(pair.Label), .. Cells(pair.Second, quantity), .. Cells(pair.First, quantity)], pair.Section)
            {
                Outcome = pair.First.Outcome,
                Groups = [.. pair.First.Groups.Intersect(pair.Second.Groups)], // the columns say which group it is where two are compared
            })],
            Notes = [.. Methods.Select(method => new TableNote("", method))],
            Source = Source,
        };
        return new EvidenceTable(content, Second.Stamp.And(First.Stamp) with { Id = Id });
    }

    private static TableColumn[] Columns(string id, LocalizedText name) =>
    [
        new(id, name, IsNumeric: true),
        new(id + "_interval", new($"KI, {name.Nb}", $"CI, {name.En}"), IsNumeric: true),
        new(id + "_n", new($"n, {name.Nb}", $"n, {name.En}"), IsNumeric: true),
    ];

    private static TableCell[] Cells(ReleasedEstimate estimate, Quantity quantity) =>
        [ReleasedCell.Number(estimate, quantity), ReleasedCell.Interval(estimate, quantity), ReleasedCell.Respondents(estimate)];

    private static List<ReleasedEstimate> Of(Released<ReleasedTable> released, string code) =>
        released.Content.Estimates.Where(estimate => estimate.Groups.Count > 0 && estimate.Groups[^1].Code == code).ToList() is { Count: > 0 } found
            ? found
            : throw new BarometerException(new Problem(
                $"«{released.Stamp.Id}» has no group «{code}»",
                Expected: "one of " + string.Join(", ", released.Content.Estimates.Where(e => e.Groups.Count > 0).Select(e => e.Groups[^1].Code).Distinct())));

    private static string Key(ReleasedEstimate estimate) =>
        $"{estimate.Outcome.Variable}\u001f{estimate.Outcome.Code}\u001f{string.Join('\u001f', estimate.Groups.SkipLast(1).Select(group => group.Code))}";

    private static string FullKey(ReleasedEstimate estimate) =>
        $"{estimate.Outcome.Variable}\u001f{estimate.Outcome.Code}\u001f{string.Join('\u001f', estimate.Groups.Select(group => group.Code))}";

    private static LocalizedText Named(ReleasedEstimate estimate) => estimate.Outcome.Label;

    private static LocalizedText Labelled(ReleasedEstimate estimate) => estimate.Groups.Count > 0 ? estimate.Groups[^1].Label : Named(estimate);

    private static LocalizedText? Section(ReleasedEstimate estimate, int own)
    {
        var groups = estimate.Groups.SkipLast(own == 0 ? 1 : own).Select(group => group.Label).ToList();
        if (estimate.Outcome.Item is { } item)
        {
            groups.Add(item);
        }

        return Wording.Heading(groups);
    }
}

/// <summary>Two estimates of one thing.</summary>
/// <param name="Label">What they are about.</param>
/// <param name="Section">The heading they stand under, or null.</param>
/// <param name="First">The one that the other is compared with.</param>
/// <param name="Second">The other.</param>
internal sealed record EstimatePair(LocalizedText Label, LocalizedText? Section, ReleasedEstimate First, ReleasedEstimate Second);
