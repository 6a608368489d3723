namespace DisclosureControl;

/// <summary>
/// Tables, rules or relations that can't be worked with. The message says what is wrong and where in the names and codes of
/// the tables, and never holds the value of a cell.
/// </summary>
[SafeMessage]
public sealed class DisclosureException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="what">What is wrong, in one short sentence.</param>
    /// <param name="where">The table, cell or relation; null when all are concerned.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="got">The kind of what was there, never a value.</param>
    /// <param name="hint">What to do about it.</param>
    public DisclosureException(string what, string? where = null, string? expected = null, string? got = null, string? hint = null)
        : base(Describe(what, where, expected, got, hint)) => (What, Where, Expected, Got, Hint) = (what, where, expected, got, hint);

    /// <summary>What is wrong, in one short sentence.</summary>
    public string What { get; }

    /// <summary>The table, cell or relation; null when all are concerned.</summary>
    public string? Where { get; }

    /// <summary>What would have been right, or null.</summary>
    public string? Expected { get; }

    /// <summary>The kind of what was there, or null.</summary>
    public string? Got { get; }

    /// <summary>What to do about it, or null.</summary>
    public string? Hint { get; }

    private static string Describe(string what, string? where, string? expected, string? got, string? hint)
    {
        (string Name, string? Text)[] parts = [("expected", expected), ("got", got), ("hint", hint)];
        return string.Join("; ", parts.Where(part => part.Text is not null).Select(part => $"{part.Name}: {part.Text}").Prepend(where is null ? what : $"{what} ({where})"));
    }
}

/// <summary>Marks an exception whose messages never hold data, so that a program which keeps messages may keep these. It is found by its name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SafeMessageAttribute : Attribute;
