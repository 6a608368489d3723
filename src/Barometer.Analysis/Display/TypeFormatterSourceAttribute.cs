namespace Barometer.Analysis.Display;

/// <summary>
/// Names the class that makes a type's formatters. .NET Interactive looks for an attribute of exactly this name on a
/// type or its base types, whatever assembly it comes from.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class with the method <c>CreateTypeFormatters</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The media types to prefer, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
