namespace Barometer.Analysis.Loading.Spss;

/// <summary>A variable of an SPSS file, with what only SPSS knows of it.</summary>
internal sealed record SpssColumn : DeliveredColumn
{
    /// <summary>The name of at most eight bytes, by which older records of the file name it.</summary>
    public required string ShortName { get; init; }

    /// <summary>How it is shown.</summary>
    public required SpssFormat Print { get; init; }

    /// <summary>How it is written; mostly as it is shown.</summary>
    public required SpssFormat Write { get; init; }

    /// <summary>A text's width in bytes; 0 for numbers.</summary>
    public int Width { get; init; }

    /// <summary>How many letters wide its column is shown, or null.</summary>
    public int? DisplayWidth { get; init; }

    /// <summary>How its values stand in the column; null when the file doesn't say.</summary>
    public SpssAlignment? Alignment { get; init; }

    /// <summary>What it is for; null when the file doesn't say.</summary>
    public SpssRole? Role { get; init; }

    /// <summary>What somebody noted of it, by name; without the role.</summary>
    public IReadOnlyList<SpssAttribute> Attributes { get; init; } = [];
}

/// <summary>Where values stand in a column.</summary>
internal enum SpssAlignment
{
    /// <summary>At the left.</summary>
    Left = 0,

    /// <summary>At the right.</summary>
    Right = 1,

    /// <summary>In the middle.</summary>
    Centre = 2,
}

/// <summary>What a variable is for, as SPSS's dialogues use it.</summary>
internal enum SpssRole
{
    /// <summary>An input of an analysis.</summary>
    Input = 0,

    /// <summary>Its outcome.</summary>
    Target = 1,

    /// <summary>Either.</summary>
    Both = 2,

    /// <summary>Neither.</summary>
    None = 3,

    /// <summary>It parts the file into samples.</summary>
    Partition = 4,

    /// <summary>It splits the file.</summary>
    Split = 5,
}

/// <summary>An attribute: something noted of a file or variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values: one, or several of an array.</param>
internal sealed record SpssAttribute(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The attribute as the file writes it: <c>name('value'\n)</c>.</summary>
    public override string ToString() => $"{Name}({string.Concat(Values.Select(value => $"'{value}'\n"))})";
}

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
