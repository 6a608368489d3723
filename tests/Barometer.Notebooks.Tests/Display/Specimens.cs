using System.Diagnostics.CodeAnalysis;

namespace Barometer.Notebooks.Tests.Display;

/// <summary>Objects that render themselves in each of the ways there are, and objects that don't.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "The conventions call instance methods.")]
internal static class Specimens
{
    internal sealed record Row(string Svar);

    internal sealed record HtmlRecord(string Svar)
    {
        public string ToHtml() => "<b>shown</b>";
    }

    internal sealed class Talkative
    {
        public override string ToString() => "hemmelig";
    }

    internal sealed class OwnCollection : List<string>
    {
        public OwnCollection() => Add("hemmelig");
    }

    internal sealed class Figure
    {
        public IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() =>
        [
            new Dictionary<string, string> { ["text/plain"] = "a figure", ["image/png"] = "iVBORw0KGgo=" },
            new Dictionary<string, string> { ["application/vnd.test+json"] = "{}" },
        ];

        public string ToHtml() => "not used";
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/plain", "text/html"])]
    internal class SourcedBase;

    internal sealed class Sourced : SourcedBase;

    [TypeFormatterSource(typeof(DecliningSource))]
    internal sealed class Declining
    {
        public string ToHtml() => "<b>html</b>";

        public override string ToString() => "own text";
    }

    internal sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new Formatter("text/html", "<i>7</i>"), new Formatter("text/plain", "seven"), new Formatter("application/json", "7")];
    }

    internal sealed class DecliningSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", null)];
    }

    internal sealed class Formatter(string mimeType, string? text)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(text);
            return text is not null;
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }
}
