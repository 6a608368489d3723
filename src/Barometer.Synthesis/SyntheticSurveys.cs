using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>
/// The synthetic stand-in for the answers of all surveys that have a model in <c>data/synthesis/</c>, made from fixed seeds with whole numbers only: byte for byte
/// the same on every run and machine. The model is described in docs/synthetic-data.md. No real agency, workplace or
/// answer is behind it.
/// </summary>
internal static class SyntheticSurveys
{
    /// <summary>What outputs name as the origin of the answers. A change of the model or the seed is another version.</summary>
    public static Delivery Delivery { get; } = new(new LocalizedText("Svar laget av modellen", "Answers made by the model"), "2", new DateOnly(2026, 11, 30));

    /// <summary>Makes the files in memory.</summary>
    /// <param name="dataRoot">The data folder; its codebooks decide the columns and the routing.</param>
    /// <param name="seed">Another seed than the stand-in's gives other answers by the same model.</param>
    /// <exception cref="Barometer.Analysis.BarometerException">A codebook can't be read.</exception>
    public static IReadOnlyList<SyntheticFile> Create(string dataRoot, ulong? seed = null)
    {
        var models = SyntheticModel.List(dataRoot).Select(survey => Codebook(dataRoot, survey))
            .ToDictionary(codebook => codebook.Id, codebook => (Codebook: codebook, Model: ModelReader.Read(dataRoot, codebook).From(seed)), StringComparer.Ordinal);
        return [.. models.Values.SelectMany(one =>
        {
            var frame = Frame(one.Model, []);
            return SurveyFiles.Create(one.Codebook, one.Model.Population, frame, new AnswerModel(one.Codebook, one.Model.Questions, one.Model.AnswerSeed).Draw(frame));
        })];

        // A panel's earlier waves are made first; none comes twice.
        IReadOnlyList<Unit> Frame(SyntheticModel model, IReadOnlyList<string> above)
        {
            var agencies = AgencyRegister.Create(model.Population);
            var workplaces = Frames.Workplaces(model.Population, agencies);
            IReadOnlyList<Unit> earlier = model.Sample.Panel is not { } panel ? []
                : !models.TryGetValue(panel.Of, out var wave) || above.Contains(panel.Of) || panel.Of == model.Survey
                ? throw new BarometerException(new Problem(
                    "The panel of the model is of no earlier survey", ModelDocument.Name(model.Survey), Column: "sample.panel.of", Expected: NearNames.Expected(models.Keys.Where(id => id != model.Survey), panel.Of), Got: panel.Of))
                : Frame(wave.Model, [.. above, model.Survey]);
            return Frames.Respond(
                model, model.Sample.OfOrganisations ? Frames.Agencies(model, agencies, workplaces) : workplaces,
                earlier.Where(unit => unit.Answered).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Makes the files and writes them into <c>synthetic/</c> of the data folder.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="seed">Another seed than the stand-in's.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="Barometer.Analysis.BarometerException">A codebook can't be read; nothing is written then.</exception>
    public static IReadOnlyList<SyntheticFile> Write(string dataRoot, ulong? seed = null)
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

    private static Codebook Codebook(string dataRoot, string survey)
    {
        var name = $"{SurveyFolder.CodebookFolder}/{survey}.json";
        return CodebookReader.Read(Path.Combine(dataRoot, name), $"{DataFolder.Name}/{name}");
    }
}

/// <summary>One file of the synthetic stand-in.</summary>
/// <param name="Path">Its path in the data folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SyntheticFile(string Path, ReadOnlyMemory<byte> Content);
