namespace Barometer.Notebooks.Tests.Cells;

/// <summary>What a cell writes and shows goes to its own outputs, and nothing else does.</summary>
public class CellScopeTests(Sandbox sandbox)
{
    [Fact]
    public async Task CellWriter_InAndOutsideACell_SendsTextWhereItBelongs()
    {
        using var console = new StringWriter { NewLine = "\n" };
        await using var writer = new CellWriter(TextChannel.Out, console) { NewLine = "\n" };
        var (first, second) = (new Sink(), new Sink());

        await Task.WhenAll(WriteAsync(first, "1"), WriteAsync(second, "2"), WriteAsync(null, "0"));

        Assert.Equal("1b1\n1", first.Text);
        Assert.Equal("2b2\n2", second.Text);
        Assert.Equal("0b0\n0", console.ToString());

        async Task WriteAsync(Sink? sink, string text)
        {
            await Task.Yield();
            if (sink is not null)
            {
                new CellScope(sink).Enter();
            }

            await writer.WriteAsync(text);
            await Task.Delay(5, TestContext.Current.CancellationToken);
            writer.Write(['a', 'b', 'c'], 1, 1);
            await Task.Run(() => writer.WriteLine(text));
            writer.Write(text[0]);
        }
    }

    [Fact]
    public void CellWriter_MadeUnderACulture_WritesInTheCallersCulture()
    {
        using var console = new StringWriter();
        using var writer = Cultures.Under("nb-NO", () => new CellWriter(TextChannel.Out, console));

        Cultures.Under("", () =>
        {
            writer.Write(1234.5);
            return true;
        });

        Assert.Equal("1234.5", console.ToString());
    }

    [Fact]
    public void CellScope_AfterItsEnd_PassesNothingOn()
    {
        var sink = new Sink();
        var scope = new CellScope(sink);
        scope.Write(TextChannel.Out, "in time");
        scope.End();

        scope.Write(TextChannel.Out, "late");
        scope.Display("late");

        Assert.Equal("in time", sink.Text);
    }

    [Fact]
    public void Engine_Disposed_GivesTheConsoleBack()
    {
        var (output, error, input) = (Console.Out, Console.Error, Console.In);

        using (new CSharpEngine())
        {
            Assert.NotSame(output, Console.Out);
        }

        Assert.Same(output, Console.Out);
        Assert.Same(error, Console.Error);
        Assert.Same(input, Console.In);
    }

    [Fact]
    public async Task Session_WithoutANotebook_SendsToASink()
    {
        using var engine = new CSharpEngine();
        using var session = new CSharpSession(engine, new SessionOptions { Folder = AppContext.BaseDirectory });
        var sink = new Sink();

        var bad = await session.RunAsync(new CellSource(1, "a", "var kept = 3; throw new Exception();"), sink, TestContext.Current.CancellationToken);
        var good = await session.RunAsync(new CellSource(2, "b", "Console.Write(\"out\"); kept + 1"), sink, TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.Exception, bad?.Kind);
        Assert.Null(good);
        Assert.Equal("out4", sink.Text);
    }

    [Fact]
    public async Task Update_InTheSameCell_StandsInThePlaceOfWhatWasShown()
    {
        var result = await sandbox.RunAsync("var shown = \"0 %\".Display();\n\"beside\".Display();\nshown.Update(\"50 %\");\nshown.Update(\"100 %\");");

        Assert.True(result.Succeeded, result.Failure?.ToString());
        Assert.Equal(2, result.Outputs(1).Count);
        Assert.Equal("100 %beside", result.Shown(1));
    }

    [Fact]
    public async Task Display_AtTheEndOfACell_ShowsOnce()
    {
        var result = await sandbox.RunAsync("\"once\".Display()");

        Assert.Equal("once", result.Shown(1));
    }

    private sealed class Sink : IOutputSink
    {
        public string Text { get; private set; } = "";

        public void Write(TextChannel channel, string text) => Text += text;

        public void Show(MimeBundle bundle, string? displayId) => Text += bundle[MimeBundle.PlainText];

        public void Update(MimeBundle bundle, string displayId) => Text += "updated " + bundle[MimeBundle.PlainText];
    }
}
