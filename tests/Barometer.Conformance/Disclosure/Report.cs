namespace Barometer.Conformance.Disclosure;

/// <summary>The lines of a run: one a case and check.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>The number of checks that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>The number of checks made.</summary>
    public int Checks { get; private set; }

    /// <summary>Writes the outcome of a check.</summary>
    public void Check(string name, string check, bool passed, string detail = "")
    {
        Checks++;
        Failures += passed ? 0 : 1;
        Line(passed ? "pass" : "FAIL", name, check, detail);
    }

    /// <summary>Writes something that is no check.</summary>
    public void Note(string name, string check, string detail) => Line("note", name, check, detail);

    private void Line(string outcome, string name, string check, string detail) =>
        output.WriteLine($"{outcome}  {name}  {check}{(detail.Length > 0 ? ": " + detail : "")}");
}
