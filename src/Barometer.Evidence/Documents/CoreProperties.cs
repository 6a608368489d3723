using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Barometer.Evidence.Documents;

/// <summary>Writes what an Office file says about itself: title, language and maker, and no time.</summary>
internal static class CoreProperties
{
    /// <summary>Fills the part.</summary>
    public static void Write(CoreFilePropertiesPart part, string title, Language language)
    {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{Markup.Encode(title)}</dc:title><dc:creator>Barometer.Analysis</dc:creator><dc:language>{(language == Language.En ? "en-GB" : "nb-NO")}</dc:language>"
            + "</cp:coreProperties>";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
