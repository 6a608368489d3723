using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>No survey is named in code: design, year, titles and the synthetic stand-in stand in data/, so that another survey needs no change here.</summary>
public partial class SurveysAreDataTests
{
    /// <summary>What isn't about our surveys: a seed, and the words of a note on a Danish figure.</summary>
    private static readonly string[] Others = ["src/DisclosureControl/SecondarySuppression.cs", "src/Barometer.Evidence/Tables/ConfidenceNotes.cs"];

    [Fact]
    public void Source_OutsideComments_NamesNoSurveyAndNoYearOfOne()
    {
        var root = Root();
        var files = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Lines: File.ReadLines(path)));

        var found = files.SelectMany(file => file.Lines.Select((line, index) => (file.Path, Line: index + 1, Code: Comment().Replace(line, ""))))
            .Where(line => Survey().IsMatch(line.Code) && !Others.Contains(line.Path)).Select(line => $"{line.Path}:{line.Line}").ToList();

        Assert.Empty(found);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Barometer.Analysis.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"(?<![:""])//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"20(?:18|21)(?!\d)|\b(?:operational|strategic)-")]
    private static partial Regex Survey();
}
