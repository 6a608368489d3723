namespace Barometer.Evidence.Published;

/// <summary>Published figures to show together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Items">The figures, in the order to show them in; at least one.</param>
public sealed record PublishedSelection(LocalizedText Title, IReadOnlyList<PublishedItem> Items)
{
    /// <summary>The sources behind the items, each once, in the order of the items.</summary>
    public IReadOnlyList<PublishedSource> Sources => [.. Items.Select(item => item.Source).Distinct()];
}
