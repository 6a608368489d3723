using System.Net;

namespace Barometer.Analysis.Display;

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
