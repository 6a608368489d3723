namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What is to be protected, and what may be hidden for it.</summary>
internal sealed class SuppressionCase
{
    /// <summary>The cells and the truth.</summary>
    public required CellSystem System { get; init; }

    /// <summary>What is published or hidden as a whole.</summary>
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>The demands for readers.</summary>
    public required IReadOnlyList<Demand> Demands { get; init; }

    /// <summary>
    /// More sums that a reader must not know exactly: many, and seldom in danger, so that they are looked at only when the
    /// demands are met.
    /// </summary>
    public IReadOnlyList<LinearForm> Implicit { get; init; } = [];

    /// <summary>The sums that organisations must not work out either.</summary>
    public required IReadOnlyList<LinearForm> Secrets { get; init; }

    /// <summary>The organisations with their own parts.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    /// <summary>What the organisations know.</summary>
    public InsiderKnowledge Insiders { get; init; }

    /// <summary>Whether to protect from a reader who takes it that no hidden cell is empty.</summary>
    public bool AgainstPositiveReader { get; init; }

    /// <summary>The case of an auditor's secrets.</summary>
    /// <param name="about">The cells, the secrets and the knowledge.</param>
    /// <param name="items">What is published or hidden as a whole.</param>
    public static SuppressionCase Of(AuditCase about, IReadOnlyList<Item> items)
    {
        var builder = new DemandBuilder(about.System, about.Width);
        var secrets = about.Primary.Select(cell => (Cell: cell, Form: about.System.Cells[cell])).ToList();
        var own = secrets.SelectMany(secret => about.AreCounts
            ? builder.Count(secret.Form)
            : [builder.Amount(secret.Form, about.UpperProtection.GetValueOrDefault(secret.Cell, 1))]);
        return new SuppressionCase
        {
            System = about.System,
            Items = items,
            Demands = [.. own, .. about.Groups.SelectMany(group => builder.Group(group.Others, about.Coalition))],
            Secrets = [.. secrets.Select(secret => secret.Form)],
            Holdings = about.Holdings,
            AgainstPositiveReader = about.AreCounts,
        };
    }
}
