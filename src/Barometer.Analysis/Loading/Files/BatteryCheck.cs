namespace Barometer.Analysis.Loading.Files;

/// <summary>Checks what the form demands of a battery: not more than so many chosen, and «none» chosen alone.</summary>
internal static class BatteryCheck
{
    /// <summary>Notes how many respondents' answers break a limit.</summary>
    public static void Apply(TableFile responses, Codebook codebook, ProblemLog problems)
    {
        foreach (var limit in codebook.BatteryLimits)
        {
            var items = codebook.Items(limit.Battery).Select(item => responses.Find(item.Name)).OfType<ColumnParser>().ToArray();
            var yes = Array.ConvertAll(items, item => item.Variable.Categories.Select(c => c.Code).ToList().IndexOf("yes"));
            var alone = Array.FindIndex(items, item => item.Variable.Name == limit.Exclusive);
            var tooMany = new BrokenRule(
                "More answers were chosen than the form allows",
                limit.Battery,
                FormattableString.Invariant($"at most {limit.Maximum} of the battery’s items"));
            var together = new BrokenRule(
                "An answer that stands alone was chosen with others", limit.Exclusive, $"no other item of the battery {limit.Battery} beside it");
            for (var row = 0; row < responses.RowCount; row++)
            {
                var chosen = Chosen(items, yes, row);
                if (chosen > limit.Maximum)
                {
                    tooMany.Add(responses.Lines[row]);
                }

                if (chosen > 1 && alone >= 0 && items[alone].States[row] == yes[alone])
                {
                    together.Add(responses.Lines[row]);
                }
            }

            tooMany.Report(problems);
            together.Report(problems);
        }
    }

    private static int Chosen(ColumnParser[] items, int[] yes, int row)
    {
        var chosen = 0;
        for (var i = 0; i < items.Length; i++)
        {
            chosen += items[i].States[row] == yes[i] ? 1 : 0;
        }

        return chosen;
    }
}
