namespace SurveyStatistics.Weighting;

/// <summary>
/// Units that stand in several waves of a sample in which waves are put together: what makes estimates of the waves covary. Of the units of a stratum h of one wave and a stratum g of another
/// n_c answered both times, and n_e = N_hg f_h f_g of the N_hg that are in both would have if the waves had been drawn independently (f their sampling fractions; none without a finite population
/// correction). The covariance of totals is (n_c − n_e) s_ab, with s_ab the sample covariance of weight × influence over those n_c: the conditional covariance of Tam (1984) and Qualité and Tillé (2008),
/// for strata that units change between waves, too.
/// </summary>
/// <remarks>Where one unit alone moved from h to g there is no s_ab, and its part is left out.</remarks>
internal sealed record RepeatedUnits
{
    /// <summary>The pairs of rows of one unit, the earlier category of the wave first.</summary>
    public required IReadOnlyList<(int Earlier, int Later, int Cell)> Pairs { get; init; }

    /// <summary>For each cell of two strata the number of pairs in it.</summary>
    public required int[] Common { get; init; }

    /// <summary>For each cell (n_c − n_e) / (n_c − 1), by which the sum of products is multiplied; 0 where there is a single pair.</summary>
    public required double[] Factors { get; init; }

    /// <summary>Finds the units.</summary>
    /// <param name="design">What was said of the design: it names the variables of the unit and of the wave.</param>
    /// <param name="strata">The strata.</param>
    /// <param name="stage">The first stage.</param>
    /// <exception cref="SurveyException">Units were drawn in clusters, a unit stands twice in a wave, or a stratum holds several waves.</exception>
    public static RepeatedUnits Of(DesignSpecification design, Stratification strata, SamplingStage stage)
    {
        var (unit, wave) = design.Repeated!.Value;
        if (design.Clusters.Count > 0)
        {
            throw new SurveyException(new Problem("Units that answered several waves were drawn in clusters", Expected: "units that were sampled directly", Hint: "the covariance of overlapping clusters isn't computed: leave the clusters out"));
        }

        var (sampled, all) = (Rows(design.Data, unit, wave), design.IsFinite && design.Frame is { } frame && strata.OfFrame is not null ? Rows(frame, unit, wave) : null);
        var waves = new Dictionary<int, int>();
        foreach (var (rowsOfWave, stratum) in sampled.Values.SelectMany(rows => rows).Select(row => (row.Wave, strata.OfRow[row.Row])))
        {
            if (waves.TryGetValue(stratum, out var other) && other != rowsOfWave)
            {
                throw new SurveyException(new Problem("A stratum holds several waves", Column: wave, Expected: "strata within the waves: the wave among the stratification variables"));
            }

            waves[stratum] = rowsOfWave;
        }

        var cells = new Dictionary<(int, int), int>();
        var pairs = new List<(int, int, int)>();
        foreach (var (one, other) in sampled.Values.SelectMany(InPairs))
        {
            var key = (strata.OfRow[one], strata.OfRow[other]);
            cells.TryAdd(key, cells.Count);
            pairs.Add((one, other, cells[key]));
        }

        var (common, expected) = (new int[cells.Count], new double[cells.Count]);
        pairs.ForEach(pair => common[pair.Item3]++);
        foreach (var (one, other) in all?.Values.SelectMany(InPairs) ?? [])
        {
            var (h, g) = (strata.OfFrame![one], strata.OfFrame[other]);
            if (h >= 0 && g >= 0 && cells.TryGetValue((h, g), out var cell))
            {
                expected[cell] += (1 - stage.Unsampled(h)) * (1 - stage.Unsampled(g));
            }
        }

        return new RepeatedUnits
        {
            Pairs = pairs,
            Common = common,
            Factors = [.. common.Zip(expected, (n, e) => n < 2 ? 0 : (n - e) / (n - 1))],
        };
    }

    /// <summary>What it adds to the covariance of two totals of weight × influence, one value a row each.</summary>
    public double Covariance(double[] a, double[] b)
    {
        var sums = new (double A1, double A2, double B1, double B2, double Products)[Common.Length];
        foreach (var (one, other, cell) in Pairs)
        {
            ref var sum = ref sums[cell];
            sum = (sum.A1 + a[one], sum.A2 + a[other], sum.B1 + b[one], sum.B2 + b[other], sum.Products + (a[one] * b[other]) + (b[one] * a[other]));
        }

        return sums.Select((sum, cell) => Factors[cell] * (sum.Products - (((sum.A1 * sum.B2) + (sum.B1 * sum.A2)) / Common[cell]))).Sum();
    }

    private static Dictionary<string, List<(int Row, int Wave)>> Rows(DataSet data, string unit, string wave)
    {
        var (units, waves) = (CodedColumn.Of(data[unit]), CodedColumn.Of(data[wave]));
        var rows = new Dictionary<string, List<(int Row, int Wave)>>(StringComparer.Ordinal);
        for (var row = 0; row < data.RowCount; row++)
        {
            if (units.Codes[row] < 0 || waves.Codes[row] < 0)
            {
                continue;
            }

            var id = units.Categories[units.Codes[row]];
            if (!rows.TryGetValue(id, out var ofUnit))
            {
                rows[id] = ofUnit = [];
            }

            if (ofUnit.Exists(one => one.Wave == waves.Codes[row]))
            {
                throw new SurveyException(new Problem($"A unit stands twice in one wave of {data.Name}", Column: unit, Expected: "each unit once in each wave"));
            }

            ofUnit.Add((row, waves.Codes[row]));
        }

        return rows;
    }

    private static IEnumerable<(int, int)> InPairs(List<(int Row, int Wave)> rows)
    {
        var ordered = rows.OrderBy(row => row.Wave).ToList();
        for (var one = 0; one < ordered.Count; one++)
        {
            for (var other = one + 1; other < ordered.Count; other++)
            {
                yield return (ordered[one].Row, ordered[other].Row);
            }
        }
    }
}
