namespace Barometer.Cli.Checking;

/// <summary>A notebook that breaks a rule.</summary>
/// <param name="Notebook">The notebook's path in the repository.</param>
/// <param name="Cell">The cell's id, or null when it concerns the whole notebook.</param>
/// <param name="Fault">What is wrong and what would be right.</param>
internal sealed record RuleFault(string Notebook, string? Cell, string Fault)
{
    public override string ToString() => Cell is null ? $"{Notebook}: {Fault}" : $"{Notebook}, cell {Cell}: {Fault}";
}
