namespace Barometer.Analysis.Anonymity;

/// <summary>
/// Content that disclosure control has made safe to publish. Tables, figures and exports take nothing else, and only a
/// release can make one: publishing something unsafe does not compile.
/// </summary>
/// <typeparam name="T">What was released.</typeparam>
public sealed class Released<T>
    where T : class
{
    internal Released(T content, ReleaseStamp stamp)
    {
        Content = content;
        Stamp = stamp;
    }

    /// <summary>The content, with everything that may not be seen taken out of it.</summary>
    public T Content { get; }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>The release's id and survey.</summary>
    public override string ToString() => $"{Stamp.Id} ({Stamp.Survey})";
}
