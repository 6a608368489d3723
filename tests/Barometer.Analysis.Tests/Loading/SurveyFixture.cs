using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Analysis.Tests.Loading;

/// <summary>A copy of the operational survey's synthetic files in a folder of its own, to be broken.</summary>
internal sealed partial class SurveyFixture : IDisposable
{
    /// <summary>A text that no file holds: what must never show in a message.</summary>
    public const string Secret = "hemmelig7731";

    private const string Survey = "operational-2018";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("barometer");

    public SurveyFixture()
    {
        Directory.CreateDirectory(Path.Combine(DataRoot, "codebook"));
        Directory.CreateDirectory(SyntheticFolder);
        File.Copy(Path.Combine(Committed, "codebook", Survey + ".json"), CodebookPath);
        foreach (var file in new[] { "responses.csv", "frame.csv" })
        {
            File.Copy(Path.Combine(Committed, "synthetic", Survey, file), Path.Combine(SyntheticFolder, file));
        }
    }

    /// <summary>The repository's own data folder.</summary>
    public static string Committed { get; } = DataFolder.Find(AppContext.BaseDirectory);

    public string DataRoot => Path.Combine(_root.FullName, "data");

    public string SyntheticFolder => Path.Combine(DataRoot, "synthetic", Survey);

    public string RestrictedFolder => Path.Combine(DataRoot, "restricted", Survey);

    public string CodebookPath => Path.Combine(DataRoot, "codebook", Survey + ".json");

    public string PathOf(string file) => Path.Combine(SyntheticFolder, file);

    /// <summary>The lines of a file; index 0 is the header.</summary>
    public List<string> Lines(string file) => [.. File.ReadAllText(PathOf(file)).TrimEnd('\n').Split('\n')];

    public void Write(string file, IEnumerable<string> lines) =>
        File.WriteAllText(PathOf(file), string.Join('\n', lines) + "\n", new UTF8Encoding(false));

    /// <summary>Puts a text into one field; the line is numbered from 1 as in an editor.</summary>
    public void Set(string file, int line, string column, string text)
    {
        var lines = Lines(file);
        var fields = lines[line - 1].Split(',');
        fields[Array.IndexOf(lines[0].Split(','), column)] = text;
        lines[line - 1] = string.Join(',', fields);
        Write(file, lines);
    }

    public string Get(string file, int line, string column)
    {
        var lines = Lines(file);
        return lines[line - 1].Split(',')[Array.IndexOf(lines[0].Split(','), column)];
    }

    /// <summary>The first line (from 1) of a file whose column holds the text.</summary>
    public int LineWhere(string file, string column, string text)
    {
        var lines = Lines(file);
        var index = Array.IndexOf(lines[0].Split(','), column);
        return lines.FindIndex(1, line => line.Split(',')[index] == text) + 1;
    }

    public Survey Read() => SurveyReader.Read(DataRoot, Survey);

    /// <summary>Reads and gives the problems, having made sure that no message tells a unit or the secret.</summary>
    public IReadOnlyList<Problem> ReadProblems()
    {
        var error = Assert.Throws<BarometerException>(() => { Read(); });
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch(UnitId(), error.Message);
        return error.Problems;
    }

    /// <summary>Reads and gives the one problem there is.</summary>
    public Problem ReadProblem() => Assert.Single(ReadProblems());

    public void Dispose() => _root.Delete(recursive: true);

    [GeneratedRegex(@"\b[WV]\d{3,4}\b")]
    private static partial Regex UnitId();
}
