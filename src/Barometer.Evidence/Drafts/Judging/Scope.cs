using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Of whom and when a claim speaks: years, country, level, unit, groups, and whether of those that innovate.</summary>
internal sealed partial class Scope
{
    private const string Home = "NO";

    private IReadOnlyList<int> _years = [];
    private IReadOnlyList<string> _countries = [Home];
    private bool _saysSector;
    private Sector _sector;
    private IReadOnlyList<Mention<GroupWords>> _groups = [];
    private bool _isWeighted = true;
    private int? _edition;

    /// <summary>What is counted, as the sentence says.</summary>
    public UnitKind Counted { get; private init; }

    /// <summary>Whether a year is named, in the sentence or before it.</summary>
    public bool HasYear => _years.Count > 0;

    /// <summary>Whether the base is narrowed to those that innovate (true) or don't; null when it isn't.</summary>
    public bool? Some { get; private init; }

    /// <summary>Whether it speaks of all there are.</summary>
    public bool SaysAll { get; private init; }

    /// <summary>Whether it speaks of state workplaces without a word that narrows them: of all there are, unless a source itself says it so.</summary>
    public bool SaysState { get; private init; }

    /// <summary>The scope of a claim that stands at a place of a stretch.</summary>
    public static Scope Of(Passage passage, Stretch own, Thread thread, int at)
    {
        var mentions = passage.Mentions;
        var countries = Own(mentions.Countries);
        var sectors = Own(mentions.Sectors);
        var named = mentions.Units.Where(unit => !mentions.Groups.Any(one => one.At <= unit.At && one.End >= unit.End)).ToList();
        var units = Own(named);
        var years = Own(mentions.Years);
        var groups = mentions.Groups.Where(IsOwn).ToList();
        var isFirst = own.Start == 0;
        return new Scope
        {
            Counted = units.Count > 0 ? Nearest(units).What : Only(named) ?? UnitKind.Other,
            Some = Own(mentions.Some) is [var some, ..] ? some.What : null,
            SaysAll = Own(mentions.Bases).Any(one => one.What.Contains("alle ", StringComparison.Ordinal) || one.What.Contains("samtlige ", StringComparison.Ordinal) || one.What.Contains("all ", StringComparison.Ordinal)),
            SaysState = Own(mentions.Bases).Any(one => All().IsMatch(one.What) && (one.What.StartsWith("av ", StringComparison.Ordinal) || one.What.StartsWith("of ", StringComparison.Ordinal) || (one.At > at && Counting().IsMatch(passage.Text[at..one.At])))),
            _years = years.Count > 0 ? [Nearest(years).What] : mentions.Years.Count > 0 ? [.. mentions.Years.Select(one => one.What)] : mentions.Countries.Count > 0 && mentions.Countries[0].What != (thread.Country ?? Home) ? [] : mentions.Editions.Count > 0 ? [] : Later(passage, thread.Years),
            _countries = countries.Count > 0 ? [Nearest(countries).What] : OnlyOf(mentions.Countries, isFirst) is { } shared ? [shared]
                : thread.Country is { } before && !mentions.Sectors.Any(one => one.What == Sector.State) ? [.. new[] { before, Home }.Distinct()] : [Home],
            _edition = Own(mentions.Editions) is { Count: > 0 } editions ? Nearest(editions).What : Only(mentions.Editions),
            _isWeighted = !Unweighted().IsMatch(own.In(passage.Text)),
            _saysSector = sectors.Count > 0,
            _sector = sectors.Count > 0 ? Nearest(sectors).What : Only(mentions.Sectors) ?? thread.Sector,
            _groups = groups.Count > 0 ? groups : !isFirst && mentions.Groups.All(one => !own.Holds(one.At)) ? Shared() : [],
        };

        bool IsOwn<T>(Mention<T> mention) => own.Holds(mention.At);

        List<Mention<T>> Own<T>(IReadOnlyList<Mention<T>> all) => [.. all.Where(IsOwn)];

        Mention<T> Nearest<T>(IReadOnlyList<Mention<T>> all) => all.MinBy(one => one.At >= at ? one.At - at : at - one.End)!;

        static TWhat? Only<TWhat>(IReadOnlyList<Mention<TWhat>> all)
            where TWhat : struct => all.Select(one => one.What).Distinct().ToList() is [var only] ? only : null;

        // A country that another part of the sentence names isn't this part's, unless it stands before everything.
        static string? OnlyOf(IReadOnlyList<Mention<string>> all, bool isFirst) => !isFirst && all.Select(one => one.What).Distinct().ToList() is [var only] ? only : null;

        // A group in front of all claims is meant by each.
        IReadOnlyList<Mention<GroupWords>> Shared() => [.. mentions.Groups.Where(one => passage.Claims.Count > 0 && one.End <= passage.Claims[0].Start)];
    }

    /// <summary>The years that a sentence moves on from those named before: «tre år senere».</summary>
    public static IReadOnlyList<int> Later(Passage passage, IReadOnlyList<int> years) =>
        Since().Match(passage.Text) is { Success: true } later && Numerals.Of(later.Groups["n"].Value, passage.Language) is { } number
            ? [.. years.Select(year => year + (int)(later.Groups["back"].Success ? -number.Value : number.Value))] : years;

    [GeneratedRegex(@"(?<n>" + Numerals.Pattern + @")\s(?:år|years)\s(?:(?<back>tidligere|før|earlier|before)|senere|etter|later|after)\b")]
    private static partial Regex Since();

    // «Fire av fem statlige arbeidsplasser»: who isn't narrowed is all there are.
    [GeneratedRegex(@"\b(?:statlige|state) (?:arbeidsplass|workplace)")]
    private static partial Regex All();

    // «Fire av fem …», «80 prosent av de …», right before them.
    [GeneratedRegex(@"^.{0,30}\b(?:av|of|in)\s(?:(?:de|the|\p{L}+|\d+)\s)?$")]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b(?:uvekt\w*|unweighted|uten vekt\w*|without weight\w*)\b")]
    private static partial Regex Unweighted();

    /// <summary>Whether a fact is of that country, level and time.</summary>
    public bool Allows(Fact fact) =>
        _countries.Contains(fact.Country)
        && (_saysSector ? fact.Sector == _sector : fact.Country != Home || fact.Sector is Sector.Any or Sector.State || fact.Sector == _sector)
        && (_years.Count == 0 || fact.Years.Count == 0 || fact.Years.Any(_years.Contains))
        && (_edition is not { } edition || fact.Figure?.Edition.Nb.StartsWith($"{edition}. utgave", StringComparison.Ordinal) == true)
        && (fact.IsWeighted == _isWeighted || fact.Measure == "count");

    /// <summary>Whether a fact counts what is meant: agencies and workplaces are surveyed apart, and who says one doesn't mean the other, where both were asked.</summary>
    public bool Counts(Fact fact) => Counted == UnitKind.Other || fact.Counted == UnitKind.Other || fact.Counted == Counted;

    /// <summary>Those of the groups that are named; everybody's where none is.</summary>
    public IReadOnlyList<Fact> Narrow(IReadOnlyList<Fact> facts)
    {
        // Abroad «the workplaces» are those of all levels, where both are published.
        if (!_saysSector && facts.Any(fact => fact.Country != Home && fact.Sector == Sector.Any))
        {
            facts = [.. facts.Where(fact => fact.Country == Home || fact.Sector == Sector.Any)];
        }

        if (Some is { } some && facts.Where(fact => fact.Groups is [{ Variable: "innovated" }]).ToList() is { Count: > 0 } answers)
        {
            return [.. answers.Where(fact => fact.Groups[0].Code == (some ? "yes" : "no"))];
        }

        // «Samarbeidet med universiteter» names a partner and no group.
        var groups = facts.Count == 0 ? _groups : [.. _groups.Where(one => !one.What.Names.Any(names => names.Value.Overlaps(facts[0].Topic.Names[names.Key])))];
        if (groups.Count == 0)
        {
            return [.. facts.Where(fact => fact.Groups.Count == 0)];
        }

        var named = facts.Where(fact => fact.Groups.Count > 0 && fact.Groups.All(group => groups.Any(one => one.What.Variable == group.Variable && one.What.Code == group.Code)))
            .Select(fact => (fact, fit: Fit(fact, groups))).ToList();
        var best = named.Count == 0 ? default : named.Max(one => one.fit);
        return [.. named.Where(one => one.fit == best).Select(one => one.fact), .. facts.Where(fact => fact.Figure is not null && fact.Country != Home)];
    }

    // As many of the named groups as it holds, and no more than it is called by.
    private static (int, double) Fit(Fact fact, IReadOnlyList<Mention<GroupWords>> groups)
    {
        var places = fact.Groups.SelectMany(group => groups.Where(one => one.What.Variable == group.Variable && one.What.Code == group.Code)).ToList();
        var all = places.Select(one => one.What).Distinct().Sum(one => Math.Max(1, one.Names[Language.Nb].Count));
        return (places.Select(one => one.At).Distinct().Count(), (double)places.Count / all);
    }
}
