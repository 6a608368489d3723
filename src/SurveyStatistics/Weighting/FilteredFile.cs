namespace SurveyStatistics.Weighting;

/// <summary>
/// Finds a file of which rows have been left out: a part of the respondents is a domain of the design, and base weights of the
/// part alone would let it stand for the whole population.
/// </summary>
internal static class FilteredFile
{
    private const string Answered = "answered";

    /// <summary>Stops when the frame says of more, or fewer, units that they answered than there are respondents.</summary>
    /// <exception cref="SurveyException">It does.</exception>
    public static void Check(DesignSpecification design)
    {
        if (design.Invitation is not null || design.Frame?.TryGet(Answered, out var column) != true || column is not (CategoricalColumn or NumericColumn))
        {
            return;
        }

        var answers = design.Frame.YesOrNo(Answered).Count(one => one);
        if (answers != design.Data.RowCount)
        {
            throw new SurveyException(new Problem(
                $"The rows of {design.Data.Name} are not those who answered",
                Expected: FormattableString.Invariant($"{answers} rows, one for each unit that the frame marks as answered"),
                Got: FormattableString.Invariant($"{design.Data.RowCount}"),
                Hint: "a part of the respondents is a domain, not a file of its own: make the design of all, then design.Where(…)"));
        }
    }
}
