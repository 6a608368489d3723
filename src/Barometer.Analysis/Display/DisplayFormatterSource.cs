using System.Diagnostics.CodeAnalysis;

namespace Barometer.Analysis.Display;

/// <summary>Makes the formatters of what shows itself (<see cref="IShown"/>); found and called by .NET Interactive by convention.</summary>
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
    internal sealed class DisplayFormatter(string mimeType, Func<IShown, string> render)
    {
        /// <summary>The media type it writes.</summary>
        public string MimeType { get; } = mimeType;

        /// <summary>Writes <paramref name="instance"/>; false when it is nothing this formatter knows.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IShown shown)
            {
                return false;
            }

            writer.Write(render(shown));
            return true;
        }
    }
}
