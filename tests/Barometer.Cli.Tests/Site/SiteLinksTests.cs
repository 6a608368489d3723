namespace Barometer.Cli.Tests.Site;

/// <summary>What a link brings into the site: open data and documents, and nothing of answers by whatever road.</summary>
public sealed class SiteLinksTests : IDisposable
{
    private const string Answers = "unit_id,innovated";
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-site-").FullName;

    public SiteLinksTests()
    {
        Write("data/restricted/s/responses.csv", Answers);
        Write("data/synthetic/s/responses.csv", Answers);
        Write("data/published/figures.csv", "id");
        Write("data/published/figures.copy.csv", Answers);
        Write("docs/method.md", "# Method");
        File.CreateSymbolicLink(Path.Combine(_root, "data/published/sources.csv"), Path.Combine(_root, "data/restricted/s/responses.csv"));
        File.CreateSymbolicLink(Path.Combine(_root, "docs/answers.md"), "../data/restricted/s/responses.csv");
        Directory.CreateSymbolicLink(Path.Combine(_root, "data/codebook"), Path.Combine(_root, "data/restricted/s"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Links_OpenDataAndDocuments_AreBroughtAlong()
    {
        var links = Of("../data/published/figures.csv", "../docs/method.md");

        Assert.Equal(["site/files/figures.csv"], links.Copies.Select(copy => copy.Name));
        Assert.Equal(["docs/method.md"], links.Documents);
    }

    [Theory]
    [InlineData("../data/restricted/s/responses.csv")]
    [InlineData("../data/synthetic/s/responses.csv")]
    [InlineData("../data/published/../restricted/s/responses.csv")]
    [InlineData(@"../data/published/..\restricted\s\responses.csv")]
    [InlineData("../data/published/%2e%2e/restricted/s/responses.csv")]
    [InlineData("../Data/Restricted/s/responses.csv")]
    [InlineData("../data/published/sources.csv")]
    [InlineData("../data/published/figures.copy.csv")]
    [InlineData("../data/published/figures.csv?../../restricted/s/responses.csv")]
    [InlineData("../data/codebook/responses.csv")]
    [InlineData("../docs/answers.md")]
    [InlineData("../docs/../data/restricted/s/responses.csv")]
    [InlineData("/data/restricted/s/responses.csv")]
    [InlineData("//data/restricted/s/responses.csv")]
    [InlineData("file:///data/restricted/s/responses.csv")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/csv,unit_id")]
    [InlineData("HTTPS://example.org/?responses")]
    public void Links_WhateverLeadsToAnswers_BringNothingAndLeadNowhere(string target)
    {
        var links = Of(target);

        Assert.Empty(links.Copies);
        Assert.Empty(links.Documents);
        Assert.Null(links.Find(target, "notebooks", Language.Nb).Address);
    }

    private SiteLinks Of(params string[] targets) =>
        new(_root, new Dictionary<string, LocalizedText>(), targets.Select(target => ("notebooks", $"[words]({target})")));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text);
    }
}
