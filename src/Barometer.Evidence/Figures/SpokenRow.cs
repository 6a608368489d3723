namespace Barometer.Evidence.Figures;

/// <summary>One row of a chart in words, for those who don't see it.</summary>
/// <param name="Told">The row's label, number, interval and answers.</param>
/// <param name="Value">What rows are compared by; null when the row shows nothing.</param>
/// <param name="IsTotal">Whether it is about everybody.</param>
/// <param name="IsWithheld">Whether its number may not be published.</param>
internal sealed record SpokenRow(string Told, double? Value, bool IsTotal, bool IsWithheld)
{
    /// <summary>A bar in words, under its section's heading.</summary>
    public static SpokenRow Of(BarRow row) => new(Under(row.Section, row.Spoken), row.Value, row.IsTotal, row.Form == BarForm.Suppressed);

    /// <summary>The row under its section's heading.</summary>
    public static string Under(string? section, string spoken) => section is null ? spoken : $"{section}, {spoken}";
}
