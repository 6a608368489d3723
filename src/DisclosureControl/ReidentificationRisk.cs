namespace DisclosureControl;

/// <summary>
/// How easily the records of a microdata file could be recognised by one who knows some of their categories (the keys), and
/// what would be learnt then. A value for each record, in their order.
/// </summary>
/// <remarks>Made by <see cref="Microdata{T}.Risk"/>.</remarks>
public sealed class ReidentificationRisk
{
    private ReidentificationRisk(IReadOnlyList<string[]> keys) => Special = SpecialUniques(keys);

    /// <summary>How many records of the file have the same keys (f_k).</summary>
    public required IReadOnlyList<int> Frequencies { get; init; }

    /// <summary>How many units of the population are estimated to have the same keys (F_k): the sum of their weights.</summary>
    public required IReadOnlyList<double> PopulationFrequencies { get; init; }

    /// <summary>How many contributors the records with the same keys come from: a holding with several records is one.</summary>
    public required IReadOnlyList<int> Contributors { get; init; }

    /// <summary>How many different values of the sensitive category the records with the same keys have (distinct l-diversity).</summary>
    public required IReadOnlyList<int> Diversity { get; init; }

    /// <summary>
    /// The probability that a record is recognised by its keys: the expected value of 1/F_k given f_k, when each unit is in the
    /// file with probability f_k/F_k (Benedetti and Franconi 1998, with the approximation of Polettini for f_k above 2).
    /// </summary>
    public IReadOnlyList<double> Individual => [.. Frequencies.Zip(PopulationFrequencies, Risk)];

    /// <summary>How many records are expected to be recognised.</summary>
    public double Expected => Individual.Sum();

    /// <summary>
    /// How special a unique record is (SUDA): for each smallest set of keys by which it is the only one, the number of orders in
    /// which the other keys can be added, (m − k)!; zero for a record that is not unique (Elliot, Manning and Ford 2002).
    /// </summary>
    public IReadOnlyList<double> Special { get; }

    /// <summary>The number of records with keys that fewer than <paramref name="least"/> records have (k-anonymity).</summary>
    public int Violating(int least) => Frequencies.Count(frequency => frequency < least);

    /// <summary>
    /// The probability that a match with a unique record is right (DIS-SUDA): the share that Skinner and Elliot (2002) estimate
    /// from uniques and pairs, spread over the uniques by their <see cref="Special"/> scores.
    /// </summary>
    /// <param name="fraction">The sampling fraction of the file.</param>
    /// <exception cref="DisclosureException">The fraction isn't above zero and at most one.</exception>
    public IReadOnlyList<double> Matching(double fraction)
    {
        if (!(fraction > 0 && fraction <= 1))
        {
            throw new DisclosureException("This is no sampling fraction", expected: "a number above 0, and at most 1");
        }

        // The exponent makes a score count for more, the fewer keys there are; it is 1 for eight keys.
        var exponent = 1 + ((8 - KeyCount) / 20.0);
        var powers = Special.Select(score => score > 0 ? Math.Pow(score, exponent) : 0).ToList();
        var inverse = powers.Sum(power => power > 0 ? 1 / power : 0);
        var pairs = Frequencies.Count(frequency => frequency == 2);

        // The odds against a right match, for all uniques together: pairs tell how often a unique of the file has a double outside it.
        var against = pairs * (1 - fraction) / fraction;
        return [.. powers.Select(power => power > 0 ? 1 / (1 + (against / (power * inverse))) : 0)];
    }

    /// <summary>The number of keys.</summary>
    private int KeyCount { get; init; }

    /// <summary>The risk of records with these keys.</summary>
    /// <param name="keys">For each record its codes.</param>
    /// <param name="weights">For each record how many units of the population it stands for.</param>
    /// <param name="contributors">For each record who contributed it.</param>
    /// <param name="sensitive">For each record the value that must not be learnt.</param>
    internal static ReidentificationRisk Of(IReadOnlyList<string[]> keys, IReadOnlyList<double> weights, IReadOnlyList<string> contributors, IReadOnlyList<string> sensitive)
    {
        var same = Enumerable.Range(0, keys.Count).ToLookup(record => Key(keys[record], ~0), StringComparer.Ordinal);
        IReadOnlyList<TValue> Each<TValue>(Func<IEnumerable<int>, TValue> value)
        {
            var byKey = same.ToDictionary(records => records.Key, records => value(records), StringComparer.Ordinal);
            return [.. keys.Select(record => byKey[Key(record, ~0)])];
        }

        return new ReidentificationRisk(keys)
        {
            KeyCount = keys.Count == 0 ? 0 : keys[0].Length,
            Frequencies = Each(records => records.Count()),
            PopulationFrequencies = Each(records => records.Sum(record => weights[record])),
            Contributors = Each(records => records.Select(record => contributors[record]).Distinct(StringComparer.Ordinal).Count()),
            Diversity = Each(records => records.Select(record => sensitive[record]).Distinct(StringComparer.Ordinal).Count()),
        };
    }

    private static double Risk(int frequency, double population)
    {
        var p = frequency / population;
        if (p >= 1)
        {
            // Everybody of the population is in the file.
            return 1.0 / frequency;
        }

        var odds = p / (1 - p);
        return frequency switch
        {
            1 => odds * Math.Log(1 / p),
            2 => odds - (odds * odds * Math.Log(1 / p)),
            _ => p / (frequency - (1 - p)),
        };
    }

    private static double[] SpecialUniques(IReadOnlyList<string[]> keys)
    {
        var count = keys.Count == 0 ? 0 : keys[0].Length;
        var scores = new double[keys.Count];
        var smallest = keys.Select(_ => new List<int>()).ToArray();

        // Small sets of keys first: a larger one in which a record is unique already tells nothing more.
        foreach (var set in Enumerable.Range(1, (1 << count) - 1).OrderBy(set => int.PopCount(set)))
        {
            foreach (var record in Enumerable.Range(0, keys.Count).GroupBy(record => Key(keys[record], set), StringComparer.Ordinal)
                .Where(records => records.Count() == 1).Select(records => records.First())
                .Where(record => !smallest[record].Exists(found => (found & set) == found)))
            {
                smallest[record].Add(set);
                scores[record] += Enumerable.Range(1, count - int.PopCount(set)).Aggregate(1.0, (product, factor) => product * factor);
            }
        }

        return scores;
    }

    private static string Key(string[] codes, int set) => string.Join('\0', codes.Where((_, key) => (set >> key & 1) == 1));
}
