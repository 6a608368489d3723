namespace Barometer.Analysis.Loading;

/// <summary>What a data frame holds for a categorical variable.</summary>
public enum DataFrameContent
{
    /// <summary>The labels a reader sees.</summary>
    Labels = 0,

    /// <summary>The codes of the codebook, as in the file.</summary>
    Codes,
}
