namespace Barometer.Notebooks.Tests.Compiling;

public class SubmissionCompilerTests
{
    // The compiler keeps what it has read of an assembly for whoever compiles next: sessions that begin at once must not keep one each, since the next cell finds only one of them.
    [Fact]
    public async Task Compile_FirstCellsOfSeveralSessionsAtOnce_KnowTheFrameworkAsOne()
    {
        const int Sessions = 4;
        var cache = new ReferenceCache(ReferenceCache.ReadFramework());
        using var together = new Barrier(Sessions);

        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var compiler = new SubmissionCompiler(new SessionLibraries([], HostLibraries.None), cache);
                together.SignalAndWait(TestContext.Current.CancellationToken);
                compiler.Compile(Cell("class Mine : Exception { }"), TestContext.Current.CancellationToken);
                Assert.NotNull(compiler.Compile(Cell("throw new Mine();"), TestContext.Current.CancellationToken));
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private static CodePart Cell(string code) => new("cell", code, [], null);
}
