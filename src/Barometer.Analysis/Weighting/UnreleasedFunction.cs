namespace Barometer.Analysis.Weighting;

/// <summary>
/// A smooth function of the estimates of a table before its release: a ratio of shares, a change, a weighted sum. It is released with all the estimates it is made of or not at
/// all, and computed of these as they are shown; until then it has no value, so that nothing it can or can't be computed of tells a number.
/// </summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedFunction : Displayable
{
    private readonly Func<NamedEstimates, SmoothNumber> _function;

    internal UnreleasedFunction(UnreleasedTable table, LocalizedText title, Func<NamedEstimates, SmoothNumber> function, IntervalScale scale, bool isPercent)
    {
        var named = NamesByLabel(table);
        (Table, Title, Scale, IsPercent) = (table, title, scale, isPercent);
        _function = estimates => function(estimates.By(word => named.GetValueOrDefault(word, word)));
        Of = BarometerException.Translating(() => new EstimateFunction(title.Nb, [.. table.Estimates.Select(one => one.Numbers)], _function));
        Parts = new UnreleasedTable(table.Heading, [.. Of.Used.Select(place => table.Estimates[place])], table.Design)
        {
            Data = table.Data,
            OrganisationOfRow = table.OrganisationOfRow,
            Respondents = table.Respondents,
        };
    }

    /// <summary>What the function is called.</summary>
    public LocalizedText Title { get; }

    /// <summary>The estimates that it is made of: they are shown with it.</summary>
    public UnreleasedTable Parts { get; }

    /// <summary>The table whose estimates it is of.</summary>
    internal UnreleasedTable Table { get; }

    /// <summary>The function of the table's estimates.</summary>
    internal EstimateFunction Of { get; }

    /// <summary>On which scale its interval is made.</summary>
    internal IntervalScale Scale { get; }

    /// <summary>Whether it is told in per cent or percentage points.</summary>
    internal bool IsPercent { get; }

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    // What the labels of groups, answers and items stand for. A code goes before a label, and a label of two stands for none.
    private static Dictionary<string, string> NamesByLabel(UnreleasedTable table)
    {
        var labelled = table.Estimates.SelectMany(one => one.Groups.Select(group => (group.Label, Name: $"{group.Variable}={group.Code}"))
            .Append((one.Outcome.Label, Name: one.Outcome.Code is { } code ? $"{one.Outcome.Variable}={code}" : one.Outcome.Variable))
            .Concat(one.Outcome.Item is { } item ? [(item, one.Outcome.Variable)] : []));
        var codes = table.Estimates.SelectMany(one => one.Groups.Select(group => group.Code).Append(one.Outcome.Variable).Append(one.Outcome.Code ?? "")).ToHashSet(StringComparer.Ordinal);
        return labelled.SelectMany(one => new[] { (Word: one.Label.Nb, one.Name), (Word: one.Label.En, one.Name) })
            .GroupBy(one => one.Word, StringComparer.OrdinalIgnoreCase)
            .Where(word => !codes.Contains(word.Key) && word.Select(one => one.Name).Distinct().Count() == 1)
            .ToDictionary(word => word.Key, word => word.First().Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A number for each estimate of the table, of which those of the parts are given.</summary>
    internal TNumber[] Placed<TNumber>(IReadOnlyList<TNumber> ofParts)
    {
        var placed = new TNumber[Table.Estimates.Count];
        foreach (var (i, place) in Of.Used.Index())
        {
            placed[place] = ofParts[i];
        }

        return placed;
    }

    /// <summary>The design-based estimate with its standard error, for a researcher with access to the answers who explores.</summary>
    /// <exception cref="BarometerException">Exploring is off, or the function has no value at the estimates.</exception>
    public Estimate Explore()
    {
        var estimates = Table.Explore().Estimates;
        return BarometerException.Translating(() => JointEstimates.Of(estimates).Function(Title.Nb, _function, Scale));
    }

    /// <summary>The estimate with its standard error and interval under the red banner, as the result of one cell; see <see cref="UnreleasedTable.Explored"/>.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20").Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(Title, () => ExploredResult.Lines(Title, string.Join("; ", UnreleasedTable.Cells(Explore()))));

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Tallet vises ikke før det er kontrollert for anonymitet.", "The number does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"{Title.Nb}: ikke frigitt / {Title.En}: not released";
}
