using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Analysis.Loading.Drafting;

/// <summary>A variable of a codebook that is being drafted: what the file says of it, in the form of a Data Package's field.</summary>
internal sealed record DraftVariable
{
    /// <summary>Its name in the codebook.</summary>
    public required string Name { get; init; }

    /// <summary>The column of the file; null for what no column holds.</summary>
    public string? Column { get; init; }

    /// <summary>The field's type.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The short label.</summary>
    public required string Title { get; init; }

    /// <summary>The question, or null.</summary>
    public string? Question { get; init; }

    /// <summary>The categories; null unless categorical.</summary>
    public IReadOnlyList<(string Code, string Label)>? Categories { get; init; }

    /// <summary>Whether they run from low to high.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The codes of reasons, beside the empty field.</summary>
    public IReadOnlyList<(string Code, string Label, string Reason)> Missing { get; init; } = [];

    /// <summary>What it means for anonymity.</summary>
    public string Role { get; init; } = "sensitive";

    /// <summary>The battery of items, or null.</summary>
    public string? Battery { get; init; }

    /// <summary>Whether it stands in the frame.</summary>
    public bool IsInFrame { get; init; }

    /// <summary>The field of a codebook that it is taken over from, or null.</summary>
    public JsonObject? Like { get; init; }

    /// <summary>The field.</summary>
    public JsonObject ToJson()
    {
        if (Like is not null)
        {
            return (JsonObject)Like.DeepClone();
        }

        var field = new JsonObject { ["name"] = Name, ["type"] = Type, ["title"] = Title, ["titleEn"] = Title };
        if (Question is not null)
        {
            (field["question"], field["questionEn"]) = (Question, Question);
        }

        if (Battery is not null)
        {
            field["battery"] = Battery;
        }

        field["disclosureRole"] = Role;
        if (Categories is not null)
        {
            field["categories"] = new JsonArray([.. Categories.Select(one => Texts(new JsonObject { ["value"] = one.Code }, one.Label))]);
            field["categoriesOrdered"] = IsOrdered;
        }

        if (Role is "identifier" or "organisation")
        {
            field["missingValues"] = new JsonArray();
            field["constraints"] = Role == "identifier" ? new JsonObject { ["required"] = true, ["unique"] = true } : new JsonObject { ["required"] = true };
        }
        else
        {
            var reasons = Missing.Select(one => Texts(new JsonObject { ["value"] = one.Code }, one.Label, one.Reason));
            field["missingValues"] = new JsonArray([new JsonObject { ["value"] = "", ["label"] = "Ubesvart eller ikke stilt", ["labelEn"] = "Not answered or not asked", ["reason"] = "no_answer" }, .. reasons]);
        }

        return field;
    }

    private static JsonObject Texts(JsonObject one, string label, string? reason = null)
    {
        (one["label"], one["labelEn"]) = (label, label);
        if (reason is not null)
        {
            one["reason"] = reason;
        }

        return one;
    }
}

/// <summary>Names as a codebook has them: lower-case letters, digits and underscores, none of them twice.</summary>
internal sealed class CodebookNames
{
    private const int Longest = 40;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of what is called so in a file.</summary>
    /// <param name="called">What it is called.</param>
    public string For(string called)
    {
        var name = Plain(called);
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}_{number}");
        }

        return free;
    }

    /// <summary>Keeps a name for what is called so.</summary>
    public void Take(string name) => _taken.Add(name);

    private static string Plain(string called)
    {
        var text = new StringBuilder();
        foreach (var letter in called.Trim().ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("å", "a", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(letter);
            }
            else if (text.Length > 0 && text[^1] != '_' && !char.IsLetter(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                text.Append('_');
            }
        }

        var name = text.ToString()[..Math.Min(Longest, text.Length)].Trim('_');
        return name.Length == 0 ? "variable" : char.IsAsciiDigit(name[0]) ? "v" + name : name;
    }
}
