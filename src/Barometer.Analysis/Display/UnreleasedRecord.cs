using System.Text;

namespace Barometer.Analysis.Display;

/// <summary>
/// The base of every record that holds an estimate, a count or a weight. Records list their members when they are printed,
/// and some hosts list the properties of whatever they are given: this shows a notice instead, unless exploring is on.
/// </summary>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract record UnreleasedRecord : IShown
{
    private protected UnreleasedRecord()
    {
    }

    /// <summary>What it is, without its numbers.</summary>
    protected virtual string Subject => $"{GetType().Name}, not released";

    /// <summary>A notice; while exploring, the members under the red banner.</summary>
    public string ToHtml() => Exploration.IsOn
        ? Notice.Warning + $"<pre>{System.Net.WebUtility.HtmlEncode(Members())}</pre>"
        : Notice.Html("Ikke frigitt / Not released", "Tallene vises i tabeller som er frigitt: barometer.Release(…). / Numbers show in released tables.");

    /// <summary>What it is, without its numbers; while exploring, with them.</summary>
    public sealed override string ToString() => Exploration.IsOn ? $"{Exploration.Warning}\n{Members()}" : Subject;

    private string Members()
    {
        var members = new StringBuilder(GetType().Name).Append(" { ");
        PrintMembers(members);
        return members.Append(" }").ToString();
    }
}
