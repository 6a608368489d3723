namespace Barometer.Analysis.Loading.Importing;

/// <summary>
/// The answers to a question of which several could be chosen, from one column that holds them all, several that hold one each, or a column an item that is filled when it
/// was chosen. What was chosen is yes, the rest no; where nothing was chosen, nothing is known of any.
/// </summary>
internal sealed class ChosenAnswers
{
    private readonly IReadOnlyList<int> _columns;
    private readonly Dictionary<DeliveredValue, string[]> _codes;
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private long _row = -1;

    /// <summary>Prepares the reading.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="codes">For each value of a cell the items and reasons it names.</param>
    public ChosenAnswers(IReadOnlyList<int> columns, Dictionary<DeliveredValue, string[]> codes) => (_columns, _codes) = (columns, codes);

    /// <summary>The battery as a question of one answer: its items are the categories.</summary>
    /// <param name="battery">Its name.</param>
    /// <param name="items">Its items.</param>
    /// <param name="title">Its title.</param>
    public static Variable Question(string battery, IReadOnlyList<Variable> items, LocalizedText title) => new()
    {
        Name = battery,
        Kind = VariableKind.Categorical,
        Label = title,
        Categories = [.. items.Select(item => new Category(item.Name, item.Label))],
        MissingCodes = items[0].MissingCodes,
    };

    /// <summary>The parts of a cell that holds several answers: cut where one of the usual separators stands, but not within an answer that holds it itself.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isAnswer">Whether a text is one of the answers.</param>
    public static IReadOnlyList<string> Parts(string cell, Predicate<string> isAnswer)
    {
        var separator = "\n;|,/".FirstOrDefault(one => cell.Contains(one, StringComparison.Ordinal));
        if (separator == default || isAnswer(cell))
        {
            return [cell.Trim()];
        }

        var pieces = cell.Split(separator);
        var parts = new List<string>();
        for (var from = 0; from < pieces.Length;)
        {
            var count = pieces.Length - from;
            while (count > 1 && !isAnswer(string.Join(separator, pieces, from, count)))
            {
                count--;
            }

            parts.Add(string.Join(separator, pieces, from, count).Trim());
            from += count;
        }

        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary>What an item has in this row: yes, no, a reason, or nothing.</summary>
    /// <param name="item">The item's name.</param>
    /// <param name="reasons">The codes that stand for a reason and not for an item.</param>
    /// <param name="rows">The rows.</param>
    public string Field(string item, IReadOnlySet<string> reasons, DeliveredRows rows)
    {
        if (rows.Count != _row)
        {
            _row = rows.Count;
            _chosen.Clear();
            foreach (var column in _columns)
            {
                if (_codes.TryGetValue(rows[column], out var codes))
                {
                    _chosen.UnionWith(codes);
                }
            }
        }

        return _chosen.Contains(item) ? "yes" : _chosen.FirstOrDefault(reasons.Contains) ?? (_chosen.Count > 0 ? "no" : "");
    }
}
