using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Barometer.Notebooks.Display;

/// <summary>
/// The convention by which .NET Interactive finds a type's formatters: an attribute class called
/// <c>TypeFormatterSourceAttribute</c>, of whatever assembly, that names a class with <c>CreateTypeFormatters()</c>,
/// whose results have <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>.
/// </summary>
internal static class FormatterSource
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private static readonly string[] DefaultMediaTypes = [MimeBundle.Html, MimeBundle.PlainText];

    /// <summary>The forms of <paramref name="value"/> that its type's formatters write, or null when it has none.</summary>
    public static MimeBundle? Format(object value)
    {
        if (Reflected.Attribute(value.GetType(), AttributeName) is not { } attribute || Read<Type>(attribute, "FormatterSourceType") is not { } source)
        {
            return null;
        }

        var preferred = Read<string[]>(attribute, "PreferredMimeTypes") is { Length: > 0 } named ? named : DefaultMediaTypes;
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var formatter in Create(source))
        {
            if (Read<string>(formatter, "MimeType") is { } mediaType && preferred.Contains(mediaType)
                && !forms.ContainsKey(mediaType) && Write(formatter, value) is { } text)
            {
                forms.Add(mediaType, text);
            }
        }

        return forms.Count > 0 ? new MimeBundle(forms) : null;
    }

    private static IEnumerable<object> Create(Type source)
    {
        var instance = Activator.CreateInstance(source, nonPublic: true)!;
        var made = Reflected.Method(source, "CreateTypeFormatters")?.Call(instance) as IEnumerable;
        return made?.Cast<object>() ?? [];
    }

    private static string? Write(object formatter, object value)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        return Reflected.Method(formatter.GetType(), "Format", typeof(object), typeof(TextWriter))?.Call(formatter, value, writer) is true
            ? writer.ToString()
            : null;
    }

    private static T? Read<T>(object instance, string property)
        where T : class => instance.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.GetValue(instance) as T;
}
