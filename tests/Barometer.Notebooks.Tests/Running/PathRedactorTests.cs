namespace Barometer.Notebooks.Tests.Running;

public class PathRedactorTests
{
    [Theory]
    [InlineData("/home/kari/barometer/data/a.csv", "data/a.csv")]
    [InlineData("/home/kari/barometer", ".")]
    [InlineData("in «/home/kari/barometer» and /home/kari/barometer/", "in «.» and ")]
    [InlineData("/home/kari/barometer2/a", "~/barometer2/a")]
    [InlineData("/home/kari/.nuget/x", "~/.nuget/x")]
    [InlineData("/home/karianne/x", "/home/karianne/x")]
    [InlineData("/mnt/home/kari/x", "/mnt/home/kari/x")]
    [InlineData("https://example.org/home/kari/x", "https://example.org/home/kari/x")]
    [InlineData("/tmp/x /tmp", "$TMP/x $TMP")]
    [InlineData("no path at all", "no path at all")]
    public void Redact_Path_TakesTheMachineOut(string text, string expected) =>
        Assert.Equal(expected, new PathRedactor("/home/kari/barometer", "/home/kari", "/tmp/").Redact(text));

    [Theory]
    [InlineData(@"C:\Users\Kari\barometer\data\a.csv", @"data\a.csv")]
    [InlineData(@"""C:\\Users\\Kari\\barometer\\data""", @"""data""")]
    [InlineData("C:/Users/Kari/x", "~/x")]
    public void Redact_WindowsPath_TakesTheMachineOut(string text, string expected) =>
        Assert.Equal(expected, new PathRedactor(@"C:\Users\Kari\barometer", @"C:\Users\Kari", @"C:\Temp\").Redact(text));

    [Fact]
    public void Redact_HomeIsTheRootOfTheDisk_LeavesPathsAlone() =>
        Assert.Equal("/data/x", new PathRedactor("/srv/barometer", "/", "").Redact("/data/x"));
}
