namespace SurveyStatistics.Tests.Golden;

/// <summary>The relative tolerances that R's own results support; see README.md.</summary>
internal static class Tolerances
{
    public const double ClosedForm = 1e-10;

    public const double Model = 1e-8;

    // Designs with iterated weights, and those whose variance R's rake() projects by iteration.
    private static readonly string[] Iterated = ["E", "E2", "G", "H", "SR", "JE", "RBE"];
    private static readonly string[] Raked = ["E", "H", "SR"];

    public static double Estimate(string? design) => Iterated.Contains(design) ? 1e-8 : ClosedForm;

    public static double StandardError(string? design) => Raked.Contains(design) ? 1e-5 : Estimate(design);
}
