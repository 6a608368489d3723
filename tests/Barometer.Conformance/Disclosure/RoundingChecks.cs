namespace Barometer.Conformance.Disclosure;

/// <summary>The checks of a case of small count rounding: its properties, and its loss beside the reference's.</summary>
internal sealed class RoundingChecks(string folder, Report report)
{
    private readonly string _name = Path.GetFileName(folder);

    /// <summary>Rounds the tables of the case it refers to, and checks the result.</summary>
    public void Run()
    {
        var json = CaseFile.Json(Path.Combine(folder, "case.json"));
        var source = Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(json.GetProperty("inner").GetString()!)!));
        if (!File.Exists(Path.Combine(source, "matrix.csv")))
        {
            report.Check(_name, "tables", false, "the tables it refers to are not there");
            return;
        }

        var of = new MatrixCase(source);
        var reference = CaseFile.Json(Path.Combine(folder, "expected.json")).GetProperty("reference");
        var roundingBase = reference.GetProperty("base").GetInt32();
        var rounded = SmallCountRounding.Round(of.Tables, roundingBase).ToArray();
        var cells = of.Tables.Cells.Select(cell => (Before: cell.Value(of.Values), After: cell.Value(rounded))).ToList();
        var small = cells.Count(cell => cell.After > 0 && cell.After < roundingBase);
        var touched = Enumerable.Range(0, rounded.Length).Count(i => of.Values[i] >= roundingBase && rounded[i] != of.Values[i]);
        var most = cells.Max(cell => Math.Abs(cell.After - cell.Before));
        var mean = cells.Average(cell => Math.Abs(cell.After - cell.Before));
        report.Check(_name, "no small cell", small == 0, $"{cells.Count(cell => cell.Before > 0 && cell.Before < roundingBase)} before, {small} after");
        report.Check(_name, "large inner cells unchanged", touched == 0, $"{touched} changed");
        report.Check(_name, "same result again", rounded.SequenceEqual(SmallCountRounding.Round(of.Tables, roundingBase)));
        var raised = SmallCountRounding.Round(of.Tables, roundingBase, [.. rounded.Select((_, inner) => inner % 2 == 1)]).ToArray();
        report.Check(_name, "no small cell when it is said which are raised", !of.Tables.Cells.Any(cell => cell.Value(raised) is > 0 and var value && value < roundingBase),
            FormattableString.Invariant($"mean difference {of.Tables.Cells.Average(cell => Math.Abs(cell.Value(raised) - cell.Value(of.Values))):0.000}"));
        report.Note(_name, "differences", FormattableString.Invariant(
            $"largest {most} (reference {reference.GetProperty("maxAbsDiff")}), mean {mean:0.000} (reference {reference.GetProperty("meanAbsDiff")})"));
    }
}
