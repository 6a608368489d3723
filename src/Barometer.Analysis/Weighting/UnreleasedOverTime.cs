namespace Barometer.Analysis.Weighting;

/// <summary>
/// A share or a mean over the waves of a survey, before its release: the estimates of each wave, the change from each to the next, and where the series is broken. What isn't comparable is never subtracted.
/// Immutable: each verb gives another.
/// </summary>
/// <example><code>
/// barometer.Release(barometer.OverTime("innovated", "operational-2018", "operational-2021"), id: "innovated-over-time").Lines()
/// </code></example>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedOverTime : Displayable
{
    private readonly string _variable;
    private readonly IReadOnlyList<Survey> _waves;
    private readonly IReadOnlyList<Crosswalk> _crosswalks;
    private readonly string? _by;
    private readonly string? _category;

    private UnreleasedOverTime(string variable, IReadOnlyList<Survey> waves, IReadOnlyList<Crosswalk> crosswalks, string? by, string? category)
    {
        (_waves, _crosswalks, _by, _category) = (waves, crosswalks, by, category);
        _variable = Vocabulary(waves[0].Codebook, variable, crosswalks);
    }

    // The answer that the line is of; null for a number.
    private string? Category(Variable variable) => variable.Kind != VariableKind.Categorical ? null
        : _category ?? (variable.Categories.Any(one => one.Code == "yes") ? "yes" : throw new BarometerException(new Problem(
            $"«{variable.Name}» has several answers, and a line is of one", Expected: "one of " + string.Join(", ", variable.Categories.Select(one => one.Code)), Hint: "barometer.OverTime(…).Of(\"…\")")));

    /// <summary>The waves, the first first.</summary>
    internal IReadOnlyList<Survey> Waves => _waves;

    /// <summary>The variable of the groups; null for everybody.</summary>
    internal string? Group => _by;

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <summary>The waves of a series, each with its crosswalk to the next.</summary>
    internal static UnreleasedOverTime Of(string variable, IReadOnlyList<Survey> waves, IReadOnlyList<Crosswalk> crosswalks) => new(variable, waves, crosswalks, null, null);

    /// <summary>The same by groups that are the same in all waves.</summary>
    /// <param name="group">A grouping variable, by its name in the first wave.</param>
    /// <example><code>barometer.OverTime("innovated", "operational-2018", "operational-2021").By("size_group")</code></example>
    public UnreleasedOverTime By(string group) => new(_variable, _waves, _crosswalks, group, _category);

    /// <summary>The same of another answer.</summary>
    /// <param name="category">The answer's code.</param>
    /// <example><code>barometer.OverTime("evaluated", "operational-2018", "operational-2021").Of("internal")</code></example>
    public UnreleasedOverTime Of(string category) => new(_variable, _waves, _crosswalks, _by, category);

    /// <summary>Where the series is broken: the place of the wave before, and why.</summary>
    internal IReadOnlyList<(int After, LocalizedText Reason)> Breaks()
    {
        var (breaks, name) = (new List<(int, LocalizedText)>(), _variable);
        foreach (var (i, crosswalk) in _crosswalks.Index())
        {
            var entry = crosswalk.Of(name);
            if (!entry.IsComparable)
            {
                breaks.Add((i, entry.Reason!));
            }

            if (entry.To is null)
            {
                break; // no longer asked
            }

            name = entry.To;
        }

        return breaks;
    }

    /// <summary>The runs of waves between which nothing is broken, each with its shares and the changes within it.</summary>
    internal IReadOnlyList<WaveRun> Runs()
    {
        var (runs, first) = (new List<WaveRun>(), 0);
        foreach (var last in Breaks().Select(one => one.After).Append(_waves.Count - 1))
        {
            if (NameIn(first) is { } name)
            {
                runs.Add(Run(first, last, name));
            }

            first = last + 1;
        }

        return runs;
    }

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Endringen vises først når den er kontrollert for anonymitet: barometer.Release(…).", "The change shows once a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"{_waves[0].Codebook[_variable].Label.Nb}: ikke frigitt / {_waves[0].Codebook[_variable].Label.En}: not released";

    // The name of the variable in a wave; null where it isn't asked there.
    private string? NameIn(int wave) => _crosswalks.Take(wave).Aggregate((string?)_variable, (name, crosswalk) => name is null ? null : crosswalk.Of(name).To);

    private WaveRun Run(int first, int last, string name)
    {
        if (first == last)
        {
            return new WaveRun(first, last, Estimates(_waves[first].ChosenDesign(), name, _by is null ? null : (Grouping)_by, Category(_waves[first].Codebook[name])), []);
        }

        var stacked = StackedWaves.Of([.. _waves.Skip(first).Take(last - first + 1)], [.. _crosswalks.Skip(first).Take(last - first)]);
        var (design, category) = (stacked.ChosenDesign().WithWeightsOf(_waves.Skip(first).Take(last - first + 1)), Category(stacked.Codebook[name]));
        var shares = Estimates(design, name, _by is null ? StackedWaves.Wave : new[] { StackedWaves.Wave, _by }, category);
        var groups = _by is null ? [(string?)null] : stacked.Codebook[_by].Categories.Select(one => (string?)one.Code).ToList();
        var changes = from wave in Enumerable.Range(first, last - first)
                      from code in groups
                      let part = code is null ? design : design.Where(_by!, code)
                      select new WaveChange(wave, code, part.TTest(name, StackedWaves.Wave, _waves[wave + 1].Id, _waves[wave].Id, category));
        return new WaveRun(first, last, WithoutPooled(shares), [.. changes]);
    }

    private static UnreleasedTable Estimates(BarometerDesign design, string variable, Grouping? by, string? category) =>
        category is null ? design.Mean(variable, by) : design.Proportion(variable, by, category);

    // Everybody of several waves together is nobody.
    private static UnreleasedTable WithoutPooled(UnreleasedTable table) => table.With(table.Estimates.Where(one => one.Groups.Count == table.By.Count));

    private static string Vocabulary(Codebook first, string asked, IReadOnlyList<Crosswalk> crosswalks)
    {
        var name = crosswalks.Reverse().Aggregate(asked, (one, crosswalk) => crosswalk.First(one));
        var all = first.Responses.Where(variable => variable.Kind != VariableKind.Identifier).Select(variable => new Called(variable.Name, variable.Label)).ToList();
        return NearNames.Meant(name, all, $"There is no question «{asked}» in {first.Id}", "question", NearNames.VariablesHint);
    }
}

/// <summary>Waves between which nothing is broken.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Last">The place of the last.</param>
/// <param name="Estimates">The estimates, by wave where there are several, and by group.</param>
/// <param name="Changes">The changes from each wave to the next.</param>
internal sealed record WaveRun(int First, int Last, UnreleasedTable Estimates, IReadOnlyList<WaveChange> Changes);

/// <summary>A change from one wave to the next.</summary>
/// <param name="From">The place of the wave before.</param>
/// <param name="Group">The code of the group; null for everybody.</param>
/// <param name="Test">The difference with its test.</param>
internal sealed record WaveChange(int From, string? Group, UnreleasedTest Test);
