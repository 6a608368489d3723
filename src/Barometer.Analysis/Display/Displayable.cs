namespace Barometer.Analysis.Display;

/// <summary>
/// The base of everything a notebook may show. It renders itself by convention, without a reference to any notebook
/// engine: .NET Interactive finds <see cref="TypeFormatterSourceAttribute"/> by its name, Verso calls
/// <see cref="ToHtml"/>, and every other host prints <see cref="object.ToString"/>.
/// </summary>
/// <remarks>
/// Microdata, designs and estimates that are not released derive from this class too, so that no host falls back to
/// listing their members: what they show is a notice.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract class Displayable : IShown
{
    /// <summary>The object as one self-contained piece of HTML, without scripts.</summary>
    public abstract string ToHtml();

    /// <summary>The object as plain text.</summary>
    public abstract override string ToString();

    /// <summary>
    /// The outputs that a notebook makes of the object, each a set of forms of the same thing by media type: one with HTML and
    /// plain text; a figure gives its picture, its numbers and its interactive chart apart.
    /// </summary>
    public virtual IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() =>
    [
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text/html"] = ToHtml(),
            ["text/plain"] = ToString(),
        },
    ];

    /// <summary>What its outputs say of themselves when they are stored (<see cref="OutputStamp"/>); null when a notebook may not store them.</summary>
    internal virtual string? Stored => null;

    /// <summary>What stands for it among figures and tables: itself, or the table that it shows.</summary>
    internal virtual Displayable Shown => this;

    /// <summary>The HTML that a notebook stores of it, in a language.</summary>
    internal virtual string StoredHtml(Language language) => Shown == this ? ToHtml() : Shown.StoredHtml(language);
}
