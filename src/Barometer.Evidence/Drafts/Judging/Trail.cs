namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Follows a draft from block to block: which headings stand above, and what was spoken of last.</summary>
/// <param name="language">The draft's language.</param>
internal sealed class Trail(Language language)
{
    private readonly List<DraftBlock> _headings = [];

    /// <summary>What came before the sentence that is read next.</summary>
    public Thread Thread { get; private set; } = new();

    /// <summary>The caption or the sentence over a table.</summary>
    public string Over { get; private set; } = "";

    /// <summary>The table's rows so far, the header first.</summary>
    public List<DraftBlock> Rows { get; } = [];

    /// <summary>Begins a block: another paragraph is about something else, under the same headings.</summary>
    public void Enter(DraftBlock block)
    {
        if (block.Kind == BlockKind.Heading)
        {
            _headings.RemoveAll(heading => heading.Level >= block.Level);
            _headings.Add(block);
        }

        if (block.Kind != BlockKind.Row)
        {
            Rows.Clear();
            Over = block.Kind is BlockKind.Caption || block.Text.Length < 200 ? block.Text : "";
        }
        else if (Rows.Count > 0 && Rows[0].Table != block.Table)
        {
            Rows.Clear();
        }

        var mentions = _headings.Select(heading => Of(heading.Text)).ToList();
        Thread = new Thread
        {
            Headings = _headings.Where(heading => heading != block).SelectMany(heading => Lexicon.Default.KeysOf(PlainText.Of(heading.Text).Text, language)).ToHashSet(StringComparer.Ordinal),
            Years = mentions.LastOrDefault(one => one.Years.Count > 0)?.Years.Select(year => year.What).Distinct().ToList() ?? [],
            Country = mentions.LastOrDefault(one => one.Countries.Select(land => land.What).Distinct().Count() == 1)?.Countries[0].What,
            Sector = mentions.LastOrDefault(one => one.Sectors.Select(sector => sector.What).Distinct().Count() == 1)?.Sectors[0].What ?? Sector.Any,

            // An item goes on with the sentence over its list.
            Before = block.Kind == BlockKind.Item ? Thread.Before : new HashSet<string>(),
            Topic = block.Kind == BlockKind.Item ? Thread.Topic : null,
        };
    }

    /// <summary>Ends a sentence: the next goes on with its year, country and topic.</summary>
    public void Leave(Bench bench)
    {
        var mentions = bench.Passage.Mentions;
        var last = bench.Passage.Claims.LastOrDefault(claim => claim.Kind == ClaimKind.Share);
        var fact = last is null ? null : bench.Meant(last);
        Thread = Thread with
        {
            Before = bench.Passage.Terms.SelectMany(term => term.Keys).ToHashSet(StringComparer.Ordinal),
            Years = mentions.Years.Count > 0 ? [.. mentions.Years.Select(year => year.What).Distinct()] : Thread.Years,
            Country = mentions.Countries.Count > 0 ? mentions.Countries[^1].What : Thread.Country,
            Sector = mentions.Sectors.Count > 0 ? mentions.Sectors[^1].What : Thread.Sector,
            Topic = fact?.Topic ?? Thread.Topic,
            Counted = fact?.Counted ?? Thread.Counted,
            Pair = bench.Pair ?? Thread.Pair,
        };
    }

    private Mentions Of(string heading)
    {
        var text = PlainText.Of(heading).Text;
        return Mentions.In(text, Lexicon.Default.Terms(text, language), language, []);
    }
}
