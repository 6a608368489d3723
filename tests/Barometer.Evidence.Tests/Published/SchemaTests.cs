using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Published;

/// <summary>Holds figures.csv against its Table Schema.</summary>
public class SchemaTests
{
    private static readonly JsonElement[] Fields = ReadFields();

    [Fact]
    public void Fields_InTheirOrder_AreTheColumns() => Assert.Equal(
        File.ReadLines(PublishedFiles.Figures).First().Split(','),
        Fields.Select(Name));

    [Fact]
    public void Fields_Each_AreDescribed() =>
        Assert.All(Fields, field => Assert.NotEqual("", field.GetProperty("description").GetString()));

    [Fact]
    public void Rows_EveryCell_KeepsToItsField()
    {
        foreach (var row in PublishedFiles.Rows("figures.csv"))
        {
            Assert.All(Fields, field => Assert.True(Keeps(field, row[Name(field)]), $"{row["id"]}, {Name(field)}"));
        }
    }

    [Theory]
    [InlineData("id", "")]
    [InlineData("country", "XX")]
    [InlineData("series", "both")]
    [InlineData("government_level", "county")]
    [InlineData("statistical_unit", "unit")]
    [InlineData("topic", "")]
    [InlineData("value", "0,85")]
    [InlineData("year", "1999")]
    [InlineData("base_weighted", "yes")]
    [InlineData("id", "dk1")]
    public void Keeps_AWrongCell_IsFalse(string column, string cell) =>
        Assert.False(Keeps(Fields.Single(field => Name(field) == column), cell));

    private static bool Keeps(JsonElement field, string cell)
    {
        field.TryGetProperty("constraints", out var constraints);
        return cell.Length == 0
            ? !Has(constraints, "required", out var required) || !required.GetBoolean()
            : IsOfType(field.GetProperty("type").GetString()!, cell)
                && (!Has(constraints, "enum", out var values) || values.EnumerateArray().Any(value => value.GetString() == cell))
                && (!Has(constraints, "pattern", out var pattern) || Regex.IsMatch(cell, $"^(?:{pattern.GetString()})$"))
                && (!Has(constraints, "minimum", out var minimum) || Number(cell) >= minimum.GetDecimal())
                && (!Has(constraints, "maximum", out var maximum) || Number(cell) <= maximum.GetDecimal());
    }

    private static bool IsOfType(string type, string cell) => type switch
    {
        "integer" => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "boolean" => cell is "true" or "false",
        _ => true,
    };

    private static bool Has(JsonElement constraints, string name, out JsonElement value)
    {
        value = default;
        return constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out value);
    }

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static string Name(JsonElement field) => field.GetProperty("name").GetString()!;

    private static JsonElement[] ReadFields()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(PublishedFiles.Folder, "figures.schema.json")));
        return [.. json.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.Clone())];
    }
}
