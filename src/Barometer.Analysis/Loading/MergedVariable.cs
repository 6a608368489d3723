namespace Barometer.Analysis.Loading;

/// <summary>
/// A coarser grouping of a frame variable: with few answers a fine grouping hides more than it tells. It is in no file; the
/// reader makes it.
/// </summary>
/// <param name="Variable">The grouping, with its own categories.</param>
/// <param name="Of">The frame variable whose categories it merges.</param>
/// <param name="CodeOf">For each code of that variable the code it becomes.</param>
public sealed record MergedVariable(Variable Variable, string Of, IReadOnlyDictionary<string, string> CodeOf)
{
    /// <summary>The column of the grouping, made of that of the frame variable.</summary>
    internal CategoricalColumn Column(CategoricalColumn source)
    {
        var codes = Variable.Categories.Select(category => category.Code).ToList();
        var map = source.Categories.Select(category => codes.IndexOf(CodeOf[category])).ToArray();
        int[] merged = [.. source.Codes.ToArray().Select(code => code < 0 ? -1 : map[code])];
        MissingReason[] missing = [.. Enumerable.Range(0, source.Count).Select(source.MissingAt)];
        return new CategoricalColumn(Variable.Name, codes, merged, missing, Variable.Ordered);
    }
}
