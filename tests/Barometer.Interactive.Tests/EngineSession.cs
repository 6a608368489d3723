using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Barometer.Interactive.Tests;

/// <summary>
/// A session of .NET Interactive in this process. Its package manager is left out: no notebook names packages, and it would ask
/// the network.
/// </summary>
internal sealed class EngineSession : IDisposable
{
    private readonly CompositeKernel _kernel = new() { new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing() };

    public EngineSession() => _kernel.UseImportMagicCommand();

    /// <summary>A session in which the library is loaded, as in every notebook.</summary>
    public static async Task<EngineSession> WithLibraryAsync()
    {
        var session = new EngineSession();
        Assert.Null((await session.RunAsync("#!import load.cs")).Failure);
        return session;
    }

    /// <summary>Runs a cell.</summary>
    public async Task<EngineResult> RunAsync(string code) => Result(await _kernel.SendAsync(new SubmitCode(code), TestContext.Current.CancellationToken));

    /// <summary>What the engine tells another program of a variable, in the form that it asks for.</summary>
    public async Task<EngineResult> AskAsync(string variable, string mediaType) =>
        Result(await _kernel.FindKernelByName("csharp").SendAsync(new RequestValue(variable, mediaType), TestContext.Current.CancellationToken));

    public void Dispose() => _kernel.Dispose();

    private static EngineResult Result(KernelCommandResult result) => new(
        [
            .. result.Events.Select(shown => shown switch
            {
                ErrorProduced => null,
                DisplayEvent display => display.FormattedValues,
                ValueProduced value => [value.FormattedValue],
                ValueInfosProduced infos => [.. infos.ValueInfos.Select(info => info.FormattedValue)],
                _ => null,
            }).OfType<IEnumerable<FormattedValue>>().Select(forms => forms.ToDictionary(form => form.MimeType, form => form.Value)),
        ],
        result.Events.OfType<CommandFailed>().FirstOrDefault()?.Message);
}

/// <summary>What the engine showed of a cell.</summary>
/// <param name="Outputs">Its outputs, each a set of forms by media type; printed text is one.</param>
/// <param name="Failure">What it says of an error; null when there was none.</param>
internal sealed record EngineResult(IReadOnlyList<IReadOnlyDictionary<string, string>> Outputs, string? Failure)
{
    /// <summary>Every form of every output, and the error.</summary>
    public string Everything => string.Join('\n', Outputs.SelectMany(output => output.Values).Append(Failure));
}
