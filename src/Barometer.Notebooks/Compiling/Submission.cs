using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Notebooks.Compiling;

/// <summary>A compiled piece of code.</summary>
/// <param name="Compilation">The compilation that the next piece continues.</param>
/// <param name="Program">What is to be run; null when the piece only declares usings.</param>
internal sealed record Submission(CSharpCompilation Compilation, SubmissionProgram? Program);

/// <summary>The runnable form of a piece of code.</summary>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="Symbols">The bytes of its line numbers.</param>
/// <param name="EntryType">The name of the class with the entry point.</param>
/// <param name="EntryMethod">The name of the entry point, which takes the array of all pieces and gives a task.</param>
/// <param name="HasResult">Whether it ends in an expression whose value is to be shown.</param>
internal sealed record SubmissionProgram(byte[] Assembly, byte[] Symbols, string EntryType, string EntryMethod, bool HasResult);
