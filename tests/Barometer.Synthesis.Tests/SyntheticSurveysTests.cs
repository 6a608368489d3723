using System.Globalization;

namespace Barometer.Synthesis.Tests;

public class SyntheticSurveysTests
{
    [Fact]
    public void Create_CommittedCodebooks_GivesTheCommittedBytes() => AssertCommitted(SyntheticSurveys.Create(Surveys.Data));

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Create_AnyCulture_GivesTheCommittedBytes(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            AssertCommitted(SyntheticSurveys.Create(Surveys.Data));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_FolderWithOldFiles_ReplacesThemAndLeavesNothingBeside()
    {
        var root = Directory.CreateTempSubdirectory("barometer");
        try
        {
            foreach (var folder in new[] { "codebook", "synthesis" })
            {
                Directory.CreateDirectory(Path.Combine(root.FullName, folder));
                foreach (var file in Directory.GetFiles(Path.Combine(Surveys.Data, folder)))
                {
                    File.Copy(file, Path.Combine(root.FullName, folder, Path.GetFileName(file)));
                }
            }

            SyntheticSurveys.Write(root.FullName);
            var first = Path.Combine(root.FullName, "synthetic", "operational-2018", "frame.csv");
            File.WriteAllText(first, "old");

            var written = SyntheticSurveys.Write(root.FullName);

            var found = Directory.GetFiles(Path.Combine(root.FullName, "synthetic"), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root.FullName, path).Replace('\\', '/'));
            Assert.Equal(written.Select(file => file.Path).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            Assert.Equal(File.ReadAllBytes(Path.Combine(Surveys.Data, "synthetic", "operational-2018", "frame.csv")), File.ReadAllBytes(first));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Create_Files_SayThatTheyAreSyntheticAndBeginWithTheHeader()
    {
        var files = SyntheticSurveys.Create(Surveys.Data);

        Assert.Equal(12, files.Count);
        Assert.All(files.Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal)), f => Assert.StartsWith("unit_id,", Text(f), StringComparison.Ordinal));
        Assert.All(files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)), f => Assert.Contains("SYNTHETIC DATA", Text(f), StringComparison.Ordinal));
        Assert.All(files, f => Assert.DoesNotContain('\r', Text(f)));
    }

    private static string Text(SyntheticFile file) => System.Text.Encoding.UTF8.GetString(file.Content.Span);

    private static void AssertCommitted(IReadOnlyList<SyntheticFile> files)
    {
        foreach (var file in files)
        {
            var committed = File.ReadAllBytes(Path.Combine(Surveys.Data, file.Path));
            Assert.True(file.Content.Span.SequenceEqual(committed), $"{file.Path} differs: run «barometer synthesize».");
        }
    }
}
