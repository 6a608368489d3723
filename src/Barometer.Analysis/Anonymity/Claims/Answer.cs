namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>An answer, and who of a set of respondents gave it.</summary>
/// <param name="Key">The answer's name, the same in every table; see <see cref="KeyOf"/>.</param>
/// <param name="Givers">Those of the set who gave it.</param>
internal sealed record Answer(string Key, RowSet Givers)
{
    /// <summary>The name of an answer to a question.</summary>
    public static string KeyOf(string variable, string code) => $"{variable}={code}";
}
