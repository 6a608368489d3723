using System.Text.RegularExpressions;

namespace Barometer.Interactive.Tests;

/// <summary>
/// Whatever a cell does with what isn't released, the engine shows the notice: by itself, inside another object, in every form that
/// it has, to another kernel and to a program that asks. One session for all: the engine settles how it writes JSON once in a process.
/// </summary>
public sealed partial class UnreleasedFormsTests(UnreleasedFormsTests.Session shared) : IClassFixture<UnreleasedFormsTests.Session>
{
    /// <summary>What isn't released, of each kind.</summary>
    private const string Prepared = """
        var barometer = Workbench.Open();
        var design = barometer.Design("operational-2018");
        var table = design.Proportion("innovated", by: "size_group");
        var ranks = design.Ranks(["partner_private", "partner_users"], answers: AnswerBase.Everybody);
        var trend = design.Trend("innovated", "size_group");
        var model = design.Regression("innovated", "size_group");
        var function = design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20");
        var scale = design.Scale("culture");
        """;

    private static readonly string[] Unreleased = ["table", "ranks", "trend", "model", "function", "scale"];

    private static readonly string[] Around =
    [
        "{0}", "({0}, {0})", "new {{ {0} }}", "new[] {{ {0} }}", "new object[] {{ {0}, new {{ {0} }} }}", "new System.Collections.Generic.List<object> {{ ({0}, {0}) }}",
        "new System.Collections.Generic.Dictionary<string, object> {{ [\"a\"] = {0} }}", "System.Linq.Enumerable.Repeat({0}, 2)", "new Lazy<object>({0})", "System.Threading.Tasks.Task.FromResult<object>({0})",
        "new InvalidOperationException(\"text\") {{ Data = {{ [\"a\"] = {0} }} }}", "new AggregateException(new InvalidOperationException($\"{{{0}}}\"))", "(Func<object>)(() => {0})", "new {{ a = new {{ b = new {{ c = new {{ d = new {{ {0} }} }} }} }} }}",
    ];

    private static readonly string[] Forms = ["text/html", "text/plain", "text/plain+summary", "application/json", "text/csv", "application/table-schema+json", "text/markdown", "image/png", "application/vnd.plotly.v1+json"];

    public static TheoryData<string> Objects => [.. Unreleased];

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Cell_ShowsIt_IsTheNotice(string name)
    {
        foreach (var around in Around)
        {
            var shown = await shared.Engine.RunAsync(string.Format(null, around, name));

            Assert.Null(shown.Failure);
            Assert.DoesNotMatch(Number(), Visible(shown.Everything));
            Assert.True(Hides.Any(around.Contains) || NoticeWord().IsMatch(shown.Everything), $"{around}: {shown.Everything}");
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Display_AnyForm_IsTheNoticeOrNothing(string name)
    {
        var all = string.Join(", ", Around.Select(around => string.Format(null, around, name)));
        foreach (var form in Forms)
        {
            // A form that the engine doesn't know of an object is an error that names it.
            var shown = await shared.Engine.RunAsync($"foreach (var one in new object[] {{ {all} }}) {{ try {{ display(one, \"{form}\"); }} catch (ArgumentException) {{ }} }}");
            Assert.DoesNotMatch(Number(), Visible(shown.Everything));

            var itself = await shared.Engine.RunAsync($"_ = display({name}, \"{form}\");");
            Assert.True(itself.Failure is not null ? itself.Failure.Contains(form, StringComparison.Ordinal) && itself.Outputs.Count == 0 : NoticeWord().IsMatch(itself.Everything), $"{form}: {itself.Everything}");
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task AnotherProgram_AsksForTheVariable_IsToldTheNotice(string name)
    {
        foreach (var form in new[] { "text/html", "text/plain", "text/plain+summary", "application/json", "text/csv" })
        {
            Assert.Matches(NoticeWord(), (await shared.Engine.AskAsync(name, form)).Everything);
        }

        foreach (var variables in new[] { "#!whos", "#!who" })
        {
            Assert.DoesNotMatch(Number(), Visible((await shared.Engine.RunAsync(variables)).Everything));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Json_ItStandsInsideAnother_IsItsText(string name) =>
        Assert.Matches(NoticeWord(), (await shared.Engine.RunAsync($"_ = display(new object[] {{ new {{ {name} }} }}, \"application/json\");")).Everything);

    [Fact]
    public async Task Exception_TextOfWhatIsNotReleased_IsTheNotice()
    {
        var failed = await shared.Engine.RunAsync("throw new InvalidOperationException($\"{table} {scale}\");");

        Assert.Matches(NoticeWord(), failed.Failure);
    }

    [Fact]
    public async Task Figure_Released_HasPictureAndChartToo()
    {
        var shown = Assert.Single((await shared.Engine.RunAsync("barometer.Release(table, id: \"of-this-test\").Bars()")).Outputs);

        Assert.Equal(["text/html", "text/plain", "image/png", "application/vnd.plotly.v1+json"], shown.Keys);
        Assert.Contains(shown["image/png"], shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("\"data\":", shown["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_ReleasedAndAskedForAsCsv_IsItsNumbers() =>
        Assert.Contains("release,survey,synthetic", (await shared.Engine.RunAsync("_ = display(barometer.Release(table, id: \"of-that-test\").Table(), \"text/csv\");")).Everything, StringComparison.Ordinal);

    // The engine shows of neither what it yields.
    private static readonly string[] Hides = ["Func<object>", "Task.FromResult"];

    // What a reader may see besides is how the engine draws, and what its parts are called.
    private static string Visible(string shown) => Tag().Replace(shown, " ");

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("(?<![0-9.A-Za-z])[0-9]+[.,][0-9]+(?![0-9.])")] // and no version
    private static partial Regex Number();

    [GeneratedRegex("ikke frigitt|not released|Ikke frigitt")]
    private static partial Regex NoticeWord();

    public sealed class Session : IAsyncLifetime
    {
        internal EngineSession Engine { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Engine = await EngineSession.WithLibraryAsync();
            Assert.Null((await Engine.RunAsync(Prepared)).Failure);
        }

        public ValueTask DisposeAsync()
        {
            Engine.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
