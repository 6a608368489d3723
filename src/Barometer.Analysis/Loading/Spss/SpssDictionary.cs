namespace Barometer.Analysis.Loading.Spss;

/// <summary>What an SPSS file says of itself beside its variables.</summary>
internal sealed record SpssDictionary
{
    /// <summary>The variables in the file's order.</summary>
    public required IReadOnlyList<SpssColumn> Columns { get; init; }

    /// <summary>The file's label, or null.</summary>
    public string? FileLabel { get; init; }

    /// <summary>The name of the variable that weights the rows, or null.</summary>
    public string? Weight { get; init; }

    /// <summary>The lines of its documents, without trailing blanks.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>What somebody noted of the file.</summary>
    public IReadOnlyList<SpssAttribute> Attributes { get; init; } = [];

    /// <summary>The sets of multiple answers.</summary>
    public IReadOnlyList<MultipleResponseSet> MultipleResponseSets { get; init; } = [];
}
