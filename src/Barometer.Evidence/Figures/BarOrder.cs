namespace Barometer.Evidence.Figures;

/// <summary>The order of the bars; «Alle» stays last, and what may not be shown stands after what may.</summary>
public enum BarOrder
{
    /// <summary>By value for a list of answers, by codebook for groups.</summary>
    Suited,

    /// <summary>As the codebook has them: for groups with an order of their own, such as sizes.</summary>
    Codebook,

    /// <summary>The largest first.</summary>
    Value,
}
