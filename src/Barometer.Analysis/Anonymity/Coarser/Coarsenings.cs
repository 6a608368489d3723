namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>
/// The coarser tables to think of, the nearest first: the suppressed categories of the grouping merged, a coarser grouping of the
/// codebook for one variable or for all that have one, one variable dropped, and a coarser grouping of the codebook by
/// something else, and no groups at all.
/// </summary>
/// <param name="table">The table that can't be shown as it is.</param>
/// <param name="design">The design behind it.</param>
/// <param name="codebook">The survey's codebook.</param>
internal sealed class Coarsenings(UnreleasedTable table, BarometerDesign design, Codebook codebook)
{
    /// <summary>The ways, each once.</summary>
    /// <param name="suppressed">The groups of which something is suppressed; null when nothing of the table can be shown.</param>
    public IEnumerable<Coarsening> Find(IReadOnlySet<string>? suppressed) =>
        SuppressedMerged(suppressed).Concat(ByCodebook()).Concat(Dropped()).Concat(Instead()).Append(Everybody()).DistinctBy(one => one.Before + string.Join('|', one.By));

    private IEnumerable<Coarsening> SuppressedMerged(IReadOnlySet<string>? suppressed)
    {
        if (suppressed is null || table.By.Count != 1 || !design.Engine.Data.TryGet(table.By[0], out var found) || found is not CategoricalColumn column)
        {
            yield break;
        }

        var runs = Runs(column, suppressed);
        if (runs.Count == 0 || runs.Sum(run => run.Count) >= column.Categories.Count)
        {
            yield break;
        }

        if (!IsOfTheFrame(column.Name))
        {
            if (!design.Engine.Data.TryGet(Merged(column.Name), out _))
            {
                yield return AnswersMerged(column.Name, runs);
            }
        }
        else
        {
            var label = Inside(Label(column.Name));
            yield return new Coarsening(table.By, design.Merging(column.Name, [.. runs.Select(run => run.ToArray())]), new LocalizedText(
                $"{label.Nb} med de skjulte gruppene slått sammen", $"{label.En} with the hidden groups merged"), Differences(label, "mellom dem", "between these"))
            {
                Before = $".Merging(\"{column.Name}\", {string.Join(", ", runs.Select(run => $"[{string.Join(", ", run.Select(code => $"\"{code}\""))}]"))})",
            };
        }
    }

    private static string Merged(string name) => $"{name}_merged";

    // Answers, and what was derived of them, are merged by a rule.
    private Coarsening AnswersMerged(string name, IReadOnlyList<IReadOnlyList<string>> runs)
    {
        var (label, merged) = (Inside(Label(name)), Merged(name));
        (string Code, string[] From, string Nb, string En)[] answers = [.. runs.Select(run =>
        {
            var labels = run.Select(code => design.Labels.Of(new GroupValue(name, code)).Label).ToList();
            return (string.Join('_', run), run.ToArray(), string.Join(" eller ", labels.Select(one => one.Nb)), string.Join(" or ", labels.Select(one => one.En)));
        })];
        var written = answers.Select(one => $"(\"{one.Code}\", [{string.Join(", ", one.From.Select(code => $"\"{code}\""))}], \"{one.Nb}\", \"{one.En}\")");
        return new Coarsening([merged], design.Trying(merged, Rule.Merge(name, answers)), new LocalizedText(
            $"{label.Nb} med de skjulte svarene slått sammen", $"{label.En} with the hidden answers merged"), Differences(label, "mellom dem", "between these"))
        {
            Before = $".Derive(\"{merged}\", Rule.Merge(\"{name}\", {string.Join(", ", written)}))",
        };
    }

    private IEnumerable<Coarsening> ByCodebook()
    {
        var coarser = table.By.Select(name => codebook.Merged.FirstOrDefault(merged => merged.Of == name)?.Variable.Name ?? name).ToList();
        for (var i = 0; i < coarser.Count; i++)
        {
            if (coarser[i] != table.By[i])
            {
                var by = table.By.ToList();
                by[i] = coarser[i];
                yield return Make(by, Finer([table.By[i]]));
            }
        }

        if (!coarser.SequenceEqual(table.By))
        {
            yield return Make(coarser, Finer([.. table.By.Except(coarser)]));
        }
    }

    private IEnumerable<Coarsening> Dropped() => table.By.Select(dropped =>
        Make([.. table.By.Where(name => name != dropped)], Differences(Inside(Label(dropped)), "etter {0}", "by {0}")));

    private IEnumerable<Coarsening> Instead() =>
        from name in table.By
        where codebook.Merged.All(merged => merged.Of != name && merged.Variable.Name != name)
        from merged in codebook.Merged
        where !table.By.Contains(merged.Of) && !table.By.Contains(merged.Variable.Name)
        select Make([.. table.By.Select(one => one == name ? merged.Variable.Name : one)], Differences(Inside(Label(name)), "etter {0}", "by {0}"));

    private Coarsening Everybody()
    {
        var labels = table.By.Select(name => Inside(Label(name))).ToList();
        return Make([], Differences(
            new LocalizedText(string.Join(" og ", labels.Select(label => label.Nb)), string.Join(" and ", labels.Select(label => label.En))), "etter {0}", "by {0}"));
    }

    private Coarsening Make(IReadOnlyList<string> by, LocalizedText lost)
    {
        var labels = by.Select(name => Inside(Label(name))).ToList();
        var how = labels.Count == 0
            ? new LocalizedText("", "")
            : new LocalizedText(string.Join(" og ", labels.Select(label => label.Nb)), string.Join(" and ", labels.Select(label => label.En)));
        return new Coarsening(by, design, how, lost);
    }

    // A grouping of the frame, or one that was derived of such.
    private bool IsOfTheFrame(string name) =>
        (codebook.Frame.FirstOrDefault(variable => variable.Name == name) ?? design.Codebook.FindDerived(name)?.Variable)?.Role is DisclosureRole.Group or DisclosureRole.Wave;

    private LocalizedText Finer(IReadOnlyList<string> names)
    {
        var labels = names.Select(name => Inside(Label(name))).ToList();
        return new LocalizedText(
            $"den finere inndelingen etter {string.Join(" og ", labels.Select(label => label.Nb))} går tapt",
            $"the finer division by {string.Join(" and ", labels.Select(label => label.En))} is lost");
    }

    private static LocalizedText Differences(LocalizedText label, string nb, string en) => new(
        $"forskjeller {nb.Replace("{0}", label.Nb, StringComparison.Ordinal)} går tapt", $"differences {en.Replace("{0}", label.En, StringComparison.Ordinal)} are lost");

    private LocalizedText Label(string name) => table.By.ToList().IndexOf(name) is var at and >= 0 && at < table.ByLabels.Count
        ? table.ByLabels[at]
        : codebook[name].Label;

    private static LocalizedText Inside(LocalizedText label) => new(SentenceCase.Inside(label.Nb), SentenceCase.Inside(label.En));

    /// <summary>What to merge of what is suppressed: categories that stand in an order only with their neighbours, others all together.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Runs(CategoricalColumn column, IReadOnlySet<string> suppressed)
    {
        var runs = new List<List<string>>();
        var open = false;
        foreach (var code in column.Categories)
        {
            var isSuppressed = suppressed.Contains(code);
            if (isSuppressed && (open || (!column.Ordered && runs.Count > 0)))
            {
                runs[^1].Add(code);
            }
            else if (isSuppressed)
            {
                runs.Add([code]);
            }

            open = isSuppressed;
        }

        return runs.FindAll(run => run.Count > 1);
    }
}

/// <summary>A way to make a table coarser.</summary>
/// <param name="By">The grouping variables it leaves.</param>
/// <param name="Design">The design, whose categories may have been merged.</param>
/// <param name="How">How the table is then grouped, to follow «by»: «virksomhetstype».</param>
/// <param name="Lost">What a reader can no longer see.</param>
internal sealed record Coarsening(IReadOnlyList<string> By, BarometerDesign Design, LocalizedText How, LocalizedText Lost)
{
    /// <summary>The call that has to come before the estimate's, for example <c>.Merging("size_band", ["from_1", "from_5"])</c>; or empty.</summary>
    public string Before { get; init; } = "";
}
