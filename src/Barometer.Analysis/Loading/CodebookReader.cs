using System.Text.Json;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Reads a codebook: a Data Package with one resource for the responses and one for the frame. The properties that go
/// beyond the standard are described in data/README.md.
/// </summary>
public static class CodebookReader
{
    /// <summary>Reads and checks the codebook at <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name messages use for it; by default the file's own name.</param>
    /// <exception cref="BarometerException">The file is missing, is no JSON, or contradicts itself; all problems together.</exception>
    public static Codebook Read(string path, string? name = null)
    {
        name ??= Path.GetFileName(path);
        var document = Parse(path, name);
        var problems = new ProblemLog(name);
        var codebook = new CodebookBuilder(document, problems).Build();
        if (problems.Any)
        {
            throw new BarometerException(problems.ToList());
        }

        CodebookRules.Check(codebook, problems);
        return problems.Any ? throw new BarometerException(problems.ToList()) : codebook;
    }

    private static CodebookDocument Parse(string path, string name)
    {
        try
        {
            return CodebookDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException error)
        {
            throw new BarometerException(new Problem(
                "The codebook cannot be read",
                name,
                Row: error.LineNumber is long line ? (int)line + 1 : null,
                Column: error.Path,
                Expected: "JSON as a Data Package",
                Got: "text that does not fit at that place"));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BarometerException(new Problem("There is no codebook", name, Expected: "a Data Package in JSON"));
        }
    }
}
