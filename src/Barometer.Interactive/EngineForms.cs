using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Barometer.Interactive;

/// <summary>
/// Tells .NET Interactive in which forms what the library makes is shown: to a reader, to another language of the notebook, and to a
/// program that asks for a variable. The engine uses them for the object itself and wherever it stands inside another: a tuple,
/// a list, an exception.
/// </summary>
/// <remarks>
/// HTML and plain text the engine finds by the library's own convention (<see cref="Displayable"/>); the other forms it would make of
/// an object's public members. What isn't released has none that holds a number, and shows its notice there all the same. Text that
/// .NET writes, an exception's own for one, is not asked of a formatter.
/// </remarks>
public static class EngineForms
{
    private const string Html = "text/html";
    private const string Text = "text/plain";
    private const string Summary = "text/plain+summary";
    private const string Json = "application/json";
    private const string Table = "application/table-schema+json";
    private const string Csv = "text/csv";
    private const string Picture = "image/png";

    /// <summary>Registers the forms. Doing so again changes nothing.</summary>
    public static void Register()
    {
        Formatter.Register<Displayable>(shown => shown.ToHtml(), Html);
        Formatter.Register<Displayable>(shown => shown.ToString(), Text);
        Formatter.Register<Displayable>(shown => shown.ToString(), Summary);
        RegisterData();
        RegisterFigures();
    }

    // In the forms that are data for programs the text stands for the object, and in a list that is asked for as a table for each.
    private static void RegisterData()
    {
        Formatter.Register<Displayable>(shown => shown.ToString(), Csv);
        Formatter.Register<Displayable>(shown => JsonSerializer.Serialize(shown.ToString()), Json);
        Formatter.Register<Displayable>(shown => JsonSerializer.Serialize(shown.ToString()), Table);
        Formatter.Register<IEnumerable<Displayable>>(list => string.Concat(list.Select(shown => shown + "\n")), Csv);
        Formatter.Register<IEnumerable<Displayable>>(list => JsonSerializer.Serialize(list.Select(shown => shown.ToString())), Table);
        Formatter.Register<EvidenceTable>(CsvTableWriter.Write, Csv);
        foreach (var options in (JsonSerializerOptions[])[JsonFormatter.SerializerOptions, TabularDataResourceFormatter.JsonSerializerOptions])
        {
            // Once the engine has written JSON they can't be changed; then members stand there that anybody may know.
            if (!options.IsReadOnly)
            {
                options.Converters.Add(new TextInPlace());
            }
        }
    }

    private static void RegisterFigures()
    {
        Formatter.Register<Figure>(figure => Convert.ToBase64String(figure.ToPng()), Picture);
        Formatter.Register<Figure>(figure => figure.ToPlotlyJson(), InteractiveFigure.MediaType);

        // The engine reads the convention when it is first asked for a type's forms, and that would undo what is set before.
        _ = Formatter.GetPreferredMimeTypesFor(typeof(Figure));
        Formatter.SetPreferredMimeTypesFor(typeof(Figure), Html, Text, Picture, InteractiveFigure.MediaType);
    }

    /// <summary>Writes the text of something of the library's that stands inside another object.</summary>
    private sealed class TextInPlace : JsonConverter<Displayable>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Displayable).IsAssignableFrom(typeToConvert);

        public override Displayable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Displayable value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
