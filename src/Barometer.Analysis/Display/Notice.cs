using System.Net;

namespace Barometer.Analysis.Display;

/// <summary>The framed sentence shown in place of something that may not be shown.</summary>
internal static class Notice
{
    /// <summary>The red banner over what isn't released.</summary>
    public const string Warning =
        "<div role=\"alert\" style=\"background:#a3136c;color:#fff;font-weight:bold;padding:.6em 1em;max-width:46em\">" + Exploration.Warning + "</div>";

    /// <summary>The notice as HTML: a title in bold and an explanation under it.</summary>
    public static string Html(string title, string explanation) =>
        "<div role=\"note\" style=\"border-left:4px solid #274247;background:#f4f6f6;color:#1b1b1b;padding:.6em 1em;max-width:46em\">"
        + $"<strong>{WebUtility.HtmlEncode(title)}</strong><br>{WebUtility.HtmlEncode(explanation)}</div>";
}
