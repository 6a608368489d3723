namespace Barometer.Analysis.Loading;

/// <summary>Who is asked a question: those for whom <see cref="Routing.Variable"/> has one of <see cref="Routing.Codes"/>.</summary>
/// <param name="Variable">The variable that decides.</param>
/// <param name="Codes">The codes that lead to the question.</param>
/// <param name="Universe">Whom that is, in words, for example «arbeidsplasser som har innført en innovasjon».</param>
public sealed record QuestionRouting(string Variable, IReadOnlyList<string> Codes, LocalizedText Universe) : Routing(Variable, Codes);
