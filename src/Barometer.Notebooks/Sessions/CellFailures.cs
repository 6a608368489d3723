using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Barometer.Notebooks.Sessions;

/// <summary>Tells what went wrong in a cell.</summary>
internal sealed class CellFailures(CellSource cell, TimeSpan limit, Func<Assembly, bool> isCode)
{
    /// <summary>A cell that the judge doesn't let run.</summary>
    public CellFailure Of(IReadOnlyList<string> refusals) => Failure(FailureKind.Refused, string.Join('\n', refusals), line: null);

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
        $"The cell was stopped after {limit.TotalSeconds} s, the most that a cell may take.");

    private static string LeftBehind(CellRun run) => run.IsLeftBehind ? " Its code goes on all the same, until the session ends." : "";

    private CellFailure OfException(Exception exception, int? line)
    {
        var isSafe = SafeMessages.AreMarked(exception);
        return Failure(FailureKind.Exception, isSafe ? exception.Message : SafeMessages.Hidden, line) with
        {
            Name = TypeNames.Of(exception.GetType()),
            IsMessageHidden = !isSafe,
        };
    }

    private CellFailure Failure(FailureKind kind, string message, int? line) => CellFailure.Of(kind, cell.Number, cell.Id, message, line);

    // A task's exception is the one that the cell's author meant.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private IEnumerable<StackFrame> FramesOf(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileLineNumber() > 0 && frame.GetMethod() is { } method && isCode(method.Module.Assembly));

    private int? LineIn(IEnumerable<StackFrame> frames) =>
        frames.FirstOrDefault(frame => frame.GetFileName() == cell.Name)?.GetFileLineNumber();

    private static string Describe(StackFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{frame.GetFileName()}, line {frame.GetFileLineNumber()}");
}

/// <summary>
/// Which exceptions have messages that may be told: by convention those whose class, or a base of it, has an attribute of a
/// class called <c>SafeMessageAttribute</c>, of whatever assembly. Any other message may repeat what the code computed.
/// </summary>
internal static class SafeMessages
{
    private const string AttributeName = "SafeMessageAttribute";

    /// <summary>What stands in the place of a message that may hold data.</summary>
    public const string Hidden = "the message isn't shown, because it may hold an answer";

    /// <summary>Whether the exception's class says that its messages hold no data.</summary>
    public static bool AreMarked(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is NotebookException || Reflected.Attribute(exception.GetType(), AttributeName) is not null;
    }

    /// <summary>The types and frames of an exception and of those inside it, without their messages: for a log.</summary>
    public static string WithoutMessages(Exception exception) => exception.InnerException is { } inner
        ? $"{WithoutMessages(inner)}\nin {exception.GetType()}\n{exception.StackTrace}"
        : $"{exception.GetType()}\n{exception.StackTrace}";
}
