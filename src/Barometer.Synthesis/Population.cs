namespace Barometer.Synthesis;

/// <summary>
/// A made-up population: organisations of groups, and their units of sizes, places and areas; with the numbers that decide who is asked and who answers. It is declared in data
/// (<c>data/synthesis/</c>). Shares are in thousandths, weights and spreads in hundredths.
/// </summary>
internal sealed record Population
{
    /// <summary>What all draws of the population start from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The frame variable with the organisation, and how ids are made.</summary>
    public required Identifiers Organisations { get; init; }

    /// <summary>How ids of units are made.</summary>
    public required Identifiers Units { get; init; }

    /// <summary>The groups of organisations.</summary>
    public required Groups Groups { get; init; }

    /// <summary>The sizes of units.</summary>
    public required Bands Bands { get; init; }

    /// <summary>The areas that organisations belong to; null where the frame has none.</summary>
    public Areas? Areas { get; init; }

    /// <summary>The regions that units lie in; null where the frame has none.</summary>
    public Regions? Regions { get; init; }

    /// <summary>Other groups of units, drawn by lot.</summary>
    public IReadOnlyList<Weighted> Others { get; init; } = [];
}

/// <summary>Made-up ids: a prefix and a serial number; and how much the units differ.</summary>
/// <param name="Variable">The frame variable that holds them; null for the frame's own key.</param>
/// <param name="Prefix">The letters before the number.</param>
/// <param name="Digits">The digits of the number.</param>
/// <param name="Spread">The standard deviation of what is the unit's own, in hundredths.</param>
internal sealed record Identifiers(string? Variable, string Prefix, int Digits, int Spread)
{
    /// <summary>The id of that number, from 1.</summary>
    public string Of(int number) => Prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Digits, '0');
}

/// <summary>The groups of organisations with the numbers of the model, one an entry.</summary>
internal sealed record Groups
{
    /// <summary>The frame variable.</summary>
    public required string Variable { get; init; }

    /// <summary>The groups' codes.</summary>
    public required string[] Codes { get; init; }

    /// <summary>The number of organisations of each.</summary>
    public required int[] Organisations { get; init; }

    /// <summary>The number of units by group and size.</summary>
    public required int[][] Units { get; init; }

    /// <summary>The willingness to answer, in hundredths; it multiplies the size's.</summary>
    public required int[] Response { get; init; }

    /// <summary>The group's part of the capacity factor, in hundredths of a standard deviation.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>The group's part of the openness factor, in hundredths of a standard deviation.</summary>
    public required int[] Openness { get; init; }

    /// <summary>How unevenly units are spread over the group's organisations: 0 is evenly.</summary>
    public required int[] Unevenness { get; init; }

    /// <summary>How many in 1000 main offices lie in the first region; the rest follow the regions' weights.</summary>
    public required int[] InFirstRegion { get; init; }
}

/// <summary>The sizes of units with the numbers of the model, from small to large.</summary>
internal sealed record Bands
{
    /// <summary>The frame variable; null where units have no size.</summary>
    public string? Variable { get; init; }

    /// <summary>The frame variable with the number that the size is of; null where there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The codes.</summary>
    public required string[] Codes { get; init; }

    /// <summary>The smallest number of each; the last entry closes the largest one.</summary>
    public required int[] Limits { get; init; }

    /// <summary>The willingness to sample the size, in hundredths.</summary>
    public required int[] Sampling { get; init; }

    /// <summary>The willingness to answer, in hundredths.</summary>
    public required int[] Response { get; init; }

    /// <summary>The size's part of the capacity factor, in hundredths of a standard deviation.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>All units of one size, where the frame says nothing of it.</summary>
    public static Bands One { get; } = new() { Codes = [""], Limits = [1, 2], Sampling = [100], Response = [100], Capacity = [0] };

    /// <summary>The size that a number falls in.</summary>
    public int Of(int number)
    {
        var band = Codes.Length - 1;
        while (band > 0 && number < Limits[band])
        {
            band--;
        }

        return band;
    }
}

/// <summary>The areas that organisations belong to.</summary>
/// <param name="Variable">The frame variable.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Weights">How likely an organisation is to belong to each, as weights.</param>
/// <param name="HeadedBy">The group of which each organisation heads an area of its own, as an index; null for none.</param>
/// <param name="Spread">The standard deviation of what the organisations of an area have in common, in hundredths.</param>
internal sealed record Areas(string Variable, string[] Codes, int[] Weights, int? HeadedBy, int Spread);

/// <summary>The regions that units lie in.</summary>
/// <param name="Variable">The frame variable.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Weights">Where units lie that aren't where the main office is, as weights.</param>
/// <param name="AtMainOffice">How many in 1000 units lie in the region of their organisation's main office.</param>
internal sealed record Regions(string Variable, string[] Codes, int[] Weights, int AtMainOffice);

/// <summary>A group of units, drawn by lot.</summary>
/// <param name="Variable">The frame variable.</param>
/// <param name="Codes">The codes.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record Weighted(string Variable, string[] Codes, int[] Weights);

/// <summary>Who is asked and who answers.</summary>
/// <param name="OfOrganisations">Whether the organisations themselves answer, all of them asked; else their units.</param>
/// <param name="Invited">The number of units invited.</param>
/// <param name="Answered">The number that answer.</param>
/// <param name="Fewest">The fewest answers from a stratum of group and size.</param>
/// <param name="AnsweredOf">Where organisations answer, how many of each group do.</param>
/// <param name="Spread">The standard deviation of what the organisation's head answers beyond what its units share, in hundredths.</param>
/// <param name="Panel">Who answers again; null where nobody is asked for it.</param>
internal sealed record SampleModel(bool OfOrganisations, int Invited, int Answered, int Fewest, int[] AnsweredOf, int Spread, PanelModel? Panel);

/// <summary>An overlapping sample: of those who answered an earlier wave a share of each stratum answers again, and nobody else of them does.</summary>
/// <param name="Of">The earlier survey's id.</param>
/// <param name="PerMille">The share, in thousandths.</param>
internal sealed record PanelModel(string Of, int PerMille);
