using System.Net;

namespace Barometer.Analysis.Display;

/// <summary>
/// Whether a researcher with access to the answers has switched exploring on, to see estimates before they are released:
/// the environment variable <c>BAROMETER_EXPLORE</c> is <c>1</c>, or <c>cell</c> to see only what a cell asks for by <c>Explored()</c>. What is shown then
/// stands under a red banner, and the command line switches it off for everything it stores.
/// </summary>
public static class Exploration
{
    /// <summary>The name of the environment variable.</summary>
    public const string EnvironmentVariable = "BAROMETER_EXPLORE";

    /// <summary>The sentence of the banner. Where it stands in a stored file, something was stored that isn't released.</summary>
    public const string Warning = "IKKE FRIGITT. Bare for utforsking: må ikke lagres, deles eller siteres. / NOT RELEASED: for exploring only.";

    /// <summary>Whether it is on.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable(EnvironmentVariable) == "1";

    /// <summary>Whether it is on, or may be asked for by a cell.</summary>
    public static bool IsAllowed => IsOn || Environment.GetEnvironmentVariable(EnvironmentVariable) == "cell";

    /// <summary>Switches it off for this process and those it starts.</summary>
    public static void SwitchOff() => Environment.SetEnvironmentVariable(EnvironmentVariable, null);
}

/// <summary>
/// Whether a program that judges cells before it runs them has taken charge of this process. Elsewhere a cell may do anything with
/// what it gets hold of, and nobody judges what is stored of it.
/// </summary>
internal static class JudgedCells
{
    // Of the process, not of the library: the sessions of a kernel load their own copy of it.
    private const string Switch = "Barometer.CellsAreJudged";

    /// <summary>Whether it has.</summary>
    public static bool Are => AppContext.TryGetSwitch(Switch, out var isOn) && isOn;

    /// <summary>Says so, or takes it back.</summary>
    public static void Say(bool areJudged = true) => AppContext.SetSwitch(Switch, areJudged);
}

/// <summary>The framed sentence shown in place of something that may not be shown.</summary>
internal static class Notice
{
    /// <summary>The red banner over what isn't released.</summary>
    public const string Warning =
        "<div role=\"alert\" style=\"background:#a3136c;color:#fff;font-weight:bold;padding:.6em 1em;max-width:46em\">" + Exploration.Warning + "</div>";

    /// <summary>The notice in a language as HTML: a title in bold and an explanation under it.</summary>
    public static string Html(Language language, LocalizedText title, LocalizedText explanation) =>
        $"<div lang=\"{(language == Language.En ? "en" : "nb")}\" role=\"note\" style=\"border-left:4px solid #274247;background:#f4f6f6;color:#1b1b1b;padding:.6em 1em;max-width:46em\">"
        + $"<strong>{WebUtility.HtmlEncode(title.In(language))}</strong><br>{WebUtility.HtmlEncode(explanation.In(language))}</div>";

    /// <summary>The notice of something that no release has checked yet.</summary>
    public static string NotReleased(Language language, string nb, string en) => Html(language, new("Ikke frigitt", "Not released"), new(nb, en));
}

/// <summary>
/// What to do instead, for whoever asks the type for a member it doesn't have. The notebook host looks for an attribute of
/// exactly this name, whatever assembly it comes from, and adds the hint to the compiler's error.
/// </summary>
/// <param name="hint">A sentence without its full stop.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MissingMemberHintAttribute(string hint) : Attribute
{
    /// <summary>What other programs' words are called here.</summary>
    public const string OfDesigns =
        "filter and subset are Where; mutate, recode and generate are Derive with a Rule; svymean and svyby are Proportion and Mean with by; svytable and tab are Proportion with by; cor and alpha are Scale([…]).Correlations() and .Alpha(); "
        + "names of columns are Variables()";

    /// <summary>How to reach what a survey holds.</summary>
    public const string OfSurveys = "a survey shows no row of answers: Variables() lists what there is, Design() or barometer.Design(…) makes estimates, and released ones have ToDataFrame()";

    /// <summary>How to take a number along.</summary>
    public const string OfReleased = "a released number is quoted by Sentence(…), shown by Table(), Bars() or Dots(), and computed with by ToDataFrame()";

    /// <summary>The hint of everything that has to be released before it can be shown.</summary>
    public const string Release = "release it first: barometer.Release(…, id: \"a-name\"), and show what that gives";

    /// <summary>A sentence without its full stop.</summary>
    public string Hint { get; } = hint;
}

/// <summary>
/// What to do instead, for whoever gives a list where the parameter takes one text. The notebook host looks for an attribute of exactly this name, as for
/// <see cref="MissingMemberHintAttribute"/>.
/// </summary>
/// <param name="hint">A sentence without its full stop.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ListHintAttribute(string hint) : Attribute
{
    /// <summary>To who names several answers.</summary>
    public const string Answers = "Without it every answer is shown; answers are taken together by a rule: design.Derive(\"a_name\", Rule.Is(\"variable\", \"one\", \"another\"))";

    /// <summary>To who names several variables of which shares are wanted.</summary>
    public const string Shares = "Of several variables take Proportions([\"one\", \"another\"]), or their battery";

    /// <summary>To who names several variables of which a number is wanted.</summary>
    public const string Numbers = "Of several items take an index: design.Derive(\"a_name\", Rule.MeanOf(\"one\", \"another\")).Mean(\"a_name\")";

    /// <summary>To who names several groups.</summary>
    public const string Groups = "Groups are taken together by a rule: design.Derive(\"a_name\", Rule.Merge(\"variable\", (\"code\", [\"one\", \"another\"], \"norsk\", \"English\")))";

    /// <summary>To who names several variables for a condition.</summary>
    public const string Conditions = "Conditions on several variables follow each other, .Where(\"one\", \"yes\").Where(\"another\", \"yes\"), or are joined by & and |: Where(Rule.Is(\"one\") | Rule.Is(\"another\"))";

    /// <summary>A sentence without its full stop.</summary>
    public string Hint { get; } = hint;
}

/// <summary>What one cell shows, under the red banner, to somebody who explores; no notebook may store it.</summary>
internal sealed class ExploredResult : Displayable
{
    private readonly string _html;
    private readonly string _text;

    private ExploredResult(string html, string text) => (_html, _text) = (html, text);

    /// <summary>The result.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="numbers">Makes its tables as HTML and as text, without the banner.</param>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    public static ExploredResult Of(LocalizedText title, params IEnumerable<Func<(string Html, string Text)>> numbers)
    {
        if (!Exploration.IsAllowed)
        {
            throw NotExploring(title);
        }

        var made = numbers.Select(make => make()).ToList();
        return new ExploredResult(Notice.Warning + string.Concat(made.Select(one => one.Html)), string.Join('\n', made.Select(one => one.Text).Prepend(Exploration.Warning)));
    }

    /// <summary>Lines of words under a title.</summary>
    public static (string Html, string Text) Lines(LocalizedText title, params IReadOnlyList<string> lines) => (
        $"<p><strong>{WebUtility.HtmlEncode(title.Nb)}</strong>{string.Concat(lines.Select(line => $"<br>{WebUtility.HtmlEncode(line)}"))}</p>", string.Join('\n', lines.Prepend(title.Nb)));

    /// <summary>That nobody explores here.</summary>
    public static BarometerException NotExploring(LocalizedText title) => new(new Problem(
        $"«{title.Nb}» is not released",
        Expected: $"a release, or {Exploration.EnvironmentVariable}=1 (for one cell: {Exploration.EnvironmentVariable}=cell) in the environment of someone with access to the answers",
        Hint: MissingMemberHintAttribute.Release));

    /// <inheritdoc/>
    public override string ToHtml() => _html;

    /// <inheritdoc/>
    public override string ToString() => _text;
}
