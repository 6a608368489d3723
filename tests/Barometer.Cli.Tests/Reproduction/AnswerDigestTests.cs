using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>A digest of answers, in an output, lets anybody test a guess at all of them.</summary>
public class AnswerDigestTests(ReproducedClone reproduced)
{
    private const int Shown = 8;

    [Fact]
    public void Outputs_AllTextsAndParts_HoldNoDigestOfAnswers() => Assert.Empty(Faults(reproduced.Clone));

    [Theory]
    [InlineData("artifacts/tables/sample-share.md")]
    [InlineData("artifacts/evidence/evidence.docx")]
    [InlineData("notebooks/01-first.ipynb")]
    public void Outputs_OneWithADigest_IsFound(string path)
    {
        using var clone = reproduced.Clone.Copy();
        File.AppendAllText(clone[path], $"sha256:{Digests(clone)[0].ToUpperInvariant()}");

        Assert.Equal(path, Path.GetRelativePath(clone.Root, Assert.Single(Faults(clone))).Replace('\\', '/'));
    }

    private static IEnumerable<string> Faults(Clone clone)
    {
        var digests = Digests(clone);
        return new[] { "artifacts", "notebooks", "data/releases" }
            .SelectMany(folder => Directory.EnumerateFiles(clone[folder], "*", SearchOption.AllDirectories))
            .Where(path => Texts(path).Any(text => digests.Exists(digest => text.Contains(digest, StringComparison.OrdinalIgnoreCase))));
    }

    // Of the answers, of each of their columns, of answers with frame and codebook: the start of each, as a table would show it.
    private static List<string> Digests(Clone clone)
    {
        var digests = new List<string>();
        foreach (var survey in new[] { "operational-2018", "strategic-2018" })
        {
            byte[] answers = File.ReadAllBytes(clone[$"data/synthetic/{survey}/responses.csv"]), frame = File.ReadAllBytes(clone[$"data/synthetic/{survey}/frame.csv"]);
            var rows = Encoding.UTF8.GetString(answers).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
            var columns = rows[0].Select((_, column) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Skip(1).Select(row => row[column]))));
            byte[][] contents = [answers, [.. answers, .. frame], [.. answers, .. frame, .. File.ReadAllBytes(clone[$"data/codebook/{survey}.json"])], .. columns];
            digests.AddRange(contents.SelectMany<byte[], byte[]>(content => [SHA256.HashData(content), SHA512.HashData(content)]).Select(digest => Convert.ToHexStringLower(digest)[..Shown]));
        }

        return [.. digests.Distinct()];
    }

    private static IEnumerable<string> Texts(string path)
    {
        var bytes = File.ReadAllBytes(path);
        yield return Encoding.Latin1.GetString(bytes);
        if (path.EndsWith(".docx", StringComparison.Ordinal) || path.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var part = new StreamReader(entry.Open());
                yield return part.ReadToEnd();
            }
        }
    }
}
