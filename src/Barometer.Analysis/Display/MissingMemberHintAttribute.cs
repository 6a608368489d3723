namespace Barometer.Analysis.Display;

/// <summary>
/// What to do instead, for whoever asks the type for a member it doesn't have. The notebook host looks for an attribute of
/// exactly this name, whatever assembly it comes from, and adds the hint to the compiler's error.
/// </summary>
/// <param name="hint">A sentence without its full stop.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MissingMemberHintAttribute(string hint) : Attribute
{
    /// <summary>The hint of everything that has to be released before it can be shown.</summary>
    public const string Release = "release it first: barometer.Release(…, id: \"a-name\"), and show what that gives";

    /// <summary>A sentence without its full stop.</summary>
    public string Hint { get; } = hint;
}
