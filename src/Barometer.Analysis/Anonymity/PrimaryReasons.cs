namespace Barometer.Analysis.Anonymity;

/// <summary>Why a cell may not be seen for its own sake.</summary>
[Flags]
internal enum PrimaryReasons
{
    /// <summary>It breaks no rule.</summary>
    None = 0,

    /// <summary>Too few respondents.</summary>
    FewRespondents = 1,

    /// <summary>Too few organisations.</summary>
    FewOrganisations = 2,

    /// <summary>One organisation makes up too much of it.</summary>
    Dominance = 4,

    /// <summary>All of a group, or all but a few, gave the same answer.</summary>
    GroupDisclosure = 8,

    /// <summary>The base is too small for a percentage or a mean.</summary>
    SmallBase = 16,

    /// <summary>A weighted share whose rounded value pins down the count of a stratum that may not be told.</summary>
    ToldByWeights = 32,
}
