using System.Buffers.Binary;
using System.Text;

namespace Barometer.Notebooks.Tests.Display;

public class PictureSizeTests
{
    [Theory]
    [InlineData(1440, 742, 7559, 720, 371)] // twice the points of a screen
    [InlineData(800, 600, 3780, 800, 600)]
    public void Metadata_PictureThatSaysItsSize_IsThatInPointsOfAScreen(int width, int height, int perMetre, int shownWidth, int shownHeight) =>
        Assert.Equal($$$"""{"image/png":{"height":{{{shownHeight}}},"width":{{{shownWidth}}}}}""", PictureSize.Metadata(type => type == "image/png" ? Png(width, height, perMetre) : null).ToJsonString());

    [Theory]
    [InlineData("AAAA")]
    [InlineData("no base64 at all")]
    public void Metadata_AnythingElse_IsEmpty(string content)
    {
        Assert.Empty(PictureSize.Metadata(_ => content));
        Assert.Empty(PictureSize.Metadata(_ => new string('!', 400)));
        Assert.Empty(PictureSize.Metadata(_ => Png(100, 100, 0)));
        Assert.Empty(PictureSize.Metadata(_ => null));
    }

    private static string Png(int width, int height, int perMetre)
    {
        var file = new byte[400];
        Encoding.ASCII.GetBytes("IHDR").CopyTo(file, 12);
        Encoding.ASCII.GetBytes("pHYs").CopyTo(file, 37);
        foreach (var (at, number) in new[] { (16, width), (20, height), (41, perMetre) })
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), number);
        }

        return Convert.ToBase64String(file);
    }
}
