namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>What a reader sees when all notebooks have run on some answers.</summary>
/// <param name="Outputs">Everything that is shown, in its order.</param>
/// <param name="Released">What was released, in its order.</param>
internal sealed record Recomputed(IReadOnlyList<ShownOutput> Outputs, IReadOnlyList<JournalEntry> Released)
{
    /// <summary>The questions that a reader sees other numbers of than in another run; null when not even the same things are shown.</summary>
    /// <returns>The questions; none when all is the same.</returns>
    public IReadOnlySet<SeenQuestion>? Differences(Recomputed other)
    {
        if (!Outputs.Select(output => output.Place).SequenceEqual(other.Outputs.Select(output => output.Place))
            || !Released.Select(one => one.Entry.Id).SequenceEqual(other.Released.Select(one => one.Entry.Id)))
        {
            return null;
        }

        var found = Released.Zip(other.Released).SelectMany(pair => Differing(pair.First, pair.Second)).ToHashSet();
        var changed = Released.Zip(other.Released).Where(pair => pair.First.Entry.Digest != pair.Second.Entry.Digest).Select(pair => pair.First.Entry.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var output in Outputs.Zip(other.Outputs).Where(pair => pair.First.Digest != pair.Second.Digest).Select(pair => pair.First).Where(output => !output.Releases.Any(changed.Contains)))
        {
            // A p-value or a rank is in no table: it is of what is released under its name.
            var behind = Released.Where(one => output.Releases.Contains(one.Entry.Id))
                .SelectMany(one => one.Table!.Estimates.SelectMany(estimate => Questions(one, estimate).Select(seen => seen with { Answer = estimate.Outcome.Code }))).ToList();
            if (behind.Count == 0)
            {
                return null;
            }

            found.UnionWith(behind);
        }

        return found;
    }

    /// <summary>The questions that some releases are about, by survey.</summary>
    public IReadOnlySet<SeenQuestion> QuestionsOf(IEnumerable<string> releases)
    {
        var ids = releases.ToHashSet(StringComparer.Ordinal);
        return Released.Where(one => ids.Contains(one.Entry.Id)).SelectMany(one => one.Table!.Estimates.SelectMany(estimate => Questions(one, estimate))).ToHashSet();
    }

    private static IEnumerable<SeenQuestion> Differing(JournalEntry one, JournalEntry other)
    {
        if (one.Entry.Digest == other.Entry.Digest)
        {
            return [];
        }

        var (mine, theirs) = (one.Released!.Content.Estimates, other.Released!.Content.Estimates);
        return mine.Index()
            .Where(cell => mine.Count != theirs.Count || !IsSame(cell.Item, theirs[cell.Index]))
            .SelectMany(cell => Questions(one, one.Table!.Estimates[cell.Index]));
    }

    private static bool IsSame(ReleasedEstimate one, ReleasedEstimate other) =>
        one.Status == other.Status && one.Value.Equals(other.Value) && one.Respondents == other.Respondents && one.Base.Equals(other.Base)
        && one.Interval?.Lower == other.Interval?.Lower && one.Interval?.Upper == other.Interval?.Upper && one.Reliability == other.Reliability;

    // A derived variable is about the questions that it is made of; what is released of waves put together is of the answers of each.
    private static IEnumerable<SeenQuestion> Questions(JournalEntry one, UnreleasedEstimate estimate) =>
        from name in (estimate.Members?.Parts ?? []).Select(part => part.Outcome?.Variable).OfType<string>().Append(estimate.Outcome.Variable).SelectMany(name => name.Split('/'))
            .SelectMany(name => one.Table!.Design?.Codebook.LeavesOf(name) ?? [name]).Distinct()
        from survey in one.Entry.Survey.Split(StackedWaves.Joint)
        select new SeenQuestion(survey, name);
}

/// <summary>A question of which other numbers are seen.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Question">The question.</param>
internal sealed record SeenQuestion(string Survey, string Question)
{
    /// <summary>The answer, where what differs is a rank or a test that was made of the numbers of one; else null.</summary>
    public string? Answer { get; init; }
}

/// <summary>Something that is shown: where, and a digest of what.</summary>
/// <param name="Notebook">The notebook, or what else makes it.</param>
/// <param name="Part">The cell, or the file.</param>
/// <param name="Digest">The digest.</param>
internal sealed record ShownOutput(string Notebook, string Part, string Digest)
{
    /// <summary>The releases that it shows numbers of, by their ids.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>Where it is shown.</summary>
    public (string, string) Place => (Notebook, Part);
}
