namespace Barometer.Analysis.Tests.Loading;

public class DeliveryTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("barometer-delivery-");

    public DeliveryTests()
    {
        Write("codebook/small.json", "{}");
        Write("restricted/small/responses.csv", "unit_id\n");
        Write("restricted/small/frame.csv", "unit_id\n");
    }

    public void Dispose()
    {
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Find_NoFile_IsNoDelivery() => Assert.Null(Find());

    [Fact]
    public void Find_WrittenAndRead_IsTheSame()
    {
        var delivery = new Delivery(new LocalizedText("Rådata fra undersøkelsen", "Raw data of the survey"), "2", new DateOnly(2026, 11, 9));
        Write("restricted/small/delivery.json", delivery.ToJson());

        Assert.Equal(delivery, Find());
        Assert.Equal("Raw data of the survey, version 2 (2026-11-09)", Find()!.Words.En);
    }

    [Theory]
    [InlineData("""{ "name": "Rådata", "version": "2" }""")]
    [InlineData("""{ "name": "Rådata", "version": "2", "date": "9.11.2026" }""")]
    [InlineData("""{ "name": "", "version": "2", "date": "2026-11-09" }""")]
    [InlineData("hemmelig")]
    public void Find_SaysSomethingElse_IsAFaultThatDoesNotRepeatIt(string text)
    {
        Write("restricted/small/delivery.json", text);

        var problem = Assert.Single(Assert.Throws<BarometerException>(Find).Problems);
        Assert.EndsWith("restricted/small/delivery.json", problem.File, StringComparison.Ordinal);
        Assert.DoesNotContain("Rådata", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", problem.ToString(), StringComparison.Ordinal);
    }

    private Delivery? Find() => Delivery.Find(SurveyFolder.Locate(_data.FullName, "small"));

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_data.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
