namespace Barometer.Analysis.Loading;

/// <summary>One typed, immutable column of a data set. Shown in a notebook it gives its name only.</summary>
public abstract class Column : Displayable
{
    private protected Column(string name, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Count = count;
    }

    /// <summary>The column's name, as in the file and the codebook.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether readers know who has which category: a group of the frame, by the codebook. The categories of any other
    /// variable aren't named in messages, because together with an organisation they tell an answer.
    /// </summary>
    internal bool IsGroup { get; init; }

    /// <summary>Why row <paramref name="row"/> has no value; <see cref="MissingReason.None"/> when it has one.</summary>
    public abstract MissingReason MissingAt(int row);

    /// <inheritdoc/>
    public sealed override string ToHtml() => Notice.Html(ToString(), "Enkeltsvar vises aldri. / Single answers are never shown.");

    /// <inheritdoc/>
    public sealed override string ToString() => $"Variable {Name}";
}
