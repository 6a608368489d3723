namespace Barometer.Analysis;

/// <summary>The two languages every label exists in. Norwegian bokmål is the default.</summary>
public enum Language
{
    /// <summary>Norwegian bokmål.</summary>
    Nb,

    /// <summary>English.</summary>
    En,
}
