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
    /// The outputs a notebook stores for the object, each a set of forms of the same thing by media type, with a stamp when
    /// it may be stored.
    /// </summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() =>
        Stored is { } stamp ? Bundles().Select(forms => OutputStamp.On(forms, stamp)) : Bundles();

    /// <summary>What its outputs are stored as (<see cref="OutputStamp"/>); null when a notebook may not store them.</summary>
    internal virtual string? Stored => null;

    /// <summary>
    /// The outputs without their stamp. The default is one output with HTML and plain text; a figure gives its picture, its
    /// text and its interactive chart apart.
    /// </summary>
    internal virtual IEnumerable<IReadOnlyDictionary<string, string>> Bundles() =>
    [
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text/html"] = ToHtml(),
            ["text/plain"] = ToString(),
        },
    ];
}
