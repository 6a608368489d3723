namespace SurveyStatistics.Estimation;

/// <summary>The influence of a row on a mean or total: (value − centre) × scale.</summary>
/// <param name="Centre">The mean itself for a mean, 0 for a total.</param>
/// <param name="Scale">One over the weighted base for a mean, 1 for a total.</param>
internal readonly record struct Linearisation(double Centre, double Scale);
