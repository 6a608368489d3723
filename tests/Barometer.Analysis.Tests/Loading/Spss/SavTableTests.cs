using System.Buffers.Binary;
using System.Text;

namespace Barometer.Analysis.Tests.Loading.Spss;

public class SavTableTests
{
    private static readonly SpssColumn[] Columns = [SavFixture.Number("x"), SavFixture.Text("t", 12)];

    private static readonly DeliveredValue[][] Rows =
    [
        [DeliveredValue.Of(1), DeliveredValue.Of("ja")],
        [DeliveredValue.Of(1.5), DeliveredValue.Of("blå")],
        [DeliveredValue.Empty, DeliveredValue.Empty],
    ];

    [Fact]
    public void Read_OtherBias_ShiftsSmallNumbers()
    {
        var bytes = Made();
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(84), 99.5);

        Assert.Equal([1.5, 1.5, double.NaN], Values(bytes).Select(row => row[0].Number));
    }

    [Fact]
    public void Read_RowsNotDeclared_GoesToTheEnd()
    {
        var bytes = Undeclared(Made());

        var table = Open(bytes);

        Assert.Null(table.DeclaredRows);
        Assert.Equal(3, SavFixture.Read(table).Count);
    }

    [Fact]
    public void Read_EndCodeLeftOut_IsNoFault()
    {
        var bytes = Undeclared(Made());

        // The last group of codes: the third row's three, then the end.
        var end = Array.LastIndexOf(bytes, (byte)252);
        bytes[end] = 0;

        Assert.Equal(3, Values(bytes).Count);
    }

    [Fact]
    public void Read_FewerRowsThanDeclared_IsRefusedWithCounts()
    {
        var bytes = Made();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), 5);

        var message = Refusal(bytes);

        Assert.Contains("fewer rows than it says", message, StringComparison.Ordinal);
        Assert.Contains("expected: 5 rows; got: 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreRowsThanDeclared_StopsThere()
    {
        var bytes = Made();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), 2);

        Assert.Equal(2, Values(bytes).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_EndInsideRow_SaysWhichRow(bool packed)
    {
        var compression = packed ? SavCompression.Bytecode : SavCompression.None;
        var bytes = Undeclared(Made(compression));

        // Of packed rows the last group holds the codes of two rows and the end; the value before it is announced by an earlier one.
        var message = Refusal(bytes[..^(compression == SavCompression.None ? 8 : 12)]);

        Assert.Contains("The file ends inside row ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("blå", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-KLINGON", true)]
    [InlineData("KLINGON", true)]
    [InlineData("UTF-8", false)]
    public void Read_UnknownEncoding_RefusesLettersThatItCantRead(string name, bool isUnknown)
    {
        var bytes = Extension20(Made(), name);

        if (isUnknown)
        {
            Assert.Contains("row 2, variable t", Refusal(bytes), StringComparison.Ordinal);
            Assert.Equal("blå", Values(bytes, Encoding.UTF8)[1][1].Text);
        }
        else
        {
            Assert.Equal("blå", Values(bytes)[1][1].Text);
        }
    }

    [Fact]
    public void Read_UnknownEncodingButPlainLetters_IsRead()
    {
        DeliveredValue[][] rows = [[DeliveredValue.Of(1), DeliveredValue.Of("plain")]];
        var bytes = Extension20(SavFixture.Write(new SpssDictionary { Columns = Columns }, rows, SavWriting.Default), "KLINGON");
        var table = Open(bytes);

        Assert.Equal("plain", SavFixture.Read(table)[0][1].Text);
        Assert.Contains(table.Findings, finding => finding is { What: "encoding", IsCertain: false });
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreRefusedWithoutTheAnswer()
    {
        var message = Refusal(SavFixture.Replace(Made(), "blå"u8, [(byte)'b', 0xE5, (byte)'z', (byte)'z']));

        Assert.Contains("can't be read as utf-8: row 2, variable t", message, StringComparison.Ordinal);
        Assert.DoesNotContain("zz", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LetterCutByTheWidth_IsLeftOut() =>
        Assert.Equal("bl", Values(SavFixture.Replace(Made(), "blå"u8, [(byte)'b', (byte)'l', 0xC3, (byte)' ']))[1][1].Text);

    [Fact]
    public void Read_ZeroBytes_AreTakenOutAsHavenDoes() =>
        Assert.Equal("ba", Values(SavFixture.Replace(Made(), "blå"u8, [(byte)'b', 0, (byte)'a', 0]))[1][1].Text);

    [Fact]
    public void Open_Mainframe_IsRefusedByName()
    {
        var ebcdic = Made();
        new byte[] { 0x5B, 0xC6, 0xD3, 0xF2 }.CopyTo(ebcdic, 0);

        Assert.Contains("comes from a mainframe", Refusal(ebcdic), StringComparison.Ordinal);
        Assert.Contains("not in the IEEE form", Refusal(SavFixture.Replace(Made(), [255, 255, 255, 255, 1, 0, 0, 0, 1, 0, 0, 0], [255, 255, 255, 255, 2, 0, 0, 0, 1, 0, 0, 0])), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EncryptedFile_SaysSo() =>
        Assert.Contains("is encrypted", Refusal([0x1C, 0, 0, 0, 0, 0, 0, 0, .. "ENCRYPTEDSAV"u8, .. new byte[200]]), StringComparison.Ordinal);

    [Fact]
    public void Open_CountBeyondTheFile_AllocatesNothing()
    {
        var bytes = Made();
        var at = SavFixture.Find(bytes, [7, 0, 0, 0, 13, 0, 0, 0]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 8), 0x7FFFFFFF);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 12), 0x7FFFFFFF);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("record 7/13", Refusal(bytes), StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 22);
    }

    // PSPP wrote the length before each value; the description has it once.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_LongMissingValues_AreReadInBothForms(bool repeated)
    {
        var column = SavFixture.Text("t", 12) with { Missing = new MissingValues([DeliveredValue.Of("dk"), DeliveredValue.Of("na")]) };
        var bytes = SavFixture.Write(new SpssDictionary { Columns = [column] }, [[DeliveredValue.Of("na")]], SavWriting.Default);
        if (repeated)
        {
            bytes = SavFixture.Replace(bytes, "dk      na      "u8, [.. "dk      "u8, 8, 0, 0, 0, .. "na      "u8]);
            var at = SavFixture.Find(bytes, [7, 0, 0, 0, 22, 0, 0, 0]);
            bytes[at + 12] += 4;
        }

        var table = Open(bytes);

        Assert.Equal(["dk", "na"], table.Columns[0].Missing.Single.Select(value => value.Text));
        Assert.True(table.Columns[0].Missing.Contains(SavFixture.Read(table)[0][0]));
    }

    [Theory]
    [InlineData(0, "names another place for itself")]
    [InlineData(8, "lies outside the file")]
    [InlineData(16, "lies outside the file")]
    public void Read_DamagedListOfBlocks_IsRefused(int offset, string said)
    {
        var bytes = Made(SavCompression.Zlib);
        var start = SavFixture.Find(bytes, [231, 3, 0, 0, 0, 0, 0, 0]) + 8;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(start + offset), 0x7FFFFFFF00000000);

        Assert.Contains(said, Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedBlock_SaysWhichAndWhere()
    {
        var bytes = Made(SavCompression.Zlib);
        var start = SavFixture.Find(bytes, [231, 3, 0, 0, 0, 0, 0, 0]) + 32;
        bytes.AsSpan(start + 3, 12).Fill(0xAA);

        Assert.Contains(FormattableString.Invariant($"Packed block 1 of 1 can't be unpacked (byte {start})"), Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_ReadTwice_GiveTheSameAndTellProgress()
    {
        var table = Open(Made());
        var shares = new List<double>();

        using (var rows = table.Rows(new Told(shares)))
        {
            while (rows.Read())
            {
            }
        }

        Assert.Equal(SavFixture.Read(table).SelectMany(row => row), Rows.SelectMany(row => row));
        Assert.Equal(1, shares[^1]);
    }

    private static byte[] Made(SavCompression compression = SavCompression.Bytecode) =>
        SavFixture.Write(new SpssDictionary { Columns = Columns }, Rows, SavWriting.Default with { Compression = compression });

    private static byte[] Undeclared(byte[] bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), -1);
        var at = SavFixture.Find(bytes, [7, 0, 0, 0, 16, 0, 0, 0]);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + 24), -1);
        return bytes;
    }

    private static byte[] Extension20(byte[] bytes, string name)
    {
        // The number of the code page must not help.
        var plain = SavFixture.Replace(bytes, BitConverter.GetBytes(65001), BitConverter.GetBytes(64999));
        return SavFixture.Replace(plain, [20, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, .. "UTF-8"u8], [20, 0, 0, 0, 1, 0, 0, 0, (byte)name.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(name)]);
    }

    private static SavTable Open(byte[] bytes, Encoding? encoding = null) => SavTable.Open(DeliverySource.Of(bytes, "made.sav"), encoding);

    private static List<DeliveredValue[]> Values(byte[] bytes, Encoding? encoding = null) => SavFixture.Read(Open(bytes, encoding));

    private static string Refusal(byte[] bytes) => Assert.Throws<BarometerException>(() => Values(bytes)).Message;

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
