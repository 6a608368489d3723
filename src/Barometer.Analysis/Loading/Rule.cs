namespace Barometer.Analysis.Loading;

/// <summary>
/// How a variable is made of others: answers taken together, any or all of several, a count, a mean of scale items, bands of a number. A
/// condition says yes or no of a respondent and is combined by <c>|</c>, <c>&amp;</c> and <c>!</c>. What is declared so is known to disclosure
/// control: the answers it is made of are protected together with it.
/// </summary>
/// <example><code>
/// design.Derive("evaluated_any", Rule.Is("evaluated", "internal", "external"), nb: "Har evaluert", en: "Has evaluated")
/// design.Where(Rule.AnyOf("partner_private", "partner_research") &amp; !Rule.Is("size_group", "from_50"))
/// </code></example>
public sealed partial class Rule
{
    private static readonly Category[] YesAndNo = [new("yes", new LocalizedText("Ja", "Yes")), new("no", new LocalizedText("Nei", "No"))];

    private readonly Func<RuleSource, DerivedValues> _make;
    private readonly Func<RuleSource, LocalizedText> _label;

    private readonly Func<RuleSource, string> _formula;

    private Rule(Func<RuleSource, string> formula, bool isCondition, Func<RuleSource, DerivedValues> make, Func<RuleSource, LocalizedText> label) =>
        (_formula, IsCondition, _make, _label) = (formula, isCondition, make, label);

    /// <summary>For a plain <see cref="Is"/>: the variable and its answers; else null.</summary>
    internal (string Variable, string[] Answers)? Plain { get; private init; }

    // What it does, where that is more than its label.
    private Func<RuleSource, LocalizedText>? Note { get; init; }

    /// <summary>Whether it says yes or no of a respondent.</summary>
    internal bool IsCondition { get; }

    /// <summary>Yes of who gave one of some answers to a question, named by codes or labels; who gave another: no. Without answers those with «yes».</summary>
    /// <example><code>Rule.Is("evaluated", "internal", "external")</code></example>
    public static Rule Is(string variable, params string[] answers)
    {
        string[] wanted = answers is { Length: > 0 } ? answers : ["yes"];
        return new Rule(source => $"{source.Named(variable)} in ({List(source.Codes(variable, wanted))})", isCondition: true, source => OneOf(source, variable, wanted, counts: true), source => Told(source, variable, wanted, RuleWords.Is)) { Plain = (variable, wanted) };
    }

    /// <summary>Yes of who gave another answer than these; «don't know» stays what it is.</summary>
    /// <example><code>Rule.OtherThan("spread", "no")</code></example>
    public static Rule OtherThan(string variable, params string[] answers) => new(
        source => $"{source.Named(variable)} not in ({List(source.Codes(variable, answers))})", isCondition: true, source => OneOf(source, variable, answers, counts: false), source => Told(source, variable, answers, RuleWords.Other));

    /// <summary>Yes where a number is at least so large.</summary>
    /// <example><code>Rule.AtLeast("employees", 50)</code></example>
    public static Rule AtLeast(string variable, double number) => OfNumber(variable, value => value >= number, "≥", number, RuleWords.AtLeast);

    /// <summary>Yes where a number is smaller.</summary>
    /// <example><code>Rule.Below("employees", 50)</code></example>
    public static Rule Below(string variable, double number) => OfNumber(variable, value => value < number, "<", number, RuleWords.Below);

    /// <summary>
    /// Yes where one of several yes/no variables is yes, and no where none is and one is no; missing where all are («don't know» where one is).
    /// The name or title of a battery stands for its items, but not for the one that means none of them.
    /// </summary>
    /// <example><code>Rule.AnyOf("partner_private", "partner_research")</code></example>
    public static Rule AnyOf(params string[] variables) => new(
        source => $"any of ({List(source.ItemNames(variables))})", isCondition: true, source => Any([.. source.Items(variables).Select(item => OneOf(source, item, ["yes"], counts: true))]), source => Listed(source, variables, RuleWords.Any));

    /// <summary>Yes where all of several yes/no variables are yes, no where one is no; else missing («don't know» where one is).</summary>
    /// <example><code>Rule.AllOf("inno_product", "inno_service")</code></example>
    public static Rule AllOf(params string[] variables) => new(
        source => $"all of ({List(source.ItemNames(variables))})", isCondition: true, source => All([.. source.Items(variables).Select(item => OneOf(source, item, ["yes"], counts: true))]), source => Listed(source, variables, RuleWords.All));

    /// <summary>A number: how many of several yes/no variables are yes; missing where all are. The name of a battery stands for its items, as in <see cref="AnyOf"/>.</summary>
    /// <example><code>Rule.CountOf("partners")</code></example>
    public static Rule CountOf(params string[] variables) => new(
        source => $"number of ({List(source.ItemNames(variables))})",
        isCondition: false,
        source => Sum([.. source.Items(variables).Select(item => OneOf(source, item, ["yes"], counts: true).Numbers(code => 1 - code))], needsAll: false, isMean: false),
        source => Listed(source, variables, RuleWords.Count));

    /// <summary>
    /// An index: the mean of scale items, of who answered them all. An answer counts by its code where all codes are numbers, else 1, 2, 3 … A
    /// battery's name stands for its items. Its consistency: <c>design.Scale([…]).Alpha()</c>.
    /// </summary>
    /// <example><code>Rule.MeanOf("factor_leader", "factor_employees")</code></example>
    public static Rule MeanOf(params string[] items) => new(
        source => $"mean of ({List(source.ItemNames(items))})", isCondition: false, source => Sum([.. source.Items(items).Select(item => Scores(source, item))], needsAll: true, isMean: true), source => Listed(source, items, RuleWords.Mean));

    /// <summary>An index: the sum of scale items; see <see cref="MeanOf"/>.</summary>
    /// <example><code>Rule.SumOf("factor_leader", "factor_employees")</code></example>
    public static Rule SumOf(params string[] items) => new(
        source => $"sum of ({List(source.ItemNames(items))})", isCondition: false, source => Sum([.. source.Items(items).Select(item => Scores(source, item))], needsAll: true, isMean: false), source => Listed(source, items, RuleWords.Sum));

    /// <summary>
    /// The same question with answers taken together, under names of their own; answers that are not named stay as they are, «don't know» among
    /// them.
    /// </summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="answers">Each new answer: its code, the codes or labels it is made of, and its label in both languages.</param>
    /// <example><code>Rule.Merge("evaluated", ("yes", ["internal", "external"], "Ja", "Yes"))</code></example>
    public static Rule Merge(string variable, params (string Code, string[] From, string Nb, string En)[] answers) => new(
        source => $"{source.Named(variable)}: {string.Join("; ", answers.Select(answer => $"{List(source.Codes(variable, answer.From))} → {answer.Code}"))}", isCondition: false, source => Merged(source, variable, answers), source => source.Label(variable))
    {
        Note = source => RuleWords.Merged(source.Label(variable), [.. answers.Select(answer => (new LocalizedText(answer.Nb, answer.En), RuleWords.OneOf([.. source.Codes(variable, answer.From).Select(code => source.Label(variable, code))])))]),
    };

    /// <summary>Bands of a number, in order: below the first limit, from it to below the second, and so on.</summary>
    /// <param name="variable">A numeric variable, or a derived one.</param>
    /// <param name="limits">Where a band begins, ascending.</param>
    /// <example><code>Rule.Bands("employees", 20, 50)</code></example>
    public static Rule Bands(string variable, params double[] limits) => new(
        source => $"bands of {source.Named(variable)} from {List(limits.Select(limit => limit.ToString(System.Globalization.CultureInfo.InvariantCulture)))}", isCondition: false, source => Banded(source, variable, limits), source => source.Label(variable))
    {
        Note = source => RuleWords.Bands(source.Label(variable), limits),
    };

    /// <summary>Yes where one of two conditions is; as <see cref="AnyOf"/>.</summary>
    public static Rule operator |(Rule one, Rule other) => Both(one, other, "or", Any, RuleWords.Or);

    /// <summary>Yes where both conditions are; as <see cref="AllOf"/>.</summary>
    public static Rule operator &(Rule one, Rule other) => Both(one, other, "and", All, RuleWords.And);

    /// <summary>No where the condition is yes, yes where it is no; missing stays missing.</summary>
    public static Rule operator !(Rule condition)
    {
        condition.Require();
        return new(
            source => $"not ({condition.Formula(source)})",
            isCondition: true,
            source =>
            {
                var made = condition.Make(source);
                return made with { Codes = Array.ConvertAll(made.Codes, code => code < 0 ? code : 1 - code) };
            },
            source => RuleWords.Not(condition.Label(source)));
    }

    /// <summary>The rule by names and codes, however it was written: what tells it from others.</summary>
    internal string Formula(RuleSource source) => _formula(source);

    /// <summary>The values it gives the respondents of some data.</summary>
    internal DerivedValues Make(RuleSource source) => _make(source);

    /// <summary>It in words, made of its parts' labels.</summary>
    internal LocalizedText Label(RuleSource source) => _label(source);

    /// <summary>What it does, in words for the note under a table: more than the label where that is the label of its only part.</summary>
    internal LocalizedText Words(RuleSource source) => (Note ?? _label)(source);

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private void Require()
    {
        if (!IsCondition)
        {
            throw new BarometerException(new Problem(
                "A rule that says neither yes nor no is combined with another", Expected: "Rule.Is, AnyOf, AllOf, OtherThan, AtLeast or Below", Hint: "derive the number or the bands first, and name them in Rule.Is or Rule.AtLeast"));
        }
    }

    private static Rule Both(Rule one, Rule other, string sign, Func<DerivedValues[], DerivedValues> join, Func<(LocalizedText, LocalizedText), LocalizedText> words)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        one.Require();
        other.Require();
        return new Rule(source => $"({one.Formula(source)}) {sign} ({other.Formula(source)})", isCondition: true, source => join([one.Make(source), other.Make(source)]), source => words((one.Label(source), other.Label(source))));
    }
}
