namespace Barometer.Conformance.Weighting.Form;

/// <summary>A file that is not in the form that README.md describes: the cases are wrong, not the library.</summary>
internal sealed class FormException(string message) : Exception(message);
