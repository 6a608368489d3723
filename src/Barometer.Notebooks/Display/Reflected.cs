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
