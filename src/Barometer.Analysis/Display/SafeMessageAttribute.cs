namespace Barometer.Analysis.Display;

/// <summary>
/// Marks an exception whose messages never hold data, so that a notebook may store them. The notebook host looks for an
/// attribute of exactly this name, whatever assembly it comes from, and leaves all other messages out of the file.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SafeMessageAttribute : Attribute;
