using System.Collections;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Barometer.Notebooks.Display;

/// <summary>
/// The values whose text is shown as it is: strings, numbers, dates and their like, and short lists of them. Nothing
/// else is, because a list or an object of any other type may hold single answers.
/// </summary>
internal static class PlainValue
{
    private const int Longest = 20;

    /// <summary>The text of <paramref name="value"/> in the invariant culture, or null when it is no plain value.</summary>
    public static string? TextOf(object value) => Scalar(value) ?? List(value);

    private static string? Scalar(object value) => value switch
    {
        string text => text,
        Type type => TypeNames.Of(type),
        bool or char or Uri or Version => Convert.ToString(value, CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        Enum or TimeSpan or Guid => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        IFormattable number when IsNumber(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? List(object value)
    {
        var type = value.GetType();
        if (!IsFrameworkType(type) || ElementOf(type) is not { } element || !IsScalarType(element))
        {
            return null;
        }

        var shown = ((IEnumerable)value).Cast<object?>().Take(Longest + 1).Select(item => item is null ? "null" : Scalar(item)!).ToList();
        return shown.Count <= Longest
            ? $"[{string.Join(", ", shown)}]"
            : $"[{string.Join(", ", shown.Take(Longest))}, …]";
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        ?.GetGenericArguments()[0];

    // A library's own collection, a data frame's column for one, may hold rows whatever its elements are.
    private static bool IsFrameworkType(Type type) =>
        type.IsArray || Path.GetDirectoryName(type.Assembly.Location) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static bool IsScalarType(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || IsNumber(plain) || plain == typeof(string) || plain == typeof(bool) || plain == typeof(char)
            || plain == typeof(DateTime) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly) || plain == typeof(TimeOnly)
            || plain == typeof(TimeSpan) || plain == typeof(Guid) || plain == typeof(Uri) || plain == typeof(Version);
    }

    private static bool IsNumber(Type type) => type.IsValueType && type.Namespace is "System" or "System.Numerics"
        && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(INumberBase<>));
}

/// <summary>
/// A data frame (Microsoft.Data.Analysis, found by its name) as a table. What its rows hold was computed by the cell, and whoever
/// runs notebooks judges a cell's code before it runs.
/// </summary>
internal static class FrameTable
{
    private const string FrameType = "Microsoft.Data.Analysis.DataFrame";
    private const int Most = 100;

    /// <summary>The table; null for anything else than a data frame.</summary>
    public static MimeBundle? Format(object value)
    {
        if (value.GetType().FullName != FrameType)
        {
            return null;
        }

        var columns = ((IEnumerable)value.GetType().GetProperty("Columns")!.GetValue(value)!).Cast<object>().ToList();
        string[] names = [.. columns.Select(column => (string)column.GetType().GetProperty("Name")!.GetValue(column)!)];
        string[][] cells = [.. columns.Select(column => ((IEnumerable)column).Cast<object?>().Take(Most + 1).Select(Text).ToArray())];
        var rows = Enumerable.Range(0, cells.Length == 0 ? 0 : Math.Min(Most, cells[0].Length)).Select(row => cells.Select(column => column[row]).ToArray()).ToList();
        var more = cells.Length > 0 && cells[0].Length > Most ? string.Create(CultureInfo.InvariantCulture, $"the first {Most} rows") : "";
        var text = string.Join('\n', rows.Prepend(names).Select(row => string.Join('\t', row)).Concat(more.Length > 0 ? [more] : []));
        return MimeBundle.OfText(text).With(MimeBundle.Html, $"<table>{Caption(more)}<thead>{Row("th", names)}</thead><tbody>{string.Concat(rows.Select(row => Row("td", row)))}</tbody></table>");
    }

    private static string Caption(string text) => text.Length > 0 ? $"<caption>{text}</caption>" : "";

    private static string Row(string tag, IEnumerable<string> cells) => $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";

    // Six digits, as other tools show of a frame: a share in sixteen is no easier to follow. The frame keeps them all.
    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        _ => PlainValue.TextOf(value) ?? "",
    };
}

/// <summary>Names of types as a reader of C# would write them, without the classes that the compiler wraps cells in.</summary>
internal static class TypeNames
{
    /// <summary>How the names of the assemblies and classes begin that pieces of cells are compiled to.</summary>
    public const string SubmissionPrefix = "Submission#";

    /// <summary>The name with its namespace: <c>System.Collections.Generic.List&lt;Row&gt;</c>.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (IsAnonymous(type))
        {
            return "anonymous type";
        }

        var name = OwnName(type);
        return type.IsGenericType
            ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : name;
    }

    /// <summary>Whether the compiler made the type for <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static string OwnName(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType switch
        {
            null => string.IsNullOrEmpty(type.Namespace) ? name : $"{type.Namespace}.{name}",
            { IsNested: false } cell when cell.Name.StartsWith(SubmissionPrefix, StringComparison.Ordinal) => name,
            var outer => $"{OwnName(outer)}.{name}",
        };
    }
}
