using System.Globalization;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>
/// Finds what the values of a column mean: by what a person decided, by the file's own labels, by codes and labels of the codebook. What is only likely
/// (numbers in the order of the categories, a label that is nearly the same) is a proposal.
/// </summary>
internal sealed class ValueMatcher
{
    private const double NearlySame = 0.8;

    private static readonly string[] Ticked = ["true", "sann", "x", "valgt", "avkrysset", "selected", "checked", "quoted", "on"];
    private static readonly string[] Unticked = ["false", "usann", "ikke valgt", "ikke avkrysset", "not selected", "unselected", "not checked", "unchecked", "not quoted", "off"];

    private readonly Variable _variable;
    private readonly IReadOnlyList<ValueLabel> _labels;
    private readonly Dictionary<string, string> _codes;
    private readonly Dictionary<string, string> _words;
    private readonly Dictionary<string, ValueCode> _decided;

    /// <summary>Prepares the words.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="labels">What the file calls its values.</param>
    /// <param name="decided">What a person decided of the variable's values.</param>
    public ValueMatcher(Variable variable, IReadOnlyList<ValueLabel> labels, IEnumerable<ValueCode> decided)
    {
        (_variable, _labels) = (variable, labels);
        var missing = variable.MissingCodes.Where(one => one.Code.Length > 0).ToList();
        List<(string Code, LocalizedText Label)> known = [.. variable.Categories.Select(one => (one.Code, one.Label)), .. missing.Select(one => (one.Code, one.Label))];
        _codes = known.DistinctBy(one => one.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(one => one.Code, one => one.Code, StringComparer.OrdinalIgnoreCase);
        _words = WordKeys.Unique(known.SelectMany(one => WordKeys.Keys(one.Label).Append(WordKeys.Key(one.Code)).Select(key => (key, one.Code)))
            .Concat(IsYesNo ? [.. Ticked.Select(word => (word, "yes")), .. Unticked.Select(word => (word, "no")), .. WordKeys.Keys(variable.Label).Select(key => (key, "yes"))] : []));
        _decided = decided.Where(one => one is { Value: not null, Code: not null }).DistinctBy(one => one.Value).ToDictionary(one => one.Value!, StringComparer.Ordinal);
    }

    /// <summary>What the values mean, in their order.</summary>
    /// <param name="values">All different values of the column.</param>
    /// <param name="missing">Which of them the file calls missing.</param>
    public IReadOnlyList<ValueMeaning> Match(IReadOnlyCollection<DeliveredValue> values, MissingValues missing)
    {
        List<ValueMeaning> found = [.. values.Select(value => Find(value, missing))];
        var ordered = ByOrder([.. found.Where(one => one.Basis == ValueBasis.None && !missing.Contains(one.Value)).Select(one => one.Value)], found);
        return [.. found.Select(one => one.Basis == ValueBasis.None && ordered.TryGetValue(one.Value, out var code) ? one with { Code = code, Basis = ValueBasis.Order } : one)];
    }

    /// <summary>Whether the text is a word for one of the answers.</summary>
    public bool Knows(string text) => _codes.ContainsKey(text.Trim()) || _words.ContainsKey(WordKeys.Key(text))
        || _labels.Any(one => one.Value.ToString() == text.Trim() || WordKeys.Key(one.Label) == WordKeys.Key(text));

    private bool IsYesNo => _variable.Categories.Count == 2 && _variable.Categories.Any(one => one.Code == "yes") && _variable.Categories.Any(one => one.Code == "no");

    private ValueMeaning Find(DeliveredValue value, MissingValues missing)
    {
        var text = value.ToString().Trim();
        var label = _labels.FirstOrDefault(one => one.Value.Equals(value))?.Label;

        // Where the file calls the value something else than it did when it was decided, it is another list of codes.
        if (_decided.TryGetValue(text, out var decided) && WordKeys.Key(decided.Label) == WordKeys.Key(label))
        {
            return new(value, label, decided.Code, ValueBasis.Mapping);
        }

        if (label is not null && _codes.TryGetValue(text, out var same) && IsLabel(same, label))
        {
            return new(value, label, same, ValueBasis.FileLabel);
        }

        if (label is not null && Word(label) is { } labelled)
        {
            return new(value, label, labelled, ValueBasis.FileLabel);
        }

        if (label is null && _codes.TryGetValue(text, out var code))
        {
            return new(value, label, code, ValueBasis.Code);
        }

        if (label is null && Word(text) is { } word)
        {
            return new(value, label, word, ValueBasis.Label);
        }

        // From here on it is likely, not certain.
        if (_codes.TryGetValue(text, out code))
        {
            return new(value, label, code, ValueBasis.CodeOfOtherLabel);
        }

        if (Near(label ?? text) is { } near)
        {
            return new(value, label, near, ValueBasis.NearLabel);
        }

        return missing.Contains(value) && OfReason(text) is { } reason ? new(value, label, reason, ValueBasis.FileMissing) : new(value, label, null, ValueBasis.None);
    }

    // Where the file has the code and the label of the codebook, both, letter by letter.
    private bool IsLabel(string code, string label) =>
        _variable.Categories.Any(one => one.Code == code && (one.Label.Nb == label || one.Label.En == label)) || _variable.MissingCodes.Any(one => one.Code == code && (one.Label.Nb == label || one.Label.En == label));

    private string? Word(string text) => _words.GetValueOrDefault(WordKeys.Key(text));

    private string? Near(string text)
    {
        var key = WordKeys.Key(text);
        var near = _words.Select(word => (word.Value, Likeness: WordKeys.Likeness(word.Key, key))).Where(word => word.Likeness >= NearlySame).OrderByDescending(word => word.Likeness).ToList();
        return key.Length >= 4 && near.Count > 0 && near.Select(word => word.Value).Distinct().Count() == 1 ? near[0].Value : null;
    }

    // Numbers from 1 (or 0) in the order of the categories, and those that are usual for reasons. Numbers of yes and no are 1 and 0, or 1 and 2.
    private Dictionary<DeliveredValue, string> ByOrder(IReadOnlyList<DeliveredValue> open, List<ValueMeaning> found)
    {
        var proposals = new Dictionary<DeliveredValue, string>();
        var numbers = open.Select(value => (Value: value, Number: Whole(value))).Where(one => one.Number is not null).ToList();
        if (numbers.Count == 0 || numbers.Count < open.Count || found.Exists(one => one.Basis is ValueBasis.FileLabel or ValueBasis.Code or ValueBasis.Label))
        {
            return proposals;
        }

        string[] categories = [.. _variable.Categories.Select(one => one.Code)];
        var small = numbers.Where(one => one.Number >= 0 && one.Number <= categories.Length).Select(one => one.Number!.Value).ToList();
        var first = small.Contains(0) ? 0 : 1;
        var inOrder = IsYesNo && first == 0 ? ["no", "yes"] : categories;
        foreach (var (value, number) in numbers)
        {
            var place = number!.Value - first;
            if ((place >= 0 && place < inOrder.Length ? inOrder[place] : OfReason(number.Value.ToString(CultureInfo.InvariantCulture))) is { } code)
            {
                proposals[value] = code;
            }
        }

        return proposals;
    }

    private string? OfReason(string number) => number.TrimStart('-') switch
    {
        "97" or "997" => Missing(MissingReason.DontKnow),
        "98" or "998" => Missing(MissingReason.NotRelevant) ?? Missing(MissingReason.DontKnow),
        "99" or "999" => Missing(MissingReason.NoAnswer),
        _ => null,
    };

    private string? Missing(MissingReason reason) => _variable.MissingCodes.FirstOrDefault(one => one.Reason == reason)?.Code;

    private static int? Whole(DeliveredValue value) => value.Kind switch
    {
        ValueKind.Number when Math.Abs(value.Number) < 10000 && value.Number == Math.Floor(value.Number) => (int)value.Number,
        ValueKind.Text when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}

/// <summary>What a value means.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What the file calls it, or null.</param>
/// <param name="Code">The code; null when nothing is known.</param>
/// <param name="Basis">By what it is known.</param>
internal sealed record ValueMeaning(DeliveredValue Value, string? Label, string? Code, ValueBasis Basis)
{
    /// <summary>Whether it is certain.</summary>
    public bool IsCertain => Basis is ValueBasis.Mapping or ValueBasis.FileLabel or ValueBasis.Code or ValueBasis.Label;
}

/// <summary>By what the meaning of a value is known.</summary>
internal enum ValueBasis
{
    /// <summary>It isn't.</summary>
    None = 0,

    /// <summary>A person has decided it.</summary>
    Mapping,

    /// <summary>The file calls it what the codebook calls a code.</summary>
    FileLabel,

    /// <summary>It is a code of the codebook.</summary>
    Code,

    /// <summary>It is a label of the codebook.</summary>
    Label,

    /// <summary>A proposal: it is a code of the codebook, and the file calls it something else.</summary>
    CodeOfOtherLabel,

    /// <summary>A proposal: it is nearly a label of the codebook.</summary>
    NearLabel,

    /// <summary>A proposal: the file calls it missing, and its number is the usual one of a reason.</summary>
    FileMissing,

    /// <summary>A proposal: it is a number, and categories have an order.</summary>
    Order,
}
