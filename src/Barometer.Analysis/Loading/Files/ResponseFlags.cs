namespace Barometer.Analysis.Loading.Files;

/// <summary>What the frame says of the response process; null where it says nothing that can be read.</summary>
internal sealed class ResponseFlags(TableFile frame)
{
    private readonly ColumnParser? _invited = frame.Find("invited");
    private readonly ColumnParser? _answered = frame.Find("answered");

    public bool? Invited(int row) => IsYes(_invited, row);

    public bool? Answered(int row) => IsYes(_answered, row);

    private static bool? IsYes(ColumnParser? column, int row) =>
        column is not null && column.States[row] is >= 0 and var state ? column.Variable.Categories[state].Code == "yes" : null;
}
