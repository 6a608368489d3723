using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// The list of everything that may be shown, each with its digest and what it stands on. A run writes it from the stamps
/// of the library; what is stored and isn't on it was made, or changed, by something else.
/// </summary>
/// <param name="forms">The forms and files.</param>
internal sealed class StampRegister(IEnumerable<StampedForm> forms)
{
    private const string Header = "place,part,form,stamp,sha256";
    private readonly IReadOnlyList<StampedForm> _forms = [.. forms.Distinct()];
    private readonly ILookup<(string Place, string Part), StampedForm> _in = forms.Distinct().ToLookup(form => (form.Place, form.Part));

    /// <summary>The forms and files, in the order in which they were shown.</summary>
    public IReadOnlyList<StampedForm> Forms => _forms;

    /// <summary>What a cell of a notebook may show, in the order in which it was shown.</summary>
    public IReadOnlyList<StampedForm> In(string place, string part) => [.. _in[(place, part)]];

    /// <summary>The register in a file; an empty one when there is none.</summary>
    /// <exception cref="BarometerException">The file is no register.</exception>
    public static StampRegister Read(string path) => File.Exists(path) ? Parse(File.ReadAllText(path), Path.GetFileName(path)) : new([]);

    /// <summary>The register in a text; <paramref name="name"/> stands for the file in messages.</summary>
    /// <exception cref="BarometerException">The text is no register.</exception>
    public static StampRegister Parse(string text, string name)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Skip(1).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        if (lines.Length == 0 || lines[0].TrimEnd('\r') != Header || rows.Exists(row => row.Length != 5))
        {
            throw new BarometerException(new Problem(
                "The register of what may be shown can't be read", name, Expected: Header, Hint: "write it anew with barometer reproduce"));
        }

        return new(rows.Select(row => new StampedForm(row[0], row[1], row[2], row[3], row[4])));
    }

    /// <summary>The register with other forms in these places.</summary>
    public StampRegister With(IReadOnlyCollection<string> places, IEnumerable<StampedForm> forms) =>
        new(_forms.Where(form => !places.Contains(form.Place)).Concat(forms).OrderBy(form => form.Place, StringComparer.Ordinal));

    /// <summary>The register as text: a line a form, without anything of its content.</summary>
    public string Write()
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var form in _forms)
        {
            text.AppendJoin(',', new[] { form.Place, form.Part, form.Form, form.Stamp, form.Digest }.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    // Names are the author's: a comma or a line end in one would make another row of it.
    private static string Field(string text) => new([.. text.Select(c => c is ',' || char.IsControl(c) ? ' ' : c)]);
}

/// <summary>One form of an output that may be stored, or a file that may lie in the repository.</summary>
/// <param name="Place">The notebook's name, or the folder.</param>
/// <param name="Part">The cell's id, or the file's path in the folder.</param>
/// <param name="Form">The media type, or «file».</param>
/// <param name="Stamp">What it stands on: <c>release innovated-by-group</c>, or <c>notice</c> when it holds no result.</param>
/// <param name="Digest">The SHA-256 digest of its content.</param>
internal sealed record StampedForm(string Place, string Part, string Form, string Stamp, string Digest)
{
    /// <summary>What <see cref="Form"/> is for a file.</summary>
    public const string File = "file";

    private const string OfRelease = "release ";

    /// <summary>The release it stands on, <c>innovated-by-group: id@digest id@digest</c>; null when it holds no result.</summary>
    public string? Release => Stamp.StartsWith(OfRelease, StringComparison.Ordinal) ? Stamp[OfRelease.Length..] : null;
}

/// <summary>The digest by which one form of an output is known again: the same for the form as shown and as stored.</summary>
internal static class FormDigest
{
    /// <summary>The digest of a form as the library hands it out.</summary>
    public static string Of(string mediaType, string content) =>
        OfText(MimeBundle.IsJson(mediaType) ? Canonical(JsonNode.Parse(content)) : content);

    /// <summary>The digest of a form as a notebook stores it.</summary>
    public static string Of(string mediaType, JsonNode? content) =>
        OfText(MimeBundle.IsJson(mediaType) ? Canonical(content) : Text(content));

    /// <summary>The digest of a file.</summary>
    public static string Of(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>A text of nbformat: one string, or a list of lines.</summary>
    public static string Text(JsonNode? content) => content is JsonArray lines ? string.Concat(lines) : content?.ToString() ?? "";

    private static string OfText(string text) => Of(Encoding.UTF8.GetBytes(text));

    // Jupyter sorts the keys of what it stores.
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject parent => $"{{{string.Join(',', parent.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{JsonValue.Create(one.Key).ToJsonString()}:{Canonical(one.Value)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Canonical))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
