using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>Names and digests of released tables: what tells whether a table is the one that was released.</summary>
public static class TableDigest
{
    private const int Length = 16;

    /// <summary>What an estimate is about: the outcome, then the groups.</summary>
    public static string About(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var outcome = estimate.Outcome.Code is { } code ? $"{estimate.Outcome.Variable}={code}" : estimate.Outcome.Variable;
        return string.Join(", ", estimate.Groups.Select(group => $"{group.Variable}={group.Code}").Prepend(outcome));
    }

    /// <summary>What a table is about: the measure, and whom it is of.</summary>
    public static string About(EstimateTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"{table.Measure.ToString().ToLowerInvariant()} of {table.Universe.Nb}";
    }

    /// <summary>The digest of everything a released table shows: 16 hexadecimal digits.</summary>
    /// <param name="released">The table.</param>
    public static string Of(Released<EstimateTable> released)
    {
        ArgumentNullException.ThrowIfNull(released);
        var text = new StringBuilder(About(released.Content)).Append('\n').Append(released.Content.Weighting.Nb).Append('\n');
        foreach (var estimate in released.Content.Estimates)
        {
            string[] fields =
            [
                About(estimate), estimate.Status.ToString(), Write(estimate.Value), Write(estimate.Interval?.Lower), Write(estimate.Interval?.Upper),
                Write(estimate.Respondents), Write(estimate.Base),
            ];
            text.AppendJoin('|', fields).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    private static string Write(double? number) => number is { } known && double.IsFinite(known) ? known.ToString("0.########", CultureInfo.InvariantCulture) : "";
}
