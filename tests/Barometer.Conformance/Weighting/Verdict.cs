namespace Barometer.Conformance.Weighting;

/// <summary>How a case came out.</summary>
internal enum Verdict
{
    /// <summary>All numbers agree.</summary>
    Ok,

    /// <summary>A number differs, or there are numbers where a refusal was expected.</summary>
    Differs,

    /// <summary>The library refused.</summary>
    Refuses,

    /// <summary>The library has no such thing.</summary>
    NotSupported,
}
