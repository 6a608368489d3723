namespace Barometer.Synthesis;

/// <summary>
/// How one question is answered. A respondent's score is <c>Capacity·θ + Openness·ω + 100·ε</c> in hundredths, and the
/// scores are cut so that the weighted shares of the answers are the wanted ones.
/// </summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Answers">The codes from the lowest score to the highest.</param>
/// <param name="PerMille">
/// The wanted share of each answer but the first, which takes the rest; in thousandths of the weighted base, «don't know»
/// and «not relevant» included.
/// </param>
/// <param name="Capacity">The loading on the capacity factor θ, in hundredths.</param>
/// <param name="Openness">The loading on the openness factor ω, in hundredths.</param>
internal sealed record Question(string Variable, string[] Answers, int[] PerMille, int Capacity, int Openness)
{
    /// <summary>How many in 1000 say they don't know.</summary>
    public int DontKnow { get; init; }

    /// <summary>Whether a respondent who doesn't know says so to the whole battery.</summary>
    public bool DontKnowTogether { get; init; }

    /// <summary>How many in 1000 find it not relevant.</summary>
    public int NotRelevant { get; init; }

    /// <summary>How many in 1000 leave it, and with it the battery it belongs to, unanswered.</summary>
    public int NoAnswer { get; init; }
}
