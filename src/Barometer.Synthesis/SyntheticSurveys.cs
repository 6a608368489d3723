using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>
/// The synthetic stand-in for the answers of both surveys, made from a fixed seed with whole numbers only: byte for byte
/// the same on every run and machine. The model is described in docs/synthetic-data.md. No real agency, workplace or
/// answer is behind it.
/// </summary>
internal static class SyntheticSurveys
{
    private const ulong Seed = 20181121;

    /// <summary>What outputs name as the origin of the answers. A change of the model or the seed is another version.</summary>
    public static Delivery Delivery { get; } = new(new LocalizedText("Svar laget av modellen", "Answers made by the model"), "1", new DateOnly(2026, 11, 29));

    private const string Operational = "operational-2018";
    private const string Strategic = "strategic-2018";

    /// <summary>Makes the files in memory.</summary>
    /// <param name="dataRoot">The data folder; its codebooks decide the columns and the routing.</param>
    /// <param name="seed">Another seed than the stand-in's gives other answers by the same model.</param>
    /// <exception cref="Barometer.Analysis.BarometerException">A codebook can't be read.</exception>
    public static IReadOnlyList<SyntheticFile> Create(string dataRoot, ulong seed = Seed)
    {
        var agencies = AgencyRegister.Create(seed);
        var workplaces = Frames.Workplaces(agencies, seed);
        var heads = Frames.Agencies(agencies, workplaces, seed);
        return
        [
            .. Survey(dataRoot, Operational, workplaces, OperationalQuestions.All, seed),
            .. Survey(dataRoot, Strategic, heads, StrategicQuestions.All, unchecked(seed + 2)),
        ];
    }

    /// <summary>Makes the files and writes them into <c>synthetic/</c> of the data folder.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="seed">Another seed than the stand-in's.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="Barometer.Analysis.BarometerException">A codebook can't be read; nothing is written then.</exception>
    public static IReadOnlyList<SyntheticFile> Write(string dataRoot, ulong seed = Seed)
    {
        var files = Create(dataRoot, seed);
        foreach (var file in files)
        {
            var path = Path.Combine(dataRoot, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = path + ".new";
            File.WriteAllBytes(beside, file.Content.Span);
            File.Move(beside, path, overwrite: true);
        }

        return files;
    }

    private static IEnumerable<SyntheticFile> Survey(
        string dataRoot, string survey, IReadOnlyList<Unit> frame, IReadOnlyList<Question> questions, ulong seed)
    {
        var name = $"{SurveyFolder.CodebookFolder}/{survey}.json";
        var codebook = CodebookReader.Read(Path.Combine(dataRoot, name), $"{DataFolder.Name}/{name}");
        return SurveyFiles.Create(codebook, frame, new AnswerModel(codebook, questions, seed).Draw(frame));
    }
}

/// <summary>One file of the synthetic stand-in.</summary>
/// <param name="Path">Its path in the data folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SyntheticFile(string Path, ReadOnlyMemory<byte> Content);
