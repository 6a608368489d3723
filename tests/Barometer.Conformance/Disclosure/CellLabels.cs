namespace Barometer.Conformance.Disclosure;

/// <summary>Finds the keys of a group and of an answer by the labels they have in a table.</summary>
internal sealed class CellLabels(MatrixCase of)
{
    private const string Total = "Total";
    private static readonly string[] Fixed = ["table", "cell", "key", "label", "freq", "value", "holdings", "max_holding_rows"];

    /// <summary>The keys as <c>group/answer</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="group">The group's categories, joined by a bar.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="size">The number of respondents in the group.</param>
    public string GroupAndAnswer(string table, string group, string answer, int size)
    {
        foreach (var variable in of.Rule.AnswerVariables)
        {
            var rows = of.Cells.Where(row => row["table"] == table).ToList();
            var whole = rows.Find(row => row[variable] == Total && Label(row, variable) == group && CaseFile.Whole(row["freq"]) == size);
            var part = rows.Find(row => row[variable] == answer && Label(row, variable) == group);
            if (whole is not null && part is not null)
            {
                return $"{whole["key"]}/{part["key"]}";
            }
        }

        return $"{table}/{group}/{answer}";
    }

    private static string Label(Dictionary<string, string> row, string without) =>
        string.Join('|', row.Where(field => !Fixed.Contains(field.Key) && field.Key != without && field.Value != Total).Select(field => field.Value));
}
