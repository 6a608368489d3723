using System.Diagnostics.CodeAnalysis;

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
public abstract class Displayable
{
    /// <summary>The object as one self-contained piece of HTML, without scripts.</summary>
    public abstract string ToHtml();

    /// <summary>The object as plain text.</summary>
    public abstract override string ToString();

    /// <summary>
    /// The outputs that a notebook makes of the object, each a set of forms of the same thing by media type: one with HTML and
    /// plain text; a figure gives its picture with its interactive chart, and its numbers.
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

/// <summary>
/// What an output says of itself when a notebook may store it: «release» and the release's name, or what else it is. Whoever
/// stores notebooks asks the object for it, keeps a digest of the forms beside it in a register, and lets nothing without one
/// be stored.
/// </summary>
internal static class OutputStamp
{
    /// <summary>A notice in the place of something that isn't shown, or public facts about a survey.</summary>
    public const string Notice = "notice";

    /// <summary>A number, a text or a data frame that a cell computed: of what was released, which the judge of its code sees to.</summary>
    public const string Computed = "computed";

    /// <summary>Released numbers, and those that others have published.</summary>
    /// <param name="id">The name of the table or figure.</param>
    /// <param name="ledger">The releases on the ledger that it shows numbers of, as <c>id@digest</c>, parted by spaces; or empty.</param>
    public static string Release(string id, string ledger = "") => ledger.Length > 0 ? $"release {id}: {ledger}" : $"release {id}";
}

/// <summary>Makes the formatters of what shows itself (<see cref="Displayable"/>); found and called by .NET Interactive by convention.</summary>
internal sealed class DisplayFormatterSource
{
    /// <summary>One formatter for HTML and one for plain text.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The convention calls it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new DisplayFormatter("text/html", shown => shown.ToHtml()),
        new DisplayFormatter("text/plain", shown => shown.ToString()),
    ];

    /// <summary>A formatter by convention: a media type and a method that writes the object in it.</summary>
    internal sealed class DisplayFormatter(string mimeType, Func<Displayable, string> render)
    {
        /// <summary>The media type it writes.</summary>
        public string MimeType { get; } = mimeType;

        /// <summary>Writes <paramref name="instance"/>; false when it is nothing this formatter knows.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not Displayable shown)
            {
                return false;
            }

            writer.Write(render(shown));
            return true;
        }
    }
}

/// <summary>
/// Names the class that makes a type's formatters. .NET Interactive looks for an attribute of exactly this name on a
/// type or its base types, whatever assembly it comes from.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class with the method <c>CreateTypeFormatters</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The media types to prefer, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
