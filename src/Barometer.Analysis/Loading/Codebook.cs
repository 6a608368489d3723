namespace Barometer.Analysis.Loading;

/// <summary>What a survey's files hold: every variable of the responses and of the frame, in both languages.</summary>
public sealed class Codebook
{
    /// <summary>The survey's id, for example <c>operational-2018</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The series of surveys it is a wave of: the same organisations answer them all, and what is released of one binds the others. Its own
    /// id where it stands alone.
    /// </summary>
    public string Series
    {
        get => field ?? Id;
        init;
    }

    /// <summary>The survey's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whom the survey is about, for example «statlige arbeidsplasser».</summary>
    public required LocalizedText Universe { get; init; }

    /// <summary>The year the survey is of; null when the codebook doesn't say.</summary>
    internal int? Year { get; init; }

    /// <summary>What it is called among other waves of its series: its year.</summary>
    internal LocalizedText WaveLabel => Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) is { } year ? new(year, year) : Title;

    /// <summary>What kind of unit answers, and what several of them are called.</summary>
    internal SurveyUnit Unit { get; init; } = SurveyUnit.Any;

    /// <summary>How it was sampled and is weighted; null when the codebook doesn't say.</summary>
    internal DeclaredDesign? Design { get; init; }

    /// <summary>What is shown of it unless an author asks for something else; null when the codebook doesn't say.</summary>
    internal ReleaseDefaults? Release { get; init; }

    /// <summary>Where the form comes from, said plainly (for example that it is a reconstruction).</summary>
    public required LocalizedText Provenance { get; init; }

    /// <summary>The variables of <c>responses.csv</c>.</summary>
    public required IReadOnlyList<Variable> Responses { get; init; }

    /// <summary>The variables of <c>frame.csv</c>.</summary>
    public required IReadOnlyList<Variable> Frame { get; init; }

    /// <summary>Labels of the item batteries by name.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Batteries { get; init; }

    /// <summary>What the form demands of the batteries that have a limit.</summary>
    public IReadOnlyList<BatteryLimit> BatteryLimits { get; init; } = [];

    /// <summary>Coarser groupings of frame variables.</summary>
    public IReadOnlyList<MergedVariable> Merged { get; init; } = [];

    /// <summary>What an analysis made of the others by rules, in its order.</summary>
    internal IReadOnlyList<DerivedVariable> Derived { get; private init; } = [];

    /// <summary>All variables: of the responses, of the frame, the coarser groupings, and what an analysis derived.</summary>
    public IEnumerable<Variable> Variables => [.. Responses, .. Frame, .. Merged.Select(merged => merged.Variable), .. Derived.Select(derived => derived.Variable)];

    /// <summary>The variable of that name among the responses, else in the frame.</summary>
    /// <exception cref="BarometerException">There is none.</exception>
    public Variable this[string name] => Variables.FirstOrDefault(variable => variable.Name == name)
        ?? throw new BarometerException(new Problem($"The codebook of {Id} has no variable «{name}»"));

    /// <summary>The codebook with one derived variable more.</summary>
    internal Codebook With(DerivedVariable derived) => With([.. Derived, derived]);

    /// <summary>The codebook with these derived variables.</summary>
    internal Codebook With(IReadOnlyList<DerivedVariable> derived) => new()
    {
        Id = Id,
        Series = Series,
        Title = Title,
        Universe = Universe,
        Year = Year,
        Unit = Unit,
        Design = Design,
        Release = Release,
        Provenance = Provenance,
        Responses = Responses,
        Frame = Frame,
        Batteries = Batteries,
        BatteryLimits = BatteryLimits,
        Merged = Merged,
        Derived = derived,
    };

    /// <summary>The derived variable of that name, or null.</summary>
    internal DerivedVariable? FindDerived(string name) => Derived.FirstOrDefault(one => one.Variable.Name == name);

    /// <summary>The variables of the files that a variable is made of, however often it was derived; itself when it is one of them.</summary>
    internal IReadOnlyList<string> LeavesOf(string variable) => FindDerived(variable) is { } derived ? [.. derived.Parts.SelectMany(LeavesOf).Distinct()] : [variable];

    /// <summary>What a variable is by names and codes of the files: a derived one by its rule, and the rules of what that names.</summary>
    internal string FormulaOf(string variable) => FindDerived(variable) is { } derived
        ? string.Join(", where ", derived.Parts.Where(part => FindDerived(part) is not null).Select(part => $"{part} is ({FormulaOf(part)})").Prepend(derived.Formula))
        : variable;

    /// <summary>The name of the battery that is called by its name, or by its title in one of the languages, whatever the capitals; null when none is, or several are.</summary>
    internal string? BatteryCalled(string asked) =>
        Batteries.Where(battery => new Called(battery.Key, battery.Value).IsCalled(asked) && Items(battery.Key).Count > 0).Select(battery => battery.Key).ToList() is [var only] ? only : null;

    /// <summary>The items of a battery, in their order.</summary>
    public IReadOnlyList<Variable> Items(string battery) =>
        [.. Responses.Where(variable => variable.Battery == battery)];
}

/// <summary>The unit that answers a survey.</summary>
/// <param name="Kind">What kind of unit it is.</param>
/// <param name="Plural">Several of them: «arbeidsplasser».</param>
internal sealed record SurveyUnit(UnitKind Kind, LocalizedText Plural)
{
    /// <summary>Units of which the codebook says nothing.</summary>
    public static SurveyUnit Any { get; } = new(UnitKind.Other, new("enheter", "units"));
}

/// <summary>The kinds of units that texts and published figures tell apart.</summary>
internal enum UnitKind
{
    /// <summary>Neither of the others.</summary>
    Other,

    /// <summary>A workplace: a part of an organisation.</summary>
    Workplace,

    /// <summary>A whole organisation.</summary>
    Organisation,
}

/// <summary>What is shown of a survey unless an author asks for something else.</summary>
/// <param name="Question">The question that a new notebook starts with.</param>
/// <param name="By">The groups that it is shown by.</param>
internal sealed record ReleaseDefaults(string Question, IReadOnlyList<string> By);

/// <summary>What the form demands of a battery of yes/no items.</summary>
/// <param name="Battery">The battery's name.</param>
/// <param name="Maximum">How many items may be chosen; null when any number may.</param>
/// <param name="Exclusive">The item that stands alone, such as «none»; null when there is none.</param>
public sealed record BatteryLimit(string Battery, int? Maximum, string? Exclusive);

/// <summary>
/// A coarser grouping of a frame variable: with few answers a fine grouping hides more than it tells. It is in no file; the
/// reader makes it.
/// </summary>
/// <param name="Variable">The grouping, with its own categories.</param>
/// <param name="Of">The frame variable whose categories it merges.</param>
/// <param name="CodeOf">For each code of that variable the code it becomes.</param>
public sealed record MergedVariable(Variable Variable, string Of, IReadOnlyDictionary<string, string> CodeOf)
{
    /// <summary>The column of the grouping, made of that of the frame variable.</summary>
    internal CategoricalColumn Column(CategoricalColumn source)
    {
        var codes = Variable.Categories.Select(category => category.Code).ToList();
        var map = source.Categories.Select(category => codes.IndexOf(CodeOf[category])).ToArray();
        int[] merged = [.. source.Codes.ToArray().Select(code => code < 0 ? -1 : map[code])];
        MissingReason[] missing = [.. Enumerable.Range(0, source.Count).Select(source.MissingAt)];
        return new CategoricalColumn(Variable.Name, codes, merged, missing, Variable.Ordered);
    }
}
