using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>Names and digests of released tables: what tells whether a table is the one that was released.</summary>
public static class TableDigest
{
    private const int Length = 16;

    /// <summary>What an estimate is about: the outcome, then the groups.</summary>
    public static string About(LabelledOutcome outcome, IEnumerable<LabelledGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return string.Join(", ", groups.Select(group => $"{group.Variable}={group.Code}").Prepend(outcome.Code is { } code ? $"{outcome.Variable}={code}" : outcome.Variable));
    }

    /// <summary>What a table is about: the measure, whom it is of, and by which rules its variables were derived.</summary>
    public static string About(TableHeading table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return string.Join("; ", table.Rules.Select(rule => rule.Formula).Prepend($"{table.Measure.ToString().ToLowerInvariant()} of {table.Universe.Nb}"));
    }

    /// <summary>The digest of everything a released table shows: 16 hexadecimal digits.</summary>
    /// <param name="released">The table.</param>
    public static string Of(Released<ReleasedTable> released)
    {
        ArgumentNullException.ThrowIfNull(released);
        var text = new StringBuilder(About(released.Content)).Append('\n').Append(released.Content.Weighting.Nb).Append('\n');
        foreach (var estimate in released.Content.Estimates)
        {
            string[] fields =
            [
                About(estimate.Outcome, estimate.Groups), estimate.Status.ToString(), Write(estimate.Value), Write(estimate.Interval?.Lower), Write(estimate.Interval?.Upper),
                Write(estimate.Respondents), Write(estimate.Base),
            ];
            text.AppendJoin('|', fields).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    private static string Write(double? number) => number is { } known && double.IsFinite(known) ? known.ToString("0.########", CultureInfo.InvariantCulture) : "";
}
