namespace SurveyStatistics.Estimation;

/// <summary>
/// The degrees of freedom and the sample's size behind intervals. They are those of the respondents who were asked, with or
/// without an answer: leaving a question blank does not change how the sample was drawn (R counts them in the same way).
/// </summary>
internal sealed class AskedRows
{
    private readonly Lazy<VarianceEstimator> _variance;
    private readonly Lazy<(int[] Degrees, int[] Sampled)>? _groups;
    private readonly Lazy<(int[] Degrees, int[] Sampled)>? _everybody;

    /// <summary>Counts the rows asked when first needed; nothing when the base holds them all.</summary>
    public AskedRows(Lazy<VarianceEstimator> variance, GroupIndex index, int[] inBase, int[] asked)
    {
        _variance = variance;
        if (!ReferenceEquals(inBase, asked))
        {
            _groups = new(() => Count(index.Within(asked), index.Count));
            _everybody = new(() => Count(asked, 1));
        }
    }

    /// <summary>The estimates of the groups with the degrees of freedom of those asked.</summary>
    public GroupEstimate[] InGroups(GroupEstimate[] estimates)
    {
        for (var g = 0; g < estimates.Length; g++)
        {
            estimates[g] = With(estimates[g], _groups?.Value, g);
        }

        return estimates;
    }

    /// <summary>The estimate of everybody with the degrees of freedom of those asked.</summary>
    public GroupEstimate Everybody(GroupEstimate estimate) => With(estimate, _everybody?.Value, 0);

    private GroupEstimate With(GroupEstimate estimate, (int[] Degrees, int[] Sampled)? counts, int group)
    {
        var changed = counts is { } known && estimate.Respondents > 0
            ? estimate with { DegreesOfFreedom = known.Degrees[group], Sampled = known.Sampled[group] }
            : estimate;
        var sample = _variance.Value.Sample;
        return sample.Projections.Count == 0 ? changed : changed with { Sampled = sample.Weights.Length };
    }

    private (int[] Degrees, int[] Sampled) Count(int[] group, int groups)
    {
        var sampled = new int[groups];
        foreach (var g in group)
        {
            if (g >= 0)
            {
                sampled[g]++;
            }
        }

        return (_variance.Value.DegreesOfFreedom(group, groups), sampled);
    }
}
