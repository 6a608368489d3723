namespace Barometer.Evidence.Figures;

/// <summary>The order of the bars; «Alle» stays last, and what may not be shown stands after what may.</summary>
public enum BarOrder
{
    /// <summary>By value for a battery of questions; by codebook for groups and for the answers to one question.</summary>
    Suited,

    /// <summary>As the codebook has them: for groups with an order of their own, such as sizes.</summary>
    Codebook,

    /// <summary>The largest first.</summary>
    Value,
}
