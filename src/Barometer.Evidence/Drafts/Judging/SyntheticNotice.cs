using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>
/// Where a text says that its numbers are of synthetic answers. A sentence on the data says it for the whole text; a mark in brackets, a caption or a table's note
/// for its paragraph or table; a heading for what stands under it. A sentence that denies it, or speaks of synthetic data in general, says nothing.
/// </summary>
internal sealed partial class SyntheticNotice
{
    private readonly bool _isWhole;
    private readonly HashSet<DraftBlock> _blocks = [];

    private SyntheticNotice(bool isWhole) => _isWhole = isWhole;

    /// <summary>Whether a block's numbers are said to be synthetic.</summary>
    public bool Covers(DraftBlock block) => _isWhole || _blocks.Contains(block);

    /// <summary>What a draft says.</summary>
    public static SyntheticNotice Of(DraftText draft)
    {
        var notice = new SyntheticNotice(draft.Blocks.Any(block => DraftSentences.Of(block).Any(sentence => SaysAll(block, sentence.Text))));
        for (var i = 0; i < draft.Blocks.Count; i++)
        {
            var block = draft.Blocks[i];
            if (!Mark().IsMatch(block.Text) || Denied().IsMatch(block.Text))
            {
                continue;
            }

            notice._blocks.Add(block);
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    notice._blocks.UnionWith(draft.Blocks.Skip(i + 1).TakeWhile(other => other.Kind != BlockKind.Heading || other.Level > block.Level));
                    break;
                case BlockKind.Caption:
                    notice._blocks.UnionWith(draft.Blocks.Skip(i + 1).TakeWhile(other => other.Kind == BlockKind.Row));
                    notice._blocks.UnionWith(draft.Blocks.Take(i).Reverse().TakeWhile(other => other.Kind == BlockKind.Row));
                    break;
                default:
                    // A note under a table, or a mark above it.
                    notice._blocks.UnionWith(draft.Blocks.Take(i).Reverse().TakeWhile(other => other.Kind == BlockKind.Row));
                    notice._blocks.UnionWith(block.Text.Length > Short ? [] : draft.Blocks.Skip(i + 1).TakeWhile(other => other.Kind == BlockKind.Row));
                    break;
            }
        }

        return notice;
    }

    private const int Short = 200;

    private static bool SaysAll(DraftBlock block, string sentence) =>
        block.Kind is not (BlockKind.Caption or BlockKind.Row) && Mark().IsMatch(sentence) && !Denied().IsMatch(sentence)
        && (OfData().IsMatch(sentence) || block.Kind == BlockKind.Margin || (block is { Kind: BlockKind.Heading, Level: 0 or 1 }))
        && !OfPart().IsMatch(sentence);

    [GeneratedRegex(@"syntetisk|synthetic", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:ikke|aldri|ingen av|not|never|none of)\b[^.;]{0,40}(?:syntetisk|synthetic)|(?:syntetisk\w*|synthetic)[^.;]{0,30}\b(?:brukes ikke|er ikke brukt|are not used|is not used)|(?:kan|may|might|could|skal|should) [^.;]{0,20}(?:syntetisk|synthetic)", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    // «Tallene er syntetiske», «notatet bygger på syntetiske data», “all figures are made of synthetic answers”, or a line that begins with it.
    [GeneratedRegex(@"(?:\b(?:tall\w*|data\w*|svar\w*|resultat\w*|andel\w*|figur\w*|tabell\w*|datagrunnlag\w*|grunnlag\w*|notat\w*|utkast\w*|dokument\w*|kapit\w*|rapport\w*|tekst\w*|undersøkelse\w*|analyse\w*|alt|numbers?|figures?|data|answers?|results?|shares?|draft|document|chapter|report|note|text|survey|analys\w+|everything|estimates?|percentages?)\b[^.;(\d]{0,80}\b(?:er|var|bygger|baserer|basert|hentet|laget|kommer|stammer|bruker|beregnet|regnet|viser|gjelder|is|are|was|were|uses?|based|built|rest|comes?|made|computed|calculated|drawn|derived|stems?|taken)\b[^.;(\d]{0,60}(?:syntetisk|synthetic))|^\W*(?:merk|obs|nb|note|please note|forbehold|advarsel|viktig|caution|warning)?\W*(?:syntetiske (?:data|tall|svar)|synthetic (?:data|numbers|answers|figures))\b(?! (?:brukes|har|kan|gir|er en|are a|can|is a|have))|(?:basert på|bygger på|laget av|based on|built on|made from|made of)\s+(?:\w+\s){0,2}(?:syntetisk|synthetic)", RegexOptions.IgnoreCase)]
    private static partial Regex OfData();

    [GeneratedRegex(@"\b(?:dette avsnittet|denne (?:figuren|tabellen)|i (?:figuren|tabellen)|figur \d|tabell \d|figure \d|table \d|this (?:section|figure|table|paragraph))\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfPart();
}
