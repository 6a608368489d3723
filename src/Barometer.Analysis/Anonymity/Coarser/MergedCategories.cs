namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>Categories of a grouping variable taken together.</summary>
internal static class MergedCategories
{
    private const int Named = 3;

    /// <summary>
    /// What to merge of what is hidden: categories that stand in an order only with their neighbours, others all together.
    /// </summary>
    /// <param name="column">The grouping.</param>
    /// <param name="hidden">The codes of the hidden categories.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Runs(CategoricalColumn column, IReadOnlySet<string> hidden)
    {
        var runs = new List<List<string>>();
        var open = false;
        foreach (var code in column.Categories.Select(category => category.Code))
        {
            var isHidden = hidden.Contains(code);
            if (isHidden && (open || (!column.Ordered && runs.Count > 0)))
            {
                runs[^1].Add(code);
            }
            else if (isHidden)
            {
                runs.Add([code]);
            }

            open = isHidden;
        }

        return runs.FindAll(run => run.Count > 1);
    }

    /// <summary>The data with the variable's categories merged; each new one stands where the first of its parts stood.</summary>
    /// <param name="data">The data.</param>
    /// <param name="column">The variable.</param>
    /// <param name="runs">The codes to merge, list by list.</param>
    public static DataSet Replace(DataSet data, CategoricalColumn column, IReadOnlyList<IReadOnlyList<string>> runs)
    {
        var parts = column.Categories.Select(category => runs.FirstOrDefault(run => run.Contains(category.Code)) ?? [category.Code]).ToList();
        var kept = parts.DistinctBy(run => run[0]).ToList();
        var place = parts.ConvertAll(run => kept.FindIndex(one => one[0] == run[0]));
        Category[] categories = [.. kept.Select(run => Together([.. run.Select(code => column.Categories[column.IndexOf(code)])], column.Ordered))];
        MissingReason[] missing = [.. Enumerable.Range(0, column.Count).Select(column.MissingAt)];
        var merged = new CategoricalColumn(
            column.Name, categories, Array.ConvertAll(column.CodeArray, code => code < 0 ? -1 : place[code]), missing, column.Ordered)
        { IsGroup = column.IsGroup };
        return new DataSet(data.Name, [.. data.Columns.Select(one => one.Name == column.Name ? merged : one)]);
    }

    private static Category Together(IReadOnlyList<Category> parts, bool ordered) => parts.Count == 1 ? parts[0] : new Category(
        string.Join('+', parts.Select(part => part.Code)),
        new LocalizedText(
            Together([.. parts.Select(part => part.Label.Nb)], ordered, "og", "andre"), Together([.. parts.Select(part => part.Label.En)], ordered, "and", "others")));

    private static string Together(string[] labels, bool ordered, string and, string others) =>
        ordered ? $"{labels[0]} – {labels[^1]}"
        : labels.Length <= Named ? string.Join(" + ", labels)
        : FormattableString.Invariant($"{labels[0]} {and} {labels.Length - 1} {others}");
}
