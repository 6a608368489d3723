namespace Barometer.Synthesis;

/// <summary>A made-up agency.</summary>
/// <param name="Id">An opaque serial number, <c>V001</c> to <c>V180</c>, the same in both surveys.</param>
/// <param name="Group">Its agency group, as an index into the model's groups.</param>
/// <param name="Area">Its ministry area, from 0.</param>
/// <param name="Region">The region of its main office, as an index into the model's regions.</param>
/// <param name="Workplaces">How many workplaces of it the operational frame holds.</param>
/// <param name="Capacity">Its own part of the capacity factor, with its group's and its area's.</param>
/// <param name="Openness">Its own part of the openness factor.</param>
internal sealed record Agency(string Id, int Group, int Area, int Region, int Workplaces, long Capacity, long Openness);
