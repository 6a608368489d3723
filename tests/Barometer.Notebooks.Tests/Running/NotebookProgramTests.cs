namespace Barometer.Notebooks.Tests.Running;

public class NotebookProgramTests(Sandbox sandbox)
{
    [Fact]
    public void Run_Again_StartsFromNothingAndShowsTheSame()
    {
        using var engine = new CSharpEngine();
        var program = NotebookProgram.Compile(sandbox.Notebook("var n = 1;", "n += 1; Console.Write(n);", "n * 10"), engine, new NotebookRunOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(["2", "20"], Shown(program));
        Assert.Equal(["2", "20"], Shown(program));
    }

    [Fact]
    public void Run_OwnForms_TakeThePlaceOfThoseThatAreStored()
    {
        using var engine = new CSharpEngine();
        var program = NotebookProgram.Compile(sandbox.Notebook("\"text\""), engine, new NotebookRunOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(["form of text"], Shown(program, value => [MimeBundle.OfText($"form of {value}")]));
    }

    [Fact]
    public void Run_ACellThrows_ThrowsIt()
    {
        using var engine = new CSharpEngine();
        var program = NotebookProgram.Compile(sandbox.Notebook("throw new System.IO.IOException(\"away\");"), engine, new NotebookRunOptions(), TestContext.Current.CancellationToken);

        Assert.Throws<IOException>(() => Shown(program));
    }

    [Fact]
    public void Run_Cancelled_StopsAtACheckpoint()
    {
        using var engine = new CSharpEngine();
        var program = NotebookProgram.Compile(sandbox.Notebook("1", "while (true) { }"), engine, new NotebookRunOptions(), TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => program.Run(format: null, _ => stop.CancelAfter(10), stop.Token));
    }

    [Fact]
    public void Compile_ACellThatDoesNot_NamesItAndWhy()
    {
        using var engine = new CSharpEngine();

        var fault = Assert.Throws<NotebookException>(
            () => NotebookProgram.Compile(sandbox.Notebook("1", "nothing"), engine, new NotebookRunOptions(), TestContext.Current.CancellationToken));

        Assert.Contains("cell 2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nothing", fault.Message, StringComparison.Ordinal);
    }

    private static List<string> Shown(NotebookProgram program, Func<object?, IReadOnlyList<MimeBundle>>? format = null)
    {
        var shown = new List<string>();
        program.Run(format, output => shown.Add(output.Bundle[MimeBundle.PlainText]!), TestContext.Current.CancellationToken);
        return shown;
    }
}
