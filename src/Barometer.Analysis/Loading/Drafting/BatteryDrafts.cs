namespace Barometer.Analysis.Loading.Drafting;

/// <summary>Finds batteries of items: neighbours with the same answers whose names have the same stem, or whose questions do.</summary>
internal static class BatteryDrafts
{
    /// <summary>The variables with their batteries, and the batteries' names with their titles.</summary>
    /// <param name="variables">The variables of the answers, in the file's order.</param>
    public static (IReadOnlyList<DraftVariable> Variables, IReadOnlyList<(string Name, string Title)> Batteries) Find(IReadOnlyList<DraftVariable> variables)
    {
        var (found, batteries, names) = (variables.ToList(), new List<(string, string)>(), new CodebookNames());
        for (var from = 0; from < found.Count;)
        {
            var to = from + 1;
            while (to < found.Count && Belong(found[from], found[to]))
            {
                to++;
            }

            if (to - from > 1)
            {
                var stem = Stem(found[from].Name, found[from + 1].Name);
                var question = Asked(found[from]);
                var name = names.For(stem.Length > 0 ? stem : question ?? found[from].Name);
                batteries.Add((name, question ?? name));
                for (var i = from; i < to; i++)
                {
                    found[i] = found[i] with { Battery = name };
                }
            }

            from = to;
        }

        return (found, batteries);
    }

    private static bool Belong(DraftVariable one, DraftVariable other) => one.Like is null && other.Like is null && one.Categories is { } answers && other.Categories is { } others
        && answers.SequenceEqual(others) && (Stem(one.Name, other.Name).Length > 0 || (Asked(one) is { } asked && asked == Asked(other)));

    // «partner» of partner_state and partner_private, «q5» of q5_1 and q5b.
    private static string Stem(string one, string other)
    {
        var common = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var whole = one[..common].LastIndexOf('_');
        var stem = common < one.Length && common < other.Length && (IsTail(one[common..]) && IsTail(other[common..])) ? one[..common].TrimEnd('_') : whole > 0 ? one[..whole] : "";
        return stem.Length > 1 && stem.Any(char.IsAsciiLetter) ? stem : "";
    }

    // A number or a single letter.
    private static bool IsTail(string tail) => tail.Length == 1 || tail.All(char.IsAsciiDigit);

    private static string? Asked(DraftVariable variable) => variable.Question is { } question ? ColumnMatcher.Item(question)?.Stem : null;
}
