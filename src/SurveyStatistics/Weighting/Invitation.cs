namespace SurveyStatistics.Weighting;

/// <summary>
/// The invited units of the frame: their weights N_h / n_h, population units over invitations in their stratum, and
/// whether they answered. What non-response is adjusted by and described with.
/// </summary>
internal sealed class Invitation
{
    private Invitation(DataSet units, double[] weights, bool[] answered, int[] perStratum) =>
        (Units, Weights, Answered, PerStratum) = (units, weights, answered, perStratum);

    /// <summary>The invited units, with the frame's variables.</summary>
    public DataSet Units { get; }

    /// <summary>The weight of each invited unit.</summary>
    public double[] Weights { get; }

    /// <summary>Whether each invited unit answered.</summary>
    public bool[] Answered { get; }

    /// <summary>For each stratum the number of invited units.</summary>
    public int[] PerStratum { get; }

    /// <summary>Finds the invited units of a design's frame.</summary>
    /// <param name="design">The design, with its frame and the variables that say who was invited and who answered.</param>
    /// <param name="strata">Its strata.</param>
    /// <param name="ratios">For each stratum population units over invitations.</param>
    /// <exception cref="SurveyException">There is no frame, a stratum has nobody invited, or the answers don't match.</exception>
    public static Invitation Of(DesignSpecification design, Stratification strata, out double[] ratios)
    {
        var frame = design.Frame ?? throw new SurveyException(new Problem(
            "There is no frame to say who was invited", Hint: "make the design of a survey, or of data with their frame"));
        var (invited, answered) = (frame.YesOrNo(design.Invitation!.Value.Invited), frame.YesOrNo(design.Invitation.Value.Answered));
        var counts = new int[strata.Names.Count];
        for (var unit = 0; unit < invited.Length; unit++)
        {
            counts[strata.OfFrame![unit]] += invited[unit] ? 1 : 0;
        }

        Check(design, strata, counts, invited, answered);
        var all = new double[counts.Length];
        for (var stratum = 0; stratum < all.Length; stratum++)
        {
            all[stratum] = strata.FrameUnits![stratum] / counts[stratum];
        }

        ratios = all;
        int[] rows = [.. Enumerable.Range(0, invited.Length).Where(unit => invited[unit])];
        return new Invitation(
            frame.Take(rows),
            Array.ConvertAll(rows, unit => all[strata.OfFrame![unit]]),
            Array.ConvertAll(rows, unit => answered[unit]),
            counts);
    }

    private static void Check(DesignSpecification design, Stratification strata, int[] counts, bool[] invited, bool[] answered)
    {
        if (Array.IndexOf(counts, 0) is var empty and >= 0)
        {
            throw new SurveyException(new Problem(
                $"Nobody was invited in the stratum {strata.Names[empty]}",
                Expected: "at least one invitation in every stratum of the frame",
                Hint: "stratify as the sample was drawn, or merge strata by CollapsingStrata()"));
        }

        var answers = answered.Where((one, unit) => one && invited[unit]).Count();
        if (answers != design.Data.RowCount)
        {
            throw new SurveyException(new Problem(
                "The frame and the responses do not agree on who answered",
                Expected: FormattableString.Invariant($"{design.Data.RowCount} invited units that answered, one for each respondent"),
                Got: FormattableString.Invariant($"{answers}")));
        }
    }
}
