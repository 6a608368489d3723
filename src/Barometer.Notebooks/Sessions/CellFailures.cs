using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Barometer.Notebooks.Sessions;

/// <summary>Tells what went wrong in a cell.</summary>
internal sealed class CellFailures(CellSource cell, SessionOptions options, Func<Assembly, bool> isCode)
{
    /// <summary>A cell that can't be run as it is written.</summary>
    public CellFailure Of(CellFault fault) => Failure(fault.Kind, fault.Message, fault.Line) with { Trace = fault.Trace };

    /// <summary>A run that didn't come to its end.</summary>
    public CellFailure Of(CellRun run, CodePart? part)
    {
        var frames = run.Exception is null ? [] : FramesOf(Unwrap(run.Exception)).ToArray();
        var line = part?.ImportedAt ?? LineIn(frames);
        var failure = run.End switch
        {
            CellEnd.Threw => OfException(Unwrap(run.Exception!), line),
            CellEnd.TimedOut => Failure(FailureKind.TimeLimit, TooLong + LeftBehind(run), line),
            _ => Failure(FailureKind.Cancelled, "The cell was stopped because the run was cancelled." + LeftBehind(run), line),
        };
        return failure with { Trace = [.. frames.Select(Describe).Distinct()] };
    }

    private string TooLong => string.Create(
        CultureInfo.InvariantCulture,
        $"The cell was stopped after {options.CellTimeLimit.TotalSeconds} s, the most that a cell may take.");

    private static string LeftBehind(CellRun run) => run.IsLeftBehind ? " Its code goes on all the same, until the session ends." : "";

    private CellFailure OfException(Exception exception, int? line) => Failure(FailureKind.Exception, MessageOf(exception), line) with
    {
        Name = TypeNames.Of(exception.GetType()),
        StoredMessage = options.IsSafeMessage(exception) ? exception.Message : options.HiddenMessage,
        Details = exception.ToString(),
    };

    private CellFailure Failure(FailureKind kind, string message, int? line) => CellFailure.Of(kind, cell.Number, cell.Id, message, line);

    // A task's exception is the one that the cell's author meant.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static string MessageOf(Exception exception) => exception.InnerException is { } inner
        ? $"{exception.Message} ({TypeNames.Of(inner.GetType())}: {MessageOf(inner)})"
        : exception.Message;

    private IEnumerable<StackFrame> FramesOf(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileLineNumber() > 0 && frame.GetMethod() is { } method && isCode(method.Module.Assembly));

    private int? LineIn(IEnumerable<StackFrame> frames) =>
        frames.FirstOrDefault(frame => frame.GetFileName() == cell.Name)?.GetFileLineNumber();

    private static string Describe(StackFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{frame.GetFileName()}, line {frame.GetFileLineNumber()}");
}

/// <summary>
/// Which exceptions have messages that may be stored in a file: by convention those whose class, or a base of it, has
/// an attribute of a class called <c>SafeMessageAttribute</c>, of whatever assembly.
/// </summary>
internal static class SafeMessages
{
    private const string AttributeName = "SafeMessageAttribute";

    /// <summary>Whether the exception's class says that its messages hold no data.</summary>
    public static bool AreMarked(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is NotebookException || Reflected.Attribute(exception.GetType(), AttributeName) is not null;
    }
}
