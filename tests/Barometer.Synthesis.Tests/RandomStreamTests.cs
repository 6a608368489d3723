namespace Barometer.Synthesis.Tests;

public class RandomStreamTests
{
    // The FNV-1a hash of no letters, which the stream adds to its seed.
    private const ulong HashOfNothing = 0xCBF29CE484222325;

    // The first numbers for seed 1234567 as published with the reference implementation of SplitMix64 (Vigna,
    // prng.di.unimi.it/splitmix64.c) and on Rosetta Code.
    [Fact]
    public void NextBits_ReferenceSeed_GivesTheReferenceNumbers()
    {
        var stream = new RandomStream(unchecked(1234567 - HashOfNothing), "");

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => stream.NextBits()));
    }

    [Fact]
    public void NextBits_OtherName_IsAnotherStream() =>
        Assert.NotEqual(new RandomStream(1, "a").NextBits(), new RandomStream(1, "b").NextBits());

    [Fact]
    public void NextBell_ManyDraws_HasMeanZeroAndTheUnitsSpread()
    {
        var stream = new RandomStream(1, "bell");
        var draws = Enumerable.Range(0, 200_000).Select(_ => stream.NextBell() / (double)Latent.Unit).ToArray();

        Assert.InRange(draws.Average(), -0.01, 0.01);
        Assert.InRange(draws.Average(x => x * x), 0.99, 1.01);
        Assert.InRange(draws.Count(x => x < -1.959964) / 200_000.0, 0.022, 0.028);
    }

    [Fact]
    public void Below_ManyDraws_IsEven()
    {
        var stream = new RandomStream(1, "die");
        var counts = Enumerable.Range(0, 60_000).Select(_ => stream.Below(6)).CountBy(x => x).ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_700, 10_300));
    }

    [Fact]
    public void Shuffle_Items_KeepsThemAll()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        new RandomStream(1, "cards").Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
