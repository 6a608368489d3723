namespace Barometer.Notebooks.Sessions;

/// <summary>
/// Which exceptions have messages that may be stored in a file: by convention those whose class, or a base of it, has
/// an attribute of a class called <c>SafeMessageAttribute</c>, of whatever assembly.
/// </summary>
public static class SafeMessages
{
    private const string AttributeName = "SafeMessageAttribute";

    /// <summary>Whether the exception's class says that its messages hold no data.</summary>
    public static bool AreMarked(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is NotebookException || Reflected.Attribute(exception.GetType(), AttributeName) is not null;
    }
}
