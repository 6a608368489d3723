using System.Collections;
using System.Globalization;
using System.Numerics;

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
