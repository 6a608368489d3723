using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Commands;

public partial class ExportCommandTests(ReproducedClone reproduced)
{
    private const string Question = "15-my-question";

    private static readonly string Text = NotebookText.Of(
        """
        var barometer = Workbench.Open();
        var share = barometer.Release(barometer.Design("operational-2018").Proportion("innovated", by: "size_group"), id: "my-share");
        share.Bars()
        """,
        """share.Sentence(nb: "{innovated} av alle.", en: "{innovated} of all.")""",
        "share");

    [Fact]
    public async Task Export_NotebookWithoutANumberOfItsOwn_WritesDocumentsAndPicturesMarkedAsDrafts()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook(Question), Text);
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "export", "my-question")).Succeeded();

        var files = clone.Snapshot().Except(before).Select(line => line.Split(' ')[0]).ToList();
        Assert.All(files, file => Assert.StartsWith($"drafts/{Question}/", file, StringComparison.Ordinal));
        Assert.Superset(
            new[] { $"utkast-{Question}.docx", $"utkast-{Question}-en.docx", $"utkast-{Question}.xlsx", $"utkast-{Question}-en.xlsx", "figures/my-share.png", "figures/my-share.svg", "tables/my-share.docx", "tables/my-share.xlsx" }
                .Select(name => $"drafts/{Question}/{name}").ToHashSet(),
            files.ToHashSet());
        Assert.Contains($"utkast-{Question}.docx", run.Out, StringComparison.Ordinal);

        var word = Part(clone[$"drafts/{Question}/utkast-{Question}.docx"], "word/document.xml");
        Assert.Contains("Utkast: tallene er ikke publisert.", word, StringComparison.Ordinal);
        Assert.Contains("Utkast · syntetiske data", word, StringComparison.Ordinal);
        Assert.Contains("Figur\u00A0U.1 Jobber med innovasjon, etter størrelse", word, StringComparison.Ordinal);
        Assert.Contains("Tabell\u00A0U.1 ", word, StringComparison.Ordinal);
        Assert.Matches(@"\d+,\d prosent \(95 % KI \d+–\d+\) av alle\. \(Syntetiske data\)", Plain(word));
        Assert.Matches(@"\d+\.\d per cent \(95% CI \d+–\d+\) of all\.", Plain(Part(clone[$"drafts/{Question}/utkast-{Question}-en.docx"], "word/document.xml")));
        Assert.Matches("prosent .* av alle", Part(clone[$"drafts/{Question}/utkast-{Question}.xlsx"], "xl/worksheets/sheet3.xml"));
        Assert.Contains(">Utkast · syntetiske data<", Part(clone[$"drafts/{Question}/tables/my-share.xlsx"], "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("Figuren er et utkast", clone.Read($"drafts/{Question}/figures/my-share.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_FigureWithAKeptNumber_IsCalledByIt()
    {
        using var clone = reproduced.Clone.Copy();

        (await Tool.RunAsync(clone, "export", Samples.First, "--to", clone["elsewhere"])).Succeeded();

        var word = Part(clone[$"elsewhere/{Samples.First}/utkast-{Samples.First}.docx"], "word/document.xml");
        Assert.Contains("Figur\u00A01.1 ", word, StringComparison.Ordinal);
        Assert.DoesNotContain("U.1", Plain(word), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(clone.Root, "drafts"));
    }

    [Theory]
    [InlineData("System.Console.WriteLine(barometer)", "was not run")]
    [InlineData("barometer.Design(\"operational-2018\").Proportion(\"innovated\")", "shows no figure, table or sentence")]
    public async Task Export_WhatCarriesNoRelease_IsToldAndNothingIsWritten(string cell, string said)
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("loose"), NotebookText.Of("var barometer = Workbench.Open();", cell));
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "export", "loose")).Ended(ExitCode.Failure);

        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Clear_NotebookThatWasRun_LeavesItAsItWasWritten()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("my-question"), Text);
        var register = clone.Read("data/releases/shown.csv");
        (await Tool.RunAsync(clone, "run", "my-question")).Succeeded();
        Assert.Contains("image/png", clone.Read("notebooks/my-question.ipynb"), StringComparison.Ordinal);
        Assert.NotEqual(register, clone.Read("data/releases/shown.csv"));

        (await Tool.RunAsync(clone, "clear", "my-question")).Succeeded();

        Assert.DoesNotContain("\"output_type\"", clone.Read("notebooks/my-question.ipynb"), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"""execution_count"": \d", clone.Read("notebooks/my-question.ipynb"));
        Assert.Contains("my-share", clone.Read("notebooks/my-question.ipynb"), StringComparison.Ordinal);
        Assert.Equal(register, clone.Read("data/releases/shown.csv"));
    }

    private static string Part(string file, string name)
    {
        using var zip = ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string Plain(string xml) => Tag().Replace(xml, "").Replace('\u00A0', ' ');

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
