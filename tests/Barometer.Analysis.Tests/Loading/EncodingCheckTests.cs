using System.Text;
using CsCheck;

namespace Barometer.Analysis.Tests.Loading;

public class EncodingCheckTests
{
    // The check reads blocks of 65 536 bytes: letters of two, three and four bytes must be able to lie across the border.
    [Theory]
    [InlineData("å")]
    [InlineData("–")]
    [InlineData("𝄞")]
    public void Passes_LetterAcrossBlocks_IsUtf8(string letter)
    {
        for (var before = 65_530; before <= 65_538; before++)
        {
            Assert.Null(Problem(Encoding.UTF8.GetBytes(new string('a', before) + letter + "\nend")));
        }
    }

    [Fact]
    public void Passes_InvalidByteInALaterBlock_GivesItsLine()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789\n", 20_000))), 0xE5, (byte)'\n'];

        Assert.Equal(20_001, Problem(content)!.Row);
    }

    [Fact]
    public void Passes_LetterCutOffAtTheEnd_IsNotUtf8() => Assert.NotNull(Problem([(byte)'a', 0xC3]));

    [Fact]
    public void Passes_AnyText_IsUtf8() => Gen.String[0, 200].Where(HasNoLoneSurrogate).Sample(text =>
        Assert.Null(Problem(Encoding.UTF8.GetBytes("a\n" + text))), iter: 200);

    private static bool HasNoLoneSurrogate(string text) => !text.Any(char.IsSurrogate);

    private static Problem? Problem(byte[] content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            var problems = new ProblemLog("x.csv");
            var passes = EncodingCheck.Passes(path, problems);
            Assert.Equal(passes, !problems.Any);
            return problems.ToList().SingleOrDefault();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
