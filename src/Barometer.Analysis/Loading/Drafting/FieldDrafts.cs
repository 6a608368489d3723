namespace Barometer.Analysis.Loading.Drafting;

/// <summary>Makes a variable of each column of a file: names, answers, reasons and roles as far as the file says them, and notes for a person.</summary>
/// <param name="notes">Takes what a person has to look at, with the variable's name.</param>
internal sealed class FieldDrafts(DraftNotes notes)
{
    private const int FewAnswers = 12;

    private static readonly string[] Yes = ["ja", "yes", "true", "sann", "valgt", "selected", "checked"];
    private static readonly string[] No = ["nei", "no", "false", "usann", "ikke valgt", "not selected", "unchecked"];
    private static readonly string[] GroupWords =
        ["region", "landsdel", "fylke", "county", "sektor", "sector", "næring", "naering", "industry", "størrelse", "storrelse", "size", "kjønn", "kjonn", "gender", "sex", "aldersgruppe", "agegroup", "departement", "ministry"];

    private static readonly (string Reason, string[] Words)[] Reasons =
    [
        ("dont_know", ["vet ikke", "veit ikkje", "usikker", "don t know", "dont know", "dk", "not sure", "unsure"]),
        ("not_relevant", ["ikke relevant", "ikkje relevant", "uaktuelt", "not relevant", "not applicable", "na", "n a"]),
        ("not_asked", ["ikke stilt", "ikke spurt", "not asked", "skipped", "inap", "inapplicable"]),
        ("no_answer", ["ubesvart", "ikke besvart", "vil ikke svare", "no answer", "not answered", "refused", "refusal", "missing", "manglende"]),
    ];

    /// <summary>The variable of a column; null where it has no place in a codebook.</summary>
    /// <param name="look">The column.</param>
    /// <param name="name">Its name in the codebook.</param>
    /// <param name="role">Its role, where a person named it; null otherwise.</param>
    public DraftVariable? Of(ColumnLook look, string name, string? role)
    {
        var column = look.Column;
        var label = string.IsNullOrWhiteSpace(column.Label) ? null : column.Label.Trim();
        var isHeading = label is null && WordKeys.Key(column.Name) != WordKeys.Key(name);
        var question = label ?? (isHeading ? column.Name.Trim() : null);
        var draft = new DraftVariable
        {
            Name = name,
            Column = column.Name,
            Title = question is null ? column.Name : ColumnMatcher.Item(question)?.Item ?? question,
            Question = question,
            IsOrdered = column.Measure == MeasurementLevel.Ordinal,
        };
        if (role is "identifier" or "organisation")
        {
            return draft with { Role = role, Question = null, IsInFrame = true };
        }

        var coded = role == "weight" || column.Kind is ValueKind.Date or ValueKind.DateTime or ValueKind.Time or ValueKind.Duration ? null : Coded(look, draft);
        if (coded is null && column.Kind != ValueKind.Number)
        {
            notes.Add(look.IsEmpty ? "empty, left out" : column.Kind == ValueKind.Text ? "a text of one's own words, or with rare ones, left out" : "a day or time, left out", column.Name);
            return null;
        }

        var made = coded ?? draft with { Type = look.IsWhole ? "integer" : "number", Missing = MissingOf(look), IsOrdered = false };
        var isGroup = role == "group" || (role is null && made.Categories is not null && IsGroup(name, draft.Title));
        return isGroup ? made with { Role = "group", IsInFrame = true, Question = null } : role == "weight" ? made with { Role = "none", IsInFrame = true, Question = null } : made;
    }

    // The answers: those that the file labels; or a few values, each in several rows, so that none tells who gave it.
    private DraftVariable? Coded(ColumnLook look, DraftVariable draft)
    {
        var labels = look.Labels.Where(label => !IsMissing(look, label)).ToList();
        var others = look.Values.Where(value => look.Labels.All(label => !label.Value.Equals(value))).ToList();
        if (labels.Count < 2 || (others.Count > 0 && (look.IsMany || others.Count + labels.Count > FewAnswers)))
        {
            if (look.Column.Kind == ValueKind.Text || labels.Count > 0 || look.IsMany || look.Values.Count != 2 || !look.IsWhole)
            {
                return null;
            }

            notes.Add("two numbers without labels: say what they mean", draft.Name);
        }
        else if (look.Column.ValueLabels.Count == 0)
        {
            notes.Add("answers taken from texts in the file: look at their order, and that none tells who gave it", draft.Name);
        }
        else if (others.Count > 0)
        {
            notes.Add("values without a label in the file: say what they are called", draft.Name);
        }

        List<(DeliveredValue Value, string Label)> answers = [.. labels.Select(label => (label.Value, Tidy(label.Label))), .. others.Select(value => (value, value.ToString().Trim()))];
        return draft with { Categories = Codes(answers), Missing = MissingOf(look) };
    }

    private static List<(string Code, string Label)> Codes(List<(DeliveredValue Value, string Label)> answers)
    {
        if (answers.Count == 2 && answers.Exists(one => Yes.Contains(WordKeys.Key(one.Label))) && answers.Exists(one => No.Contains(WordKeys.Key(one.Label))))
        {
            return [.. answers.Select(one => (Yes.Contains(WordKeys.Key(one.Label)) ? "yes" : "no", one.Label))];
        }

        var (codes, seen) = (new CodebookNames(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        return [.. answers.Select(one => (one.Value.IsText ? codes.For(one.Value.Text) : one.Value.ToString(), seen.Add(one.Label) ? one.Label : $"{one.Label} ({one.Value})"))];
    }

    private List<(string Code, string Label, string Reason)> MissingOf(ColumnLook look)
    {
        var labelled = look.Labels.Where(label => IsMissing(look, label)).Select(label => (label.Value, Label: Tidy(label.Label))).ToList();
        var plain = look.Missing.Where(value => labelled.All(label => !label.Value.Equals(value))).ToList();
        if (plain.Count > 0)
        {
            notes.Add("missing values without a label in the file: say why there is no answer", look.Column.Name);
        }

        var codes = new CodebookNames();
        return
        [
            .. labelled.Select(one => (Code(one.Value), one.Label, ReasonOf(one.Label) ?? "no_answer")),
            .. plain.Select(value => (Code(value), value.ToString().Trim(), "no_answer")),
        ];

        string Code(DeliveredValue value) => value.IsText ? codes.For(value.Text) : value.ToString();
    }

    private static bool IsMissing(ColumnLook look, ValueLabel label) => look.Column.Missing.Contains(label.Value) || ReasonOf(label.Label) is not null;

    private static string? ReasonOf(string label) => Reasons.Where(one => one.Words.Contains(WordKeys.Key(label))).Select(one => one.Reason).FirstOrDefault();

    private static bool IsGroup(string name, string title) => name.Split('_').Concat(title.Length <= 40 ? WordKeys.Key(title).Split(' ') : []).Any(GroupWords.Contains);

    private static string Tidy(string label) => string.Join(' ', label.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Finds batteries of items: neighbours with the same answers whose names have the same stem, or whose questions do.</summary>
internal static class BatteryDrafts
{
    /// <summary>The variables with their batteries, and the batteries' names with their titles.</summary>
    /// <param name="variables">The variables of the answers, in the file's order.</param>
    public static (IReadOnlyList<DraftVariable> Variables, IReadOnlyList<(string Name, string Title)> Batteries) Find(IReadOnlyList<DraftVariable> variables)
    {
        var (found, batteries, names) = (variables.ToList(), new List<(string, string)>(), new CodebookNames());
        for (var from = 0; from < found.Count;)
        {
            var to = from + 1;
            while (to < found.Count && Belong(found[from], found[to]))
            {
                to++;
            }

            if (to - from > 1)
            {
                var stem = Stem(found[from].Name, found[from + 1].Name);
                var question = Asked(found[from]);
                var name = names.For(stem.Length > 0 ? stem : question ?? found[from].Name);
                batteries.Add((name, question ?? name));
                for (var i = from; i < to; i++)
                {
                    found[i] = found[i] with { Battery = name };
                }
            }

            from = to;
        }

        return (found, batteries);
    }

    private static bool Belong(DraftVariable one, DraftVariable other) => one.Like is null && other.Like is null && one.Categories is { } answers && other.Categories is { } others
        && answers.SequenceEqual(others) && (Stem(one.Name, other.Name).Length > 0 || (Asked(one) is { } asked && asked == Asked(other)));

    // «partner» of partner_state and partner_private, «q5» of q5_1 and q5b.
    private static string Stem(string one, string other)
    {
        var common = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var whole = one[..common].LastIndexOf('_');
        var stem = common < one.Length && common < other.Length && (IsTail(one[common..]) && IsTail(other[common..])) ? one[..common].TrimEnd('_') : whole > 0 ? one[..whole] : "";
        return stem.Length > 1 && stem.Any(char.IsAsciiLetter) ? stem : "";
    }

    // A number or a single letter.
    private static bool IsTail(string tail) => tail.Length == 1 || tail.All(char.IsAsciiDigit);

    private static string? Asked(DraftVariable variable) => variable.Question is { } question ? ColumnMatcher.Item(question)?.Stem : null;
}
