namespace Barometer.Analysis.Loading;

/// <summary>How a variable's values are stored.</summary>
public enum VariableKind
{
    /// <summary>An identifier: text that is never analysed.</summary>
    Identifier,

    /// <summary>A category code.</summary>
    Categorical,

    /// <summary>A number.</summary>
    Numeric,
}
