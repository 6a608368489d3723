using Barometer.Analysis.Loading;

namespace Barometer.Synthesis;

/// <summary>What the form itself demands of the batteries: «none» stands alone, and at most three may be chosen.</summary>
internal static class BatteryRules
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Answers «none» yes where no other item of the battery was chosen, and no elsewhere.</summary>
    public static void FillNone(AnswerSheet sheet, Codebook codebook, string battery, string none)
    {
        var others = codebook.Items(battery).Where(item => item.Name != none).Select(item => sheet[item.Name]).ToArray();
        var answers = sheet[none];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = others[0][i].Length == 0 ? "" : others.Any(item => item[i] == Yes) ? No : Yes;
        }
    }

    /// <summary>
    /// Keeps at most <paramref name="most"/> of what was chosen, by lot, and chooses <paramref name="other"/> where nothing was.
    /// </summary>
    public static void KeepAtMost(AnswerSheet sheet, Codebook codebook, string battery, int most, string other, ulong seed)
    {
        var items = codebook.Items(battery).Select(item => sheet[item.Name]).ToArray();
        var lot = new RandomStream(seed, "at most " + battery);
        for (var i = 0; i < sheet.Respondents.Count; i++)
        {
            var chosen = items.Where(item => item[i] == Yes).ToArray();
            lot.Shuffle<string[]>(chosen);
            foreach (var item in chosen.Skip(most))
            {
                item[i] = No;
            }

            if (chosen.Length == 0 && sheet[other][i] == No)
            {
                sheet[other][i] = Yes;
            }
        }
    }
}
