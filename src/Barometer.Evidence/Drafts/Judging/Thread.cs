namespace Barometer.Evidence.Drafts.Judging;

/// <summary>What the text before a sentence has been about: headings, the year, the country, and the topic of the last claim.</summary>
internal sealed record Thread
{
    /// <summary>The words of the headings above.</summary>
    public IReadOnlySet<string> Headings { get; init; } = new HashSet<string>();

    /// <summary>The words of the sentence before, in its paragraph.</summary>
    public IReadOnlySet<string> Before { get; init; } = new HashSet<string>();

    /// <summary>The years that were named last.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>The country that was named last.</summary>
    public string? Country { get; init; }

    /// <summary>The level that was named last.</summary>
    public Sector Sector { get; init; }

    /// <summary>What was counted last.</summary>
    public UnitKind Counted { get; init; }

    /// <summary>The two numbers that were compared last in the paragraph; null where none were.</summary>
    public Pair? Pair { get; init; }

    /// <summary>The topic of the last claim in the paragraph; null where there is none.</summary>
    public Topic? Topic { get; init; }
}
