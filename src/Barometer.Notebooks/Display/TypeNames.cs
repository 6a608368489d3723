using System.Runtime.CompilerServices;

namespace Barometer.Notebooks.Display;

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
