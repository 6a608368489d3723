using System.Text;
using CsCheck;

namespace Barometer.Analysis.Tests.Loading.Spss;

public class SavRoundTripTests
{
    private const string Letters = "abcdefghij ABCDEFG0123456789æøåÆØÅé'/:()=";

    private static readonly Gen<string> Text = Gen.Select(Gen.Char[Letters].Array[0, 40], letters => new string(letters).Trim());

    private static readonly Gen<SpssColumn> NumberColumn = Gen.Select(
        Text, Gen.Select(Gen.Double[-200, 200], Text).Array[0, 5], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 5], Gen.OneOfConst("F8.2", "F3", "EDATE10", "DATETIME20", "TIME8", "DTIME12", "PCT5.1"),
        (label, labels, missing, hasRange, role, format) =>
        {
            var print = SpssFormat.Parse(format)!.Value;
            return new SpssColumn
            {
                Name = "n",
                ShortName = "",
                Label = label.Length == 0 ? null : label,
                Kind = print.Kind,
                Format = format,
                Print = print,
                Write = print,
                ValueLabels = [.. labels.DistinctBy(one => one.Item1).Select(one => new ValueLabel(DeliveredValue.Of(one.Item1, print.Kind), one.Item2))],
                Missing = new MissingValues(
                    [.. Enumerable.Range(97, hasRange ? Math.Min(1, missing) : missing).Select(value => DeliveredValue.Of(value, print.Kind))],
                    hasRange ? new MissingRange(DeliveredValue.Of(double.NegativeInfinity, print.Kind), DeliveredValue.Of(-100, print.Kind)) : null),
                Role = (SpssRole)role,
                Measure = MeasurementLevel.Ordinal,
                Alignment = SpssAlignment.Centre,
                DisplayWidth = 11,
                Attributes = role == 0 ? [] : [new SpssAttribute("note", ["it's", label]), new SpssAttribute("more", ["x"])],
            };
        });

    private static readonly Gen<SpssColumn> TextColumn = Gen.Select(
        Text, Gen.OneOf(Gen.Int[1, 20], Gen.Int[240, 270], Gen.Int[500, 520], Gen.Int[1000, 1100]), Gen.Int[0, 3], (label, width, missing) => new SpssColumn
        {
            Name = "t",
            ShortName = "",
            Label = label.Length == 0 ? null : label,
            Kind = ValueKind.Text,
            Format = $"A{width}",
            Print = new SpssFormat(SpssFormat.A, width, 0),
            Write = new SpssFormat(SpssFormat.A, width, 0),
            Width = width,
            ValueLabels = [.. "abc"[..Math.Min(3, width)].Select(letter => new ValueLabel(DeliveredValue.Of(letter.ToString()), label + letter))],
            Missing = new MissingValues([.. Enumerable.Range(0, missing).Select(i => DeliveredValue.Of(((char)('x' + i)).ToString()))]),
            Measure = MeasurementLevel.Nominal,
            Alignment = SpssAlignment.Left,
            DisplayWidth = 8,
        });

    private static readonly Gen<SavWriting> Writing = Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Bool, (compression, bigEndian, western) => new SavWriting
    {
        Compression = (SavCompression)compression,
        BigEndian = bigEndian,
        Encoding = western ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.UTF8,
    });

    [Fact]
    public void Write_AnyTable_ReadsBackTheSame() => Gen.Select(Gen.OneOf(NumberColumn, TextColumn).Array[1, 9], Gen.Int[0, 40], Writing, Gen.Int).Sample(
        (columns, rows, writing, seed) =>
        {
            SpssColumn[] named = [.. columns.Select((column, i) => column with { Name = $"variable_navn_{column.Name}_{i}", ShortName = i % 2 == 0 ? $"SHORT{i}" : "" })];
            var dictionary = new SpssDictionary
            {
                Columns = named,
                FileLabel = "Prøve",
                Weight = named.FirstOrDefault(column => column.Width == 0)?.Name,
                Documents = ["første linje", "", "annen"],
                Attributes = [new SpssAttribute("Kilde", ["ingen 'virkelig'"])],
                MultipleResponseSets =
                [
                    new MultipleResponseSet("$a", MultipleResponseKind.Dichotomies, "1", "Hvem æøå", ["short0"]),
                    new MultipleResponseSet("$b", MultipleResponseKind.Categories, null, null, ["short0"]),
                    new MultipleResponseSet("$c", MultipleResponseKind.CountedValues, "ja", "Hva", ["short0"]),
                ],
            };
            var random = new Random(seed);
            DeliveredValue[][] values = [.. Enumerable.Range(0, rows).Select(_ => named.Select(column => Value(column, random, writing.Encoding)).ToArray())];

            var table = SavTable.Open(DeliverySource.Of(SavFixture.Write(dictionary, values, writing), "made.sav"));

            Assert.Equal(rows, table.DeclaredRows);
            Assert.Equal(values.SelectMany(row => row), SavFixture.Read(table).SelectMany(row => row));
            Assert.Equal(dictionary.FileLabel, table.Dictionary.FileLabel);
            Assert.Equal(dictionary.Weight, table.Dictionary.Weight);
            Assert.Equal(dictionary.Documents, table.Dictionary.Documents);
            Assert.Equal(dictionary.Attributes.Select(one => one.ToString()), table.Dictionary.Attributes.Select(one => one.ToString()));
            Assert.Equal(dictionary.MultipleResponseSets.Select(Told), table.Dictionary.MultipleResponseSets.OrderBy(set => set.Name).Select(Told));
            for (var i = 0; i < named.Length; i++)
            {
                AssertSame(named[i], (SpssColumn)table.Columns[i]);
            }
        }, iter: 300);

    [Fact]
    public void Write_TextTooLong_IsRefused() => Assert.Contains("too long", Refusal("abcdefghi", SavWriting.Default), StringComparison.Ordinal);

    [Fact]
    public void Write_LetterThatEncodingLacks_IsRefused() =>
        Assert.Contains("letters that windows-1252 lacks", Refusal("ж", SavWriting.Default with { Encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)! }), StringComparison.Ordinal);

    // Blocks of 0x3FF000 bytes: a value may lie across two of them.
    [Fact]
    public void Write_ManyZlibBlocks_ReadsBackTheSame()
    {
        var column = TextColumn.Single() with { Name = "a", Width = 32, Missing = MissingValues.None, ValueLabels = [] };
        var number = NumberColumn.Single() with { Name = "b", Kind = ValueKind.Number, Print = SpssFormat.Parse("F8.2")!.Value, Missing = MissingValues.None, ValueLabels = [] };
        var random = new Random(1);
        DeliveredValue[][] values = [.. Enumerable.Range(0, 150_000).Select(i => (DeliveredValue[])[Value(column, random, Encoding.UTF8), DeliveredValue.Of(random.NextDouble())])];

        var bytes = SavFixture.Write(new SpssDictionary { Columns = [column, number] }, values, SavWriting.Default with { Compression = SavCompression.Zlib });

        Assert.Equal(values.SelectMany(row => row), SavFixture.Read(SavTable.Open(DeliverySource.Of(bytes, "made.zsav"))).SelectMany(row => row));
    }

    private static string Refusal(string text, SavWriting writing)
    {
        var column = TextColumn.Single() with { Width = 8, Label = null, ValueLabels = [], Missing = MissingValues.None };
        return Assert.Throws<BarometerException>(() => SavFixture.Write(new SpssDictionary { Columns = [column] }, [[DeliveredValue.Of(text)]], writing)).Message;
    }

    private static DeliveredValue Value(SpssColumn column, Random random, Encoding encoding)
    {
        if (column.Width == 0)
        {
            return random.Next(4) switch
            {
                0 => DeliveredValue.Empty,
                1 => DeliveredValue.Of(random.Next(-200, 300), column.Kind),
                2 => DeliveredValue.Of(-0.0, column.Kind),
                _ => DeliveredValue.Of((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)), column.Kind),
            };
        }

        var text = new string([.. Enumerable.Range(0, random.Next(column.Width + 1)).Select(_ => Letters[random.Next(Letters.Length)])]);
        while (encoding.GetByteCount(text) > column.Width)
        {
            text = text[..^1];
        }

        return DeliveredValue.Of(text.TrimEnd(' '));
    }

    private static void AssertSame(SpssColumn expected, SpssColumn got)
    {
        Assert.Equal(expected.Name, got.Name);
        Assert.Equal(expected.Label, got.Label);
        Assert.Equal(expected.Kind, got.Kind);
        Assert.Equal(expected.Format, got.Format);
        Assert.Equal(expected.Width, got.Width);
        Assert.Equal(expected.DisplayWidth, got.DisplayWidth);
        Assert.Equal(expected.Measure, got.Measure);
        Assert.Equal(expected.Alignment, got.Alignment);
        Assert.Equal(expected.Role, got.Role);
        Assert.Equal(expected.ValueLabels, got.ValueLabels);
        Assert.Equal(expected.Missing.Single, got.Missing.Single);
        Assert.Equal(expected.Missing.Range, got.Missing.Range);
        Assert.Equal(expected.Attributes.Select(one => one.ToString()), got.Attributes.Select(one => one.ToString()));
    }

    private static string Told(MultipleResponseSet set) => $"{set.Name} {set.Kind} {set.CountedValue} {set.Label} {string.Join(' ', set.Variables)}";
}
