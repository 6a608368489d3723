namespace Barometer.Evidence.Tests.Pack;

public sealed class PackContentsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("barometer-pack-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void Files_OfARegister_CountWhatIsOnIt()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items)));

        var text = Contents().Files().ToString();

        Assert.Contains("evidence/evidence.docx", text, StringComparison.Ordinal);
        Assert.Contains("3 figurer og 1 tabeller", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfARegister_HasALineANotebookAndTheirSum()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items)));

        var rows = Contents().Status().Content.Rows;

        Assert.Equal(["first", "second", "Alle"], rows.Select(row => row.Cells[0].Words!.Nb));
        Assert.Equal([1, 2, 3], rows.Select(row => (int)row.Cells[1].Value));
        Assert.Equal(rows.SkipLast(1).Sum(row => row.Cells[3].Value), rows[^1].Cells[3].Value);
        Assert.Contains("publisert tall", rows[1].Cells[4].Words!.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_Numbers_AreThoseOfTheJson()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items)));
        using var json = System.Text.Json.JsonDocument.Parse(PackSample.Make().Files()[^1].Bytes);

        Assert.Equal(json.RootElement.GetProperty("numbers").GetArrayLength(), (int)Contents().Status().Content.Rows[^1].Cells[3].Value);
    }

    [Fact]
    public void Exhibits_OfARegister_StandInTheirOrderInBothLanguages()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items)));

        var table = Contents().Exhibits();

        Assert.Equal(["Figur 1.1", "Tabell 1.1", "Figur 2.1", "Figur 2.2"], table.Content.Rows.Select(row => row.Cells[0].Words!.Nb));
        Assert.All(table.Content.Rows, row => Assert.NotEqual(row.Cells[1].Words!.Nb, row.Cells[1].Words!.En));
    }

    [Fact]
    public void Read_NoRegister_SaysWhatWritesIt()
    {
        var problem = Assert.Throws<BarometerException>(() => PackRegister.Read(_data.FullName)).Problems[0];

        Assert.Equal("barometer reproduce writes it", problem.Hint);
    }

    [Fact]
    public void Read_RegisterThatIsCutShort_SaysSo()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items))[..^20]);

        Assert.Contains("can't be read", Assert.Throws<BarometerException>(() => PackRegister.Read(_data.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_TablesOfThePackItself_AreNoExhibits()
    {
        Write(PackRegister.Write(PackRegister.Lines(PackSample.Make().Items)));

        var pack = new EvidencePack([new PackTheme(new("Pakken", "Pakken"), [PackSample.Exhibit("pack", "files", Contents())])], PackSample.Origin);

        Assert.Empty(pack.Files());
    }

    private PackContents Contents() => new(PackRegister.Read(_data.FullName), "1", Language.Nb);

    private void Write(string register)
    {
        Directory.CreateDirectory(Path.Combine(_data.FullName, "releases"));
        File.WriteAllText(Path.Combine(_data.FullName, "releases", PackRegister.FileName), register);
    }
}
