namespace Barometer.Cli.Reproduction;

/// <summary>
/// Keeps the register of what the notebooks and the documentation may show: a run writes it from the library's own
/// stamps, after the gate has let everything through.
/// </summary>
internal sealed class ShownRegister(Repository repository)
{
    private string Documents => repository.Tell(repository.DocumentFigures);

    /// <summary>What a run would store that the library didn't stamp; nothing is written then.</summary>
    public IReadOnlyList<RuleFault> FindUnreleased(IReadOnlyList<NotebookOutcome> outcomes)
    {
        var gate = new NotebookGate(new StampRegister(outcomes.SelectMany(outcome => outcome.Collected.Stamped)));
        return [.. outcomes.SelectMany(outcome => gate.Check(outcome.Result.Document.ToJson(), repository.Tell(outcome.Result.Path)))];
    }

    /// <summary>Takes notebooks off the register: they show nothing any more.</summary>
    /// <param name="notebooks">Their paths.</param>
    public void Forget(IEnumerable<string> notebooks) =>
        File.WriteAllText(repository.Shown, StampRegister.Read(repository.Shown).With([.. notebooks.Select(path => Path.GetFileNameWithoutExtension(path))], []).Write());

    /// <summary>Writes the register; what other notebooks show stays on it.</summary>
    public void Store(IReadOnlyList<NotebookOutcome> outcomes) =>
        File.WriteAllText(repository.Shown, Renewed(outcomes).Write());

    /// <summary>
    /// The register, when a fresh run would write another. Processors differ in the last shade of a picture, and drafts are
    /// no part of it.
    /// </summary>
    public IEnumerable<string> FindStale(IReadOnlyList<NotebookOutcome> outcomes)
    {
        string[] places = [.. outcomes.Select(outcome => outcome.Name), Documents];
        return Comparable(StampRegister.Read(repository.Shown), places).SequenceEqual(Comparable(Renewed(outcomes), places))
            ? []
            : [$"{repository.Tell(repository.Shown)} differs from the register of a fresh run"];
    }

    private StampRegister Renewed(IReadOnlyList<NotebookOutcome> outcomes)
    {
        var exist = repository.FindAllNotebooks().Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);
        var before = StampRegister.Read(repository.Shown);
        string[] renewed = [.. outcomes.Select(outcome => outcome.Name), .. before.Forms.Select(form => form.Place).Where(place => place != Documents && !exist.Contains(place))];
        var register = before.With(renewed, outcomes.SelectMany(outcome => outcome.Collected.Stamped));
        return outcomes.SelectMany(outcome => outcome.Collected.Exhibits).Any() ? register.With([Documents], Figures(outcomes, before)) : register;
    }

    // The copies in the documentation's folder of figures that were made, or that an earlier run made.
    private IEnumerable<StampedForm> Figures(IReadOnlyList<NotebookOutcome> outcomes, StampRegister before)
    {
        var made = outcomes.SelectMany(outcome => outcome.Collected.Exhibits)
            .SelectMany(exhibit => exhibit.Files().Select(file => (file.Name, Stamp: exhibit.Stamp.Output)))
            .DistinctBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, file => file.Stamp, StringComparer.Ordinal);
        IEnumerable<string> copies = Directory.Exists(repository.DocumentFigures) ? Directory.EnumerateFiles(repository.DocumentFigures) : [];
        return
        [
            .. from path in copies.Order(StringComparer.Ordinal)
               let name = Path.GetFileName(path)
               let stamp = made.GetValueOrDefault("figures/" + name)
               let old = before.Forms.FirstOrDefault(form => form.Place == Documents && form.Part == name)
               where stamp is not null || old is not null
               select stamp is null ? old : new StampedForm(Documents, name, StampedForm.File, stamp, FormDigest.Of(File.ReadAllBytes(path))),
        ];
    }

    private static IEnumerable<StampedForm> Comparable(StampRegister register, string[] places) =>
        register.Forms.Where(form => places.Contains(form.Place)).Select(form => form.Form is "image/png" or StampedForm.File ? form with { Digest = "" } : form);
}
