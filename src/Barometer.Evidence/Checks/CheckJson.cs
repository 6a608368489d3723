using System.Text;
using System.Text.Json;

namespace Barometer.Evidence.Checks;

/// <summary>
/// Writes and reads checks as JSON: <c>{"format":"barometer-check/1","checks":[{"id","status","obstacle","computed",
/// "item":{"code","nb","en"},"synthetic","basis"}]}</c>. The status is derived again on reading and has to agree.
/// </summary>
internal static class CheckJson
{
    private const string Format = "barometer-check/1";

    /// <summary>The text.</summary>
    public static string Write(IEnumerable<PublishedCheck> checks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("checks");
            foreach (var check in checks)
            {
                Write(json, check);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The checks in a text.</summary>
    /// <exception cref="BarometerException">The text is not of this form, or contradicts the registry or itself.</exception>
    public static IReadOnlyList<PublishedCheck> Read(PublishedRegistry registry, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.GetProperty("format").GetString() != Format)
            {
                throw Broken($"the format {Format}", "another format");
            }

            return [.. json.RootElement.GetProperty("checks").EnumerateArray().Select(check => Read(registry, check))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Broken($"JSON of the form {Format}", "something else");
        }
    }

    private static void Write(Utf8JsonWriter json, PublishedCheck check)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Figure.Id);
        json.WriteString("status", CheckCodes.Of(check.Status));
        json.WriteString("obstacle", CheckCodes.Of(check.Obstacle));
        if (check.Computed is { } computed)
        {
            json.WriteNumber("computed", computed);
        }

        if (check.Outcome.Item is { } item)
        {
            json.WriteStartObject("item");
            json.WriteString("code", item.Code);
            json.WriteString("nb", item.Label.Nb);
            json.WriteString("en", item.Label.En);
            json.WriteEndObject();
        }

        json.WriteBoolean("synthetic", check.IsSynthetic);
        json.WriteString("basis", check.Basis);
        json.WriteEndObject();
    }

    private static PublishedCheck Read(PublishedRegistry registry, JsonElement json)
    {
        var figure = registry[Text(json, "id")];
        var outcome = Outcome(figure, json);
        if (CheckCodes.Of(outcome.Status) != Text(json, "status"))
        {
            throw Broken($"«{figure.Id}» with the status its number has: {CheckCodes.Of(outcome.Status)}", "another status");
        }

        return new PublishedCheck(figure, outcome, json.GetProperty("synthetic").GetBoolean(), Text(json, "basis"));
    }

    private static CheckOutcome Outcome(PublishedFigure figure, JsonElement json)
    {
        var obstacle = CheckCodes.Obstacle(Text(json, "obstacle")) ?? throw Broken("a known obstacle", "another text");
        if (obstacle != CheckObstacle.None)
        {
            return CheckOutcome.Blocked(obstacle);
        }

        if (figure.Kind != PublishedKind.Rank)
        {
            return CheckOutcome.OfNumber(figure, json.GetProperty("computed").GetDecimal());
        }

        var item = json.GetProperty("item");
        return CheckOutcome.OfItem(figure, new CheckItem(Text(item, "code"), new LocalizedText(Text(item, "nb"), Text(item, "en"))));
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw Broken($"a text for {name}", "nothing");

    private static BarometerException Broken(string expected, string got) => new(new Problem(
        "A check handed over by a notebook can't be read", Expected: expected, Got: got, Hint: "run the notebook again with this version"));
}
