namespace Barometer.Evidence;

/// <summary>
/// Real answers are used where cells are judged before they run and what is stored of them is judged too (<c>barometer run</c>,
/// <c>reproduce</c>, our kernel), or by somebody who explores; not in another notebook engine or a program.
/// </summary>
internal static class RealAnswers
{
    /// <summary>Refuses a data folder with real answers where nobody judges what is done with them.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">It has some.</exception>
    public static void HoldBack(string data)
    {
        if (WorkbenchSetting.Current is null && !JudgedCells.Are && !Exploration.IsOn && SurveyCatalog.List(data).Any(id => SurveyFolder.HasReal(data, id)))
        {
            throw new BarometerException(new Problem(
                "Real answers are here, and nothing judges what is done with them",
                $"{DataFolder.Name}/{SurveyFolder.RestrictedFolder}",
                Expected: "«barometer run», «barometer reproduce» or the kernel of «barometer kernel install»",
                Got: "another notebook engine or a program",
                Hint: $"to explore in it, with access to the answers, set {Exploration.EnvironmentVariable}=1 before it starts, and store nothing"));
        }
    }
}
