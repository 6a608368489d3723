namespace Barometer.Evidence.Drafts.Facts;

/// <summary>Whose number a fact is, and of which level.</summary>
internal enum Sector
{
    /// <summary>Not said, or of all levels.</summary>
    Any,

    /// <summary>The state.</summary>
    State,

    /// <summary>Municipalities and counties.</summary>
    Local,
}

/// <summary>A number that a draft can be held against: released by the notebooks, or published by others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">What it is of.</param>
internal sealed record Fact(string Id, Topic Topic)
{
    /// <summary>The number, a share 0–1; null when it may not be shown, or where a statement has only limits.</summary>
    public decimal? Value { get; init; }

    /// <summary>The least that it can be, given how it was rounded.</summary>
    public decimal Least { get; init; }

    /// <summary>The most that it can be, given how it was rounded; itself left out unless it is a share of one.</summary>
    public decimal Most { get; init; }

    /// <summary>The decimals that are known of it: of per cents, for a share.</summary>
    public int Decimals { get; init; }

    /// <summary>The confidence limits; null where none are known.</summary>
    public (decimal Lower, decimal Upper)? Interval { get; init; }

    /// <summary>The number of answers.</summary>
    public decimal? Answers { get; init; }

    /// <summary>Its measure: <c>share</c>, <c>count</c>, <c>balance</c>, <c>difference</c>, <c>rank</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>The group; empty for everybody.</summary>
    public IReadOnlyList<(string Variable, string Code)> Groups { get; init; } = [];

    /// <summary>The country, as ISO 3166-1 alpha-2 or a word for several.</summary>
    public string Country { get; init; } = "NO";

    /// <summary>The level of government.</summary>
    public Sector Sector { get; init; }

    /// <summary>What is counted.</summary>
    public UnitKind Counted { get; init; }

    /// <summary>The edition's year and those it speaks of; none where they aren't known.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Who is in its base: numbers of different bases are never compared.</summary>
    public required string Base { get; init; }

    /// <summary>Whether its base is only those who answered another question, such as those who innovate.</summary>
    public bool IsOfSome { get; init; }

    /// <summary>Whether it is made of synthetic answers.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Whether answers were weighted.</summary>
    public bool IsWeighted { get; init; } = true;

    /// <summary>Whether it was released and may not be shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The published figure; null for what the notebooks release.</summary>
    public PublishedFigure? Figure { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required LocalizedText Source { get; init; }

    /// <summary>The number as its source has it, with its interval.</summary>
    public required LocalizedText Told { get; init; }
}

/// <summary>What facts are of: a question and an answer, or a published indicator, with the words that name it.</summary>
/// <param name="Key">A key: variable and code, or a figure's id.</param>
internal sealed record Topic(string Key)
{
    /// <summary>The variable; empty for a published indicator.</summary>
    public string Variable { get; init; } = "";

    /// <summary>The answer's code; null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>What belongs together in a ranking: a battery's items with one answer, or a question's answers.</summary>
    public string Family { get; init; } = "";

    /// <summary>What is measured, alike in all surveys that measure it: a topic of the registry, or the key.</summary>
    public string Kin { get; init; } = "";

    /// <summary>The words that name it, in each language: those of the item and the answer.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlySet<string>> Names { get; init; }

    /// <summary>The parts of a name that joins several, «brukere eller innbyggere», in each language: one of them names it nearly as well. None where it joins none.</summary>
    public IReadOnlyDictionary<Language, IReadOnlyList<IReadOnlySet<string>>> Alternatives { get; init; } = new Dictionary<Language, IReadOnlyList<IReadOnlySet<string>>>();

    /// <summary>The words around it: the question, the battery, the title.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlySet<string>> Around { get; init; }

    /// <summary>Whether it is an answer that denies, such as «no» and «none»: what names it is denied then.</summary>
    public bool Denies { get; init; }

    /// <summary>Whether its opposite is whatever is left to the whole.</summary>
    public bool HasOpposite { get; init; }

    /// <summary>Whether it is how many innovate, the words for which stand in every question.</summary>
    public bool IsActivity { get; init; }

    /// <summary>It in words.</summary>
    public required LocalizedText Words { get; init; }
}
