namespace Barometer.Analysis.Loading;

/// <summary>Who is asked a question: those for whom <see cref="Variable"/> has one of <see cref="Codes"/>.</summary>
/// <param name="Variable">The variable that decides.</param>
/// <param name="Codes">The codes that lead to the question.</param>
/// <param name="Universe">Whom that is, in words, for example «arbeidsplasser som har innført en innovasjon».</param>
public sealed record Routing(string Variable, IReadOnlyList<string> Codes, LocalizedText Universe);
