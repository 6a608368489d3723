using System.Reflection;

namespace Barometer.Notebooks.Display;

/// <summary>Calls by name: objects come from another load context, so that no cast to a type of ours could succeed.</summary>
internal static class Reflected
{
    /// <summary>The public instance method of that name with exactly those parameters, or null.</summary>
    public static MethodInfo? Method(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters);

    /// <summary>Calls the method; what it throws is thrown as it is, not wrapped.</summary>
    public static object? Call(this MethodInfo method, object instance, params object?[] arguments) =>
        method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
