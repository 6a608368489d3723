using System.Runtime.CompilerServices;

namespace Barometer.Notebooks.Display;

/// <summary>
/// What a notebook shows of an object. The object decides, by convention: <c>ToMimeBundles()</c>, then the formatters of
/// .NET Interactive's <c>TypeFormatterSourceAttribute</c>, then <c>ToHtml()</c>.
/// </summary>
/// <remarks>
/// An object that has none of them shows its text when it is a plain value, and only the name of its type otherwise. Its
/// members and elements are never listed and its <c>ToString()</c> isn't called: records, tuples, data frames and their
/// rows print what they hold, and that may be single answers.
/// </remarks>
internal static class ObjectFormatter
{
    /// <summary>The outputs for <paramref name="value"/>; none only when the object says so itself, or has been shown already.</summary>
    public static IReadOnlyList<MimeBundle> Format(object? value) => value switch
    {
        null => [MimeBundle.OfText("null")],
        DisplayedValue => [],
        _ when OwnBundles(value) is { } bundles => bundles,
        _ when FormatterSource.Format(value) is { } bundle => [bundle],
        _ when OwnHtml(value) is { } bundle => [bundle],
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

    private static string NameOf(Type type) => TypeNames.Of(type) + (type.FullName == "Microsoft.Data.Analysis.DataFrame"
        ? " (rows of a data frame are never shown: they may be single answers; show a table made of them)"
        : " (only the type is shown: its content may be single answers; give the type a ToHtml(), or show one value)");
}
