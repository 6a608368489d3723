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
    /// <param name="first">The group that the other is compared with, by code or label.</param>
    /// <param name="second">The other group.</param>
    /// <exception cref="BarometerException">There is no such group.</exception>
    public static EstimatePairs OfGroups(Released<ReleasedTable> released, string first, string second)
    {
        var (one, other) = (Of(released, first), Of(released, second));
        return new EstimatePairs(
            $"{released.Stamp.Id}-pair",
            (released, one[0].Groups[^1].Label),
            (released, other[0].Groups[^1].Label),
            [.. one.Join(other, Key, Key, (a, b) => new EstimatePair(Named(a), Section(a), a, b))]);
    }

    /// <summary>Two releases, on the outcomes and groups they share; what they don't share is told (<see cref="Cautions"/>).</summary>
    /// <exception cref="BarometerException">They differ in measure or grouping, call one code by two names, or share nothing.</exception>
    public static EstimatePairs OfReleases(
        Released<ReleasedTable> first, LocalizedText firstName, Released<ReleasedTable> second, LocalizedText secondName)
    {
        var (one, other) = (first.Content, second.Content);
        var pairs = one.Estimates.Join(other.Estimates, FullKey, FullKey, (a, b) => (First: a, Second: b)).ToList();
        var renamed = pairs.FirstOrDefault(pair => Answer(one, pair.First) is { } a && Answer(other, pair.Second) is { } b && a != b
            || pair.First.Groups.Zip(pair.Second.Groups, (a, b) => a.Label != b.Label).Any(isOther => isOther));
        if (one.Measure != other.Measure || !one.By.SequenceEqual(other.By) || renamed.First is not null)
        {
            throw new BarometerException(
                one.Measure != other.Measure ? Unlike("one measure", $"{one.Measure} and {other.Measure}")
                : !one.By.SequenceEqual(other.By) ? Unlike("groups of the same variables", $"{Listed(one.By)} and {Listed(other.By)}")
                : Unlike("the same answers and groups under the same codes", $"{Said(one, renamed.First)} and {Said(other, renamed.Second)}"));
        }

        var rows = pairs.Select(pair => new EstimatePair(Labelled(one, pair.First), SectionOf(one, pair.First), pair.First, pair.Second));
        return new EstimatePairs($"{second.Stamp.Id}-pair", (first, firstName), (second, secondName), [.. rows.GroupBy(row => row.Section).SelectMany(section => section)])
        {
            Cautions = [.. PairCautions.Of(one, firstName, other, secondName)],
        };

        Problem Unlike(string expected, string got) => new($"«{first.Stamp.Id}» and «{second.Stamp.Id}» can't be compared", Expected: expected, Got: got);
    }

    /// <summary>What tells the two sides apart besides what they are of: other questions, answers that only one of them had, other weights.</summary>
    public IReadOnlyList<LocalizedText> Cautions { get; private init; } = [];

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
        return what + EstimateWording.AsSentence(Unit.In(language));
    }

    /// <summary>Whether the answers of both sides were weighted; empty when they differ, which is a caution.</summary>
    public string Weighting(Language language) =>
        EstimateWording.ShortWeighting(Second.Content) is var one && one == EstimateWording.ShortWeighting(First.Content) ? " " + one.In(language) : "";

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
            Rows = [.. Rows.Select(pair => new TableRow([TableCell.Text(pair.Label), .. Cells(pair.Second, quantity), .. Cells(pair.First, quantity)], pair.Section, IsTotal(pair))
            {
                Outcome = pair.First.Outcome,
                Groups = [.. pair.First.Groups.Intersect(pair.Second.Groups)], // the columns say which group it is where two are compared
            })],
            Notes = [.. Cautions.Concat(Methods).Select(note => new TableNote("", note))],
            Source = Source,
        };
        return new EvidenceTable(content, Second.Stamp.And(First.Stamp) with { Id = Id });
    }

    /// <summary>Whether a pair is of everybody beside groups.</summary>
    public bool IsTotal(EstimatePair pair) => First.Content.By.Count > 0 && pair.First.Groups.Count == 0;

    private static TableColumn[] Columns(string id, LocalizedText name) =>
    [
        new(id, name, IsNumeric: true),
        new(id + "_interval", new($"KI, {name.Nb}", $"CI, {name.En}"), IsNumeric: true),
        new(id + "_n", new($"n, {name.Nb}", $"n, {name.En}"), IsNumeric: true),
    ];

    private static TableCell[] Cells(ReleasedEstimate estimate, Quantity quantity) =>
        [ReleasedCell.Number(estimate, quantity), ReleasedCell.Interval(estimate, quantity), ReleasedCell.Respondents(estimate)];

    private static List<ReleasedEstimate> Of(Released<ReleasedTable> released, string asked)
    {
        var grouped = released.Content.Estimates.Where(estimate => estimate.Groups.Count > 0).ToList();
        var code = NearNames.Meant(asked, [.. grouped.Select(one => new Called(one.Groups[^1].Code, one.Groups[^1].Label)).Distinct()], $"«{released.Stamp.Id}» has no group «{asked}»", "group");
        return grouped.FindAll(one => one.Groups[^1].Code == code);
    }

    private static string Key(ReleasedEstimate estimate) =>
        $"{estimate.Outcome.Variable}\u001f{estimate.Outcome.Code}\u001f{string.Join('\u001f', estimate.Groups.SkipLast(1).Select(group => group.Code))}";

    /// <summary>What an estimate is of: outcome and groups.</summary>
    internal static string FullKey(ReleasedEstimate estimate) =>
        $"{estimate.Outcome.Variable}\u001f{estimate.Outcome.Code}\u001f{string.Join('\u001f', estimate.Groups.Select(group => group.Code))}";

    private static LocalizedText Named(ReleasedEstimate estimate) => estimate.Outcome.Label;

    /// <summary>What a row is called.</summary>
    internal static LocalizedText Labelled(ReleasedTable table, ReleasedEstimate estimate) =>
        estimate.Groups.Count > 0 ? estimate.Groups[^1].Label : table.By.Count > 0 ? Wording.All : Named(estimate);

    // Where a row is called after its group, the heading says of which answer it is, if there are several.
    private static LocalizedText? SectionOf(ReleasedTable table, ReleasedEstimate estimate)
    {
        var isOfSeveral = table.By.Count > 0 && table.Estimates.Select(one => (one.Outcome.Variable, one.Outcome.Code)).Distinct().Count() > 1;
        return Wording.Heading(
        [
            .. estimate.Outcome.Item is { } item ? [item] : Array.Empty<LocalizedText>(),
            .. isOfSeveral ? [Named(estimate)] : Array.Empty<LocalizedText>(),
            .. estimate.Groups.SkipLast(1).Select(group => group.Label),
        ]);
    }

    // An item of a battery may be worded otherwise in another survey; what an answer's code means may not change.
    private static LocalizedText? Answer(ReleasedTable table, ReleasedEstimate estimate) =>
        table.Choices.GetValueOrDefault(estimate.Outcome.Variable)?.FirstOrDefault(choice => choice.Name == estimate.Outcome.Code)?.Title;

    private static string Said(ReleasedTable table, ReleasedEstimate estimate) =>
        string.Join(", ", estimate.Groups.Select(group => $"«{group.Label.Nb}»").Prepend($"«{(Answer(table, estimate) ?? estimate.Outcome.Label).Nb}»"));

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "no variable" : string.Join(" × ", names);

    private static LocalizedText? Section(ReleasedEstimate estimate)
    {
        var groups = estimate.Groups.SkipLast(1).Select(group => group.Label).ToList();
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
