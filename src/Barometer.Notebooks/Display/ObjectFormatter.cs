using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Barometer.Notebooks.Display;

/// <summary>
/// What a notebook shows of an object. The object decides, by convention: <c>ToMimeBundles()</c>, then the formatters of
/// .NET Interactive's <c>TypeFormatterSourceAttribute</c>, then <c>ToHtml()</c>.
/// </summary>
/// <remarks>
/// An object that has none of them shows its text when it is a plain value, and only the name of its type otherwise. Its
/// members and elements are never listed and its <c>ToString()</c> isn't called: records, tuples and rows print what they hold,
/// and that may be single answers. A data frame is shown as a table.
/// </remarks>
internal static class ObjectFormatter
{
    /// <summary>Whether it is shown by what it holds: a number, a text, a short list of them, a data frame.</summary>
    public static bool IsPlain(object value) => PlainValue.TextOf(value) is not null || FrameTable.Format(value) is not null;

    /// <summary>The outputs for <paramref name="value"/>; none only when the object says so itself.</summary>
    public static IReadOnlyList<MimeBundle> Format(object? value) => value switch
    {
        null => [MimeBundle.OfText("null")],
        _ when OwnBundles(value) is { } bundles => bundles,
        _ when FormatterSource.Format(value) is { } bundle => [bundle],
        _ when OwnHtml(value) is { } bundle => [bundle],
        _ when FrameTable.Format(value) is { } bundle => [bundle],
        _ => [MimeBundle.OfText(PlainValue.TextOf(value) ?? NameOf(value.GetType()))],
    };

    private static List<MimeBundle>? OwnBundles(object value) =>
        Reflected.Method(value.GetType(), "ToMimeBundles")?.Call(value) is IEnumerable<IReadOnlyDictionary<string, string>> made
            ? [.. made.Select(forms => new MimeBundle(forms))]
            : null;

    private static MimeBundle? OwnHtml(object value) =>
        Reflected.Method(value.GetType(), "ToHtml")?.Call(value) is string html
            ? MimeBundle.OfText(OwnText(value) ?? NameOf(value.GetType())).With(MimeBundle.Html, html)
            : null;

    // A type that writes its own HTML may write its own text too; a text that the compiler made lists every member.
    private static string? OwnText(object value)
    {
        var method = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return method.DeclaringType == typeof(object) || method.DeclaringType == typeof(ValueType)
            || method.IsDefined(typeof(CompilerGeneratedAttribute), false) || TypeNames.IsAnonymous(value.GetType())
            ? null
            : value.ToString();
    }

    private static string NameOf(Type type) => TypeNames.Of(type) + " (only the type is shown: its content may be single answers; give the type a ToHtml(), or show one value)";
}

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

/// <summary>Calls by name: objects come from another load context, so that no cast to a type of ours could succeed.</summary>
internal static class Reflected
{
    /// <summary>The public instance method of that name with exactly those parameters, or null.</summary>
    public static MethodInfo? Method(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters);

    /// <summary>Calls the method; what it throws is thrown as it is, not wrapped.</summary>
    public static object? Call(this MethodInfo method, object instance, params object?[] arguments) =>
        method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    /// <summary>The attribute on the type, or on the nearest of its bases that has one, whose class has that name; or null.</summary>
    public static object? Attribute(Type type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            // By its description first: making every attribute of the type might need assemblies that aren't there.
            if (at.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == name) is { } found)
            {
                return at.GetCustomAttributes(found.AttributeType, inherit: false)[0];
            }
        }

        return null;
    }
}
