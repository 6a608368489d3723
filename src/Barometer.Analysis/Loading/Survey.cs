namespace Barometer.Analysis.Loading;

/// <summary>One survey: its codebook, its answers and the frame they come from, read and checked.</summary>
public sealed class Survey : Displayable
{
    internal Survey()
    {
    }

    /// <summary>What the files hold.</summary>
    public required Codebook Codebook { get; init; }

    /// <summary>
    /// The answers, one row a respondent, with the frame's variables (groups, organisation) joined on by unit id.
    /// </summary>
    internal DataSet Responses { get; init; } = null!;

    /// <summary>The frame, one row a population unit: its groups, whether it was invited, whether it answered.</summary>
    internal DataSet Frame { get; init; } = null!;

    /// <summary>Whether the answers are the synthetic stand-in.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>The number of units in the frame.</summary>
    public int Population => Frame.RowCount;

    /// <summary>The number of those who answered.</summary>
    public int Answers => Responses.RowCount;

    /// <summary>The survey's id.</summary>
    public string Id => Codebook.Id;

    /// <summary>
    /// For each respondent an opaque number of its organisation (holding), by the codebook's variable with that role; null
    /// when the codebook has none. Respondents whose organisation is missing count as one, so that they can't make a cell
    /// look safe.
    /// </summary>
    internal int[]? OrganisationOfRow
    {
        get
        {
            if (field is null && Codebook.Variables.FirstOrDefault(one => one.Role == DisclosureRole.Organisation && Responses.TryGet(one.Name, out _)) is { } variable)
            {
                var column = CodedColumn.Of(Responses[variable.Name]);
                field = [.. column.Codes.Select(code => code >= 0 ? code : column.Categories.Count)];
            }

            return field;
        }
    }

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(Codebook.Title.Nb, ToString());

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}: {Frame.RowCount} i rammen, {Responses.RowCount} svar / {Frame.RowCount} in the frame, {Responses.RowCount} answers{(IsSynthetic ? " (syntetiske data / synthetic data)" : "")}");
}
