namespace Barometer.Cli.Tests.Reproduction;

public class PictureTextTests
{
    private static readonly byte[] Picture = Draw("one");

    [Fact]
    public void AreSame_SameNotebook_IsTrue() => Assert.True(PictureText.AreSame(Stored(Picture), Stored(Picture)));

    [Fact]
    public void AreSame_AnotherFigure_IsFalse() => Assert.False(PictureText.AreSame(Stored(Picture), Stored(Draw("two"))));

    [Fact]
    public void AreSame_PictureCutShort_IsFalse() => Assert.False(PictureText.AreSame(Stored(Picture[..^100]), Stored(Picture)));

    [Fact]
    public void AreSame_OnePictureLess_IsFalse() =>
        Assert.False(PictureText.AreSame(Stored(Picture), Stored(Picture) + Stored(Picture)));

    [Theory]
    [InlineData("iVBORw0KGg")]
    [InlineData("=A=B")]
    public void AreSame_TextThatIsNoPicture_IsComparedAsItStands(string text) =>
        Assert.False(PictureText.AreSame($"{{ \"image/png\": \"{text}\" }}", Stored(Picture)));

    private static string Stored(byte[] picture) => $"{{ \"image/png\": \"{Convert.ToBase64String(picture)}\" }}";

    private static byte[] Draw(string id)
    {
        var barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));
        return barometer.Release(barometer.Survey("strategic-2018").ResponseRates(), id).Bars().Titled(id, id).ToPng();
    }
}
