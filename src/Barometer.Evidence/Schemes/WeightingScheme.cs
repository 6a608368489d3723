namespace Barometer.Evidence.Schemes;

/// <summary>One way to weight a survey, with a name a reader understands.</summary>
/// <param name="Id">Its name in release ids: lower-case words joined by hyphens.</param>
/// <param name="Nb">Its name in Norwegian.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Design">The survey weighted in this way.</param>
public sealed record WeightingScheme(string Id, string Nb, string En, BarometerDesign Design)
{
    /// <summary>Whether this is the scheme in use, which tables and figures point out.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Its name in both languages.</summary>
    public LocalizedText Name => new(Nb, En);
}
