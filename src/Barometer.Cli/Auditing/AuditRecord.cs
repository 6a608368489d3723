using System.Text.Json;
using System.Text.Json.Serialization;
using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Cli.Auditing;

/// <summary>
/// What the last audit proved of each release, for whoever reviews one: how many facts and counts, no value and nobody who answered. It
/// lies among the real answers, because it tells of what is hidden.
/// </summary>
/// <param name="IsQuick">Whether estimates and released values only were recomputed.</param>
/// <param name="Worlds">How many sets of other answers showed the same.</param>
/// <param name="Releases">What is proven of each release.</param>
internal sealed record AuditRecord(bool IsQuick, int Worlds, IReadOnlyList<ReleaseProof> Releases)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The record of a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="released">What the notebooks released.</param>
    /// <param name="isQuick">Whether estimates and released values only were recomputed.</param>
    public static AuditRecord Of(ProofResult proof, IReadOnlyList<JournalEntry> released, bool isQuick) =>
        new(isQuick, proof.Worlds, [.. released.Select(one => Of(proof, one.Entry)).Where(one => one.Facts + one.Counts > 0)]);

    /// <summary>The record of the last audit; null when there is none that can be read.</summary>
    /// <param name="data">The data folder.</param>
    public static AuditRecord? Find(string data)
    {
        try
        {
            return File.Exists(PathIn(data)) ? JsonSerializer.Deserialize<AuditRecord>(File.ReadAllBytes(PathIn(data)), Form) : null;
        }
        catch (JsonException)
        {
            return null; // of another version: an audit writes it anew
        }
    }

    /// <summary>Stores it.</summary>
    /// <param name="data">The data folder.</param>
    public void Store(string data)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathIn(data))!);
        File.WriteAllText(PathIn(data), JsonSerializer.Serialize(this, Form) + "\n");
    }

    private static ReleaseProof Of(ProofResult proof, LedgerEntry entry)
    {
        var (facts, provenFacts, counts, provenCounts) = (0, 0, 0, 0);
        foreach (var part in proof.Parts.Where(part => part.Truth.Survey.Id == entry.Survey))
        {
            var questions = Enumerable.Range(0, part.Truth.Questions.Count).Where(question => part.ReleasesOf(question).Contains(entry.Id)).ToHashSet();
            var ours = Enumerable.Range(0, part.Facts.All.Count).Where(fact => part.Facts.Exists[fact] && questions.Contains(part.Facts.All[fact].Question)).ToList();
            var sums = Enumerable.Range(0, part.Counts.All.Count).Where(count => questions.Contains(part.Counts.All[count].Question)).ToList();
            (facts, provenFacts) = (facts + ours.Count, provenFacts + ours.Count(part.IsProven));
            (counts, provenCounts) = (counts + sums.Count, provenCounts + sums.Count(part.IsProvenCount));
        }

        return new ReleaseProof(entry.Id, entry.Digest, facts, provenFacts, counts, provenCounts);
    }

    private static string PathIn(string data) => Path.Combine(data, "restricted", "review", "audit.json");
}

/// <summary>What is proven of a release: of what other answers are possible, of which everything is shown alike.</summary>
/// <param name="Id">The release's id.</param>
/// <param name="Digest">The digest of what it shows: of another content nothing is proven.</param>
/// <param name="Facts">The answers of organisations to its questions.</param>
/// <param name="ProvenFacts">Those that a reader can't tell.</param>
/// <param name="Counts">The counts of its questions that break a rule.</param>
/// <param name="ProvenCounts">Those that stay open as far as they must.</param>
internal sealed record ReleaseProof(string Id, string Digest, int Facts, int ProvenFacts, int Counts, int ProvenCounts)
{
    /// <summary>Whether nothing is left unproven.</summary>
    [JsonIgnore]
    public bool IsComplete => ProvenFacts == Facts && ProvenCounts == Counts;
}
