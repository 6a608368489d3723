namespace Barometer.Evidence.Figures;

/// <summary>The order that suits a table's rows.</summary>
internal static class EstimateOrder
{
    /// <summary>By value for a battery of questions; groups and the answers to one question have an order of their own.</summary>
    public static BarOrder Suited(ReleasedTable table) =>
        table.By.Count == 0 && table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Count() > 1 ? BarOrder.Value : BarOrder.Codebook;
}
