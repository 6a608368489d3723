using System.Collections.Immutable;

namespace Barometer.Notebooks.Display;

/// <summary>
/// One output of a cell: the same thing in one or more forms, by media type. Text forms are text, <c>image/png</c> and
/// other binary forms are base64, JSON forms are JSON text.
/// </summary>
internal sealed record MimeBundle
{
    /// <summary>The media type of plain text.</summary>
    public const string PlainText = "text/plain";

    /// <summary>The media type of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Makes a bundle of <paramref name="forms"/>; of several of one media type the last counts.</summary>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> forms) =>
        Forms = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).SetItems(forms);

    /// <summary>The forms by media type, in the order of their names: the order in which Jupyter stores them.</summary>
    public ImmutableSortedDictionary<string, string> Forms { get; private init; }

    /// <summary>The object that is shown so: what whoever runs a notebook may ask for more. Null when it was none.</summary>
    public object? Source { get; internal init; }

    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle OfText(string text) => new([KeyValuePair.Create(PlainText, text)]);

    /// <summary>The form of that media type, or null.</summary>
    public string? this[string mediaType] => Forms.GetValueOrDefault(mediaType);

    /// <summary>The bundle with that form, in place of the one it may have had.</summary>
    public MimeBundle With(string mediaType, string content) => this with { Forms = Forms.SetItem(mediaType, content) };

    /// <summary>The bundle with each form's content changed, given its media type and the content.</summary>
    internal MimeBundle Select(Func<string, string, string> content) =>
        this with { Forms = Forms.SetItems(Forms.Select(form => KeyValuePair.Create(form.Key, content(form.Key, form.Value)))) };

    /// <summary>Whether the media type's content is JSON: <c>application/json</c> and every <c>…+json</c>.</summary>
    public static bool IsJson(string mediaType) => mediaType is "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether the media type's content is text that a person may read, and that nbformat stores as lines.</summary>
    public static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType is "image/svg+xml" or "application/javascript";
}
