namespace Barometer.Evidence.Text;

/// <summary>Response rates: their base is not answers but those who were invited, and that is what n says of them.</summary>
internal static class ResponseRate
{
    private const string Answered = "answered";

    public static readonly LocalizedText BaseNote = new("n: antall inviterte.", "n: number of invited.");

    public static readonly LocalizedText Invited = new("Inviterte (n)", "Invited (n)");

    /// <summary>Whether the table holds the rates of <see cref="ResponseTables.ResponseRates"/>.</summary>
    public static bool Is(ReleasedTable table) =>
        table.Measure == Measure.Share && table.Estimates.All(estimate => estimate.Outcome is { Variable: Answered, Code: null });
}
