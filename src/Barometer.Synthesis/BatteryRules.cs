namespace Barometer.Synthesis;

/// <summary>What the form demands of its batteries, as the codebook has it: at most so many, and «none» alone.</summary>
internal static class BatteryRules
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Makes the answers keep every limit of the codebook.</summary>
    public static void Apply(AnswerSheet sheet, Codebook codebook, ulong seed)
    {
        foreach (var limit in codebook.BatteryLimits)
        {
            var items = codebook.Items(limit.Battery).Where(item => item.Name != limit.Exclusive).Select(item => sheet[item.Name]).ToArray();
            if (limit.Maximum is int most)
            {
                KeepAtMost(items, most, new RandomStream(seed, "at most " + limit.Battery));
            }

            if (limit.Exclusive is not null)
            {
                FillNone(items, sheet[limit.Exclusive]);
            }
        }
    }

    // Which of those chosen are kept is decided by lot. Where nothing was chosen the last item, «other», is.
    private static void KeepAtMost(string[][] items, int most, RandomStream lot)
    {
        for (var i = 0; i < items[0].Length; i++)
        {
            var chosen = items.Where(item => item[i] == Yes).ToArray();
            lot.Shuffle<string[]>(chosen);
            foreach (var item in chosen.Skip(most))
            {
                item[i] = No;
            }

            if (chosen.Length == 0 && items[^1][i] == No)
            {
                items[^1][i] = Yes;
            }
        }
    }

    private static void FillNone(string[][] items, string[] none)
    {
        for (var i = 0; i < none.Length; i++)
        {
            none[i] = items[0][i].Length == 0 ? "" : items.Any(item => item[i] == Yes) ? No : Yes;
        }
    }
}
