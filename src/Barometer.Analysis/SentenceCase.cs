namespace Barometer.Analysis;

/// <summary>How a label is written inside a sentence.</summary>
internal static class SentenceCase
{
    /// <summary>The label with a small first letter, unless it is an abbreviation.</summary>
    public static string Inside(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
