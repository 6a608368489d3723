using System.Diagnostics;

namespace Barometer.Notebooks.Tests.Sessions;

/// <summary>Cells that don't end by themselves.</summary>
public class StoppingTests(Sandbox sandbox)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    // Two seconds on an idle machine; a cell that isn't stopped would go on for minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TheoryData<string> EndlessCells => new()
    {
        "while (true) { }",
        "while (true) { try { while (true) { } } catch (Exception) { } }",
        "System.Threading.Thread.Sleep(-1);",
        "await System.Threading.Tasks.Task.Delay(-1);",
        "new System.Threading.ManualResetEvent(false).WaitOne();",
        "try { } finally { while (true) System.Threading.Thread.Sleep(50); }",
        "var i = 0; again: i++; goto again;",
        "for (;;);",
        "do ; while (true);",
        "int F(int n) { if (n == 0) return 0; return F(n - 1) + F(n - 1); }\nF(60)",
        "Action a = () => { }; a(); for (;;) foreach (var x in new[] { 1 }) a();",
        "while (true) { try { Console.Write(' '); } catch (Exception) { } }",
        "System.Threading.Tasks.Parallel.For(0L, long.MaxValue, i => { });",
        "await System.Threading.Tasks.Task.Yield(); while (true) System.Threading.Thread.Sleep(50);",
        OperatingSystem.IsWindows() ? Native("kernel32", "Sleep", "300000") : Native("libc", "sleep", "300"),
    };

    [Theory]
    [MemberData(nameof(EndlessCells))]
    public async Task RunAsync_CellNeverEnds_StopsAtTheTimeLimit(string code)
    {
        var options = new NotebookRunOptions { CellTimeLimit = Limit, StopGrace = TimeSpan.FromMilliseconds(500), OutputLimit = int.MaxValue };
        var clock = Stopwatch.StartNew();

        var result = await sandbox.RunAsync(options, "1", code, "\"not reached\"");

        Assert.Equal(FailureKind.TimeLimit, result.Failure?.Kind);
        Assert.Equal(2, result.Failure!.CellNumber);
        Assert.Contains("0.3 s", result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal([CellState.Succeeded, CellState.Failed, CellState.NotRun], result.Cells.Select(cell => cell.State));
        Assert.Empty(result.Outputs(3));
        Assert.InRange(clock.Elapsed, Limit, Longest);
    }

    [Fact]
    public async Task RunAsync_LoopStopped_TellsItsLine()
    {
        using var inside = new Inside();

        var result = await inside.StopAsync(sandbox, $"var i = 0;\n\nwhile (true)\n    if (i++ == 0) {inside.Begins}");

        Assert.InRange(result.Failure!.Line ?? 0, 3, 4);
    }

    [Fact]
    public async Task RunAsync_Cancelled_StopsTheCell()
    {
        using var cancel = new CancellationTokenSource();
        var running = sandbox.Runner.RunAsync(
            sandbox.Notebook("\"before\".Display(); while (true) { }"), progress: new CancelAtStart(cancel), cancel: cancel.Token);

        var result = await running.WaitAsync(Longest, TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.Cancelled, result.Failure?.Kind);
        Assert.Equal(CellState.Cancelled, Assert.Single(result.Cells).State);
    }

    [Fact]
    public async Task RunAsync_EndlessLoopStopped_LeavesNoThreadSpinning()
    {
        using var inside = new Inside();

        await inside.StopAsync(sandbox, $"try {{ {inside.Begins} while (true) {{ }} }} finally {{ {inside.Ends} }}");

        Assert.True(inside.Ended);
    }

    [Fact]
    public async Task RunAsync_CellLeftBehind_WritesNothingMore()
    {
        var options = new NotebookRunOptions { StopGrace = TimeSpan.FromMilliseconds(100) };

        var result = await sandbox.RunAsync(
            options,
            """
            var second = new System.Threading.ManualResetEventSlim();
            var late = System.Threading.Tasks.Task.Run(() => { second.Wait(); Console.WriteLine("late"); });
            """,
            "second.Set(); await late; Console.WriteLine(\"second\");");

        Assert.Null(result.Failure);
        Assert.Empty(result.Outputs(1));
        Assert.Equal("second\n", result.Shown(2));
    }

    [Fact]
    public void InterruptGate_AsTheCodeEnds_NeverReachesWhatComesAfter()
    {
        var random = new Random(2018);
        for (var i = 0; i < 500; i++)
        {
            var (gate, reached, spins) = (new InterruptGate(), false, random.Next(2000));
            var thread = new Thread(() =>
            {
                Thread.SpinWait(spins);
                gate.Close();
                Thread.Sleep(1);
                reached = true;
            });
            thread.Start();
            Thread.SpinWait(random.Next(2000));

            gate.Interrupt(thread);

            thread.Join();
            Assert.True(reached);
        }
    }

    // Code that neither a checkpoint nor an interrupt reaches.
    private static string Native(string library, string function, string argument) =>
        $"[System.Runtime.InteropServices.DllImport(\"{library}\")] static extern uint {function}(uint time);\n{function}({argument});";

    /// <summary>Stops a cell once its own code says that it runs, however long it took to get there: a time limit could pass before.</summary>
    private sealed class Inside : IDisposable
    {
        private readonly string _name = $"BAROMETER_{Guid.NewGuid():N}";
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _ended;

        public Inside()
        {
            AppDomain.CurrentDomain.SetData(_name, (Action)_began.SetResult);
            AppDomain.CurrentDomain.SetData(_name + "_END", (Action)(() => _ended = true));
        }

        public bool Ended => _ended;

        public string Begins => $"((Action)AppDomain.CurrentDomain.GetData(\"{_name}\"))();";

        public string Ends => $"((Action)AppDomain.CurrentDomain.GetData(\"{_name}_END\"))();";

        public async Task<NotebookRunResult> StopAsync(Sandbox sandbox, string code)
        {
            using var cancel = new CancellationTokenSource();
            var options = new NotebookRunOptions { StopGrace = Longest };
            var running = sandbox.Runner.RunAsync(sandbox.Notebook(code), options, cancel: cancel.Token);
            await _began.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
            await cancel.CancelAsync();
            return await running;
        }

        public void Dispose()
        {
            AppDomain.CurrentDomain.SetData(_name, null);
            AppDomain.CurrentDomain.SetData(_name + "_END", null);
        }
    }

    private sealed class CancelAtStart(CancellationTokenSource cancel) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            if (value.State == CellState.Running)
            {
                cancel.CancelAfter(200);
            }
        }
    }
}
