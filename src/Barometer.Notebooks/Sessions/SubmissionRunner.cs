using System.Reflection;
using System.Runtime.Loader;

namespace Barometer.Notebooks.Sessions;

/// <summary>Loads compiled pieces into the session's load context and runs them, by Roslyn's protocol for script code.</summary>
internal sealed class SubmissionRunner(AssemblyLoadContext context)
{
    // Each piece puts itself into the array; what follows finds its variables there. The first place is the globals'.
    private object?[] _submissions = new object?[16];
    private int _count = 1;

    /// <summary>Whether the assembly was made of cells: only its frames are told to the reader.</summary>
    public bool IsCode(Assembly assembly) =>
        ReferenceEquals(AssemblyLoadContext.GetLoadContext(assembly), context)
        && assembly.GetName().Name!.StartsWith(TypeNames.SubmissionPrefix, StringComparison.Ordinal);

    /// <summary>Loads the program and gives what is to be run on the cell's thread.</summary>
    public Action Prepare(SubmissionProgram program, CellScope scope)
    {
        if (++_count > _submissions.Length - 1)
        {
            Array.Resize(ref _submissions, _submissions.Length * 2);
        }

        var submissions = _submissions;
        using var image = new MemoryStream(program.Assembly);
        using var symbols = new MemoryStream(program.Symbols);
        var start = context.LoadFromStream(image, symbols)
            .GetType(program.EntryType, throwOnError: true)!
            .GetMethod(program.EntryMethod, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return () =>
        {
            var value = start(submissions).GetAwaiter().GetResult();
            if (program.HasResult)
            {
                scope.Display(value);
            }
        };
    }
}
