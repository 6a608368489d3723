using Barometer.Analysis.Estimation;
using Barometer.Analysis.Loading;
using Barometer.Cli.Reproduction;
using Barometer.Evidence;
using Xunit;

namespace Barometer.Cli.Tests.Reproduction;

public class PictureTextTests
{
    private static readonly byte[] Picture = Draw("one");

    [Fact]
    public void AreSame_AnotherShade_OnlyWhenNotHeldToBytes()
    {
        var shaded = (byte[])Picture.Clone();
        shaded[^20] ^= 1;

        Assert.True(PictureText.AreSame(Picture, shaded, isStrict: false));
        Assert.False(PictureText.AreSame(Picture, shaded, isStrict: true));
    }

    [Fact]
    public void AreSame_AnotherFigure_Never() => Assert.False(PictureText.AreSame(Picture, Draw("two"), isStrict: false));

    [Fact]
    public void Comparable_Notebook_TakesPicturesByWhatTheyShow()
    {
        var shaded = (byte[])Picture.Clone();
        shaded[^20] ^= 1;

        Assert.Equal(Stored(Picture, strict: false), Stored(shaded, strict: false));
        Assert.NotEqual(Stored(Picture, strict: true), Stored(shaded, strict: true));
        Assert.NotEqual(Stored(Picture, strict: false), Stored(Draw("two"), strict: false));
    }

    [Fact]
    public void AreSame_PictureCutShort_IsNotTheSame() => Assert.False(PictureText.AreSame(Picture, Picture[..^100], isStrict: false));

    [Theory]
    [InlineData("iVBORw0KGg")]
    [InlineData("=A=B")]
    public void Comparable_TextThatIsNoPicture_StaysAsItIs(string text)
    {
        var json = $"{{ \"image/png\": \"{text}\" }}";

        Assert.Equal(json, PictureText.Comparable(json, isStrict: false));
    }

    private static string Stored(byte[] picture, bool strict) =>
        PictureText.Comparable($"{{ \"image/png\": \"{Convert.ToBase64String(picture)}\" }}", strict);

    private static byte[] Draw(string id)
    {
        var barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));
        return barometer.Release(barometer.Survey("strategic-2018").ResponseRates(), id).Bars().Titled(id, id).ToPng();
    }
}
