namespace Barometer.Analysis.Loading.Spss;

/// <summary>What is wrong with an SPSS file, and at which byte.</summary>
internal static class SpssProblem
{
    private const string Again = "ask for the file again, or save it anew in SPSS";

    /// <summary>The file is damaged.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="offset">Where: the byte, from 0.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="got">What is there; never an answer.</param>
    public static BarometerException Damaged(string file, long offset, string what, string? expected = null, string? got = null) =>
        new(new Problem(FormattableString.Invariant($"{what} (byte {offset})"), file, Expected: expected, Got: got, Hint: Again));

    /// <summary>The file is another kind of file, or one that isn't read.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="got">What it is.</param>
    /// <param name="hint">What to do.</param>
    public static BarometerException NotRead(string file, string what, string got, string hint) =>
        new(new Problem(what, file, Expected: "an SPSS file (.sav or .zsav)", Got: got, Hint: hint));
}
