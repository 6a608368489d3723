namespace Barometer.Evidence.Published;

/// <summary>Where a figure was read.</summary>
/// <param name="Title">The publication, with its publisher and date where they are known.</param>
/// <param name="Address">The page's address.</param>
public sealed record PublishedSource(string Title, Uri Address);
