using System.Collections.Concurrent;

namespace Barometer.Analysis.Loading;

/// <summary>One survey: its codebook, its answers and the frame they come from, read and checked.</summary>
[MissingMemberHint(MissingMemberHintAttribute.OfSurveys)]
public sealed class Survey : Displayable
{
    // What designs of this survey derived last, by name: for lists of variables, which tell a reader what there is in the whole notebook.
    private readonly ConcurrentDictionary<string, DerivedVariable> _derived;

    internal Survey()
        : this(new(StringComparer.Ordinal))
    {
    }

    private Survey(ConcurrentDictionary<string, DerivedVariable> derived) => _derived = derived;

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

    /// <summary>What there is to ask: the variables in which every one of <paramref name="words"/> is found; those that the notebook derived, with their rule.</summary>
    /// <param name="words">Words, whole or in part, in either language; none for all variables.</param>
    /// <exception cref="BarometerException">No variable has them.</exception>
    /// <example><code>survey.Variables("evaluert")</code></example>
    public VariableList Variables(string words = "") => VariableList.Of([Known], words);

    /// <summary>The codebook with everything that was derived of the survey, by whichever design.</summary>
    internal Codebook Known => Codebook.With([.. Codebook.Derived, .. _derived.Values.Where(one => Codebook.FindDerived(one.Variable.Name) is null).OrderBy(one => one.Variable.Name, StringComparer.Ordinal)]);

    /// <summary>
    /// For each respondent an opaque number of its organisation (holding), by the codebook's variable with that role; null
    /// when the codebook has none. Respondents whose organisation is missing count as one, so that they can't make a cell
    /// look safe.
    /// </summary>
    internal int[]? OrganisationOfRow
    {
        get
        {
            if (field is null && Find(DisclosureRole.Organisation) is { } found)
            {
                var column = CodedColumn.Of(found);
                field = [.. column.Codes.Select(code => code >= 0 ? code : column.Categories.Count)];
            }

            return field;
        }
    }

    /// <summary>Who the respondents are, for other surveys of the series; null when the codebook names no unit or no organisation.</summary>
    internal Respondents? Respondents => field ??= Find(DisclosureRole.Identifier) is { } unit && Find(DisclosureRole.Organisation) is { } organisation
        ? new Respondents(
            Codebook.Series,
            [.. Enumerable.Range(0, Responses.RowCount).Select(row => $"{Text(Find(DisclosureRole.Wave), row) ?? Id}/{Text(unit, row)}")],
            [.. Enumerable.Range(0, Responses.RowCount).Select(row => Text(organisation, row) ?? "")])
        : null;

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.Html(language, Codebook.Title, Counts);

    /// <inheritdoc/>
    public override string ToString() => $"{Counts.Nb} / {Counts.En}";

    private LocalizedText Counts => new(
        FormattableString.Invariant($"{Id}: {Frame.RowCount} i rammen, {Responses.RowCount} svar{(IsSynthetic ? " (syntetiske data)" : "")}"),
        FormattableString.Invariant($"{Id}: {Frame.RowCount} in the frame, {Counted.Of(Responses.RowCount, "answer", "answers")}{(IsSynthetic ? " (synthetic data)" : "")}"));

    /// <summary>The survey with a variable made of others: in the codebook, among the answers, and in the frame where that has all it is made of.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="label">Its label; null for one made of its parts' labels.</param>
    /// <param name="isListed">Whether lists of variables have it.</param>
    internal Survey Deriving(string name, Rule rule, LocalizedText? label, bool isListed = true)
    {
        var derived = DerivedVariable.Of(Codebook, Responses, name, rule, label);
        if (isListed && name != derived.Formula)
        {
            _derived[name] = derived; // a condition of Where, which is called by its rule, is no variable to list
        }

        return new Survey(_derived)
        {
            Codebook = Codebook.With(derived),
            IsSynthetic = IsSynthetic,
            Responses = new DataSet(Responses.Name, [.. Responses.Columns, derived.Column(Codebook, Responses)]),
            Frame = derived.Parts.All(part => Frame.TryGet(part, out _)) ? new DataSet(Frame.Name, [.. Frame.Columns, derived.Column(Codebook, Frame)]) : Frame,
        };
    }

    private Column? Find(DisclosureRole role) => Codebook.Variables
        .Where(one => one.Role == role)
        .Select(one => Responses.TryGet(one.Name, out var column) ? column : null)
        .FirstOrDefault(column => column is not null);

    private static string? Text(Column? column, int row) => column is null || CodedColumn.Of(column) is not { } coded || coded.Codes[row] < 0 ? null : coded.Categories[coded.Codes[row]];
}

/// <summary>Who the respondents of a survey are: the same names for the same in every survey of a series.</summary>
/// <param name="Series">The series.</param>
/// <param name="Names">For each row the wave and the unit that answered.</param>
/// <param name="Organisations">For each row the organisation.</param>
internal sealed record Respondents(string Series, IReadOnlyList<string> Names, IReadOnlyList<string> Organisations);
