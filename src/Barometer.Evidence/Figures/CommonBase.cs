namespace Barometer.Evidence.Figures;

/// <summary>
/// Says the number of answers where it belongs: in each bar's label, or once under the chart when it is the same for all.
/// </summary>
internal sealed class CommonBase
{
    private readonly int? _common;
    private readonly NumberFormat _format;

    /// <summary>Looks at the numbers of answers behind the bars that are drawn.</summary>
    public CommonBase(IEnumerable<int?> respondents, NumberFormat format)
    {
        _format = format;
        var all = respondents.ToArray();
        _common = all.Length > 1 && all.Distinct().Count() == 1 ? all[0] : null;
    }

    /// <summary>The category with its number of answers, unless that is said once for all.</summary>
    public string Label(string category, int? respondents) => respondents is { } n && _common is null
        ? $"{category} (n\u00A0=\u00A0{_format.Integer(n)})"
        : category;

    /// <summary>What n is, or how many answers stand behind every bar; null when no bar has a number of answers.</summary>
    public string? Note(bool anyKnown) => (_common, anyKnown, _format.Language) switch
    {
        ({ } n, _, Language.En) => $"n\u00A0=\u00A0{_format.Integer(n)}\u00A0answers.",
        ({ } n, _, _) => $"n\u00A0=\u00A0{_format.Integer(n)}\u00A0svar.",
        (null, true, _) => Wording.BaseNote.In(_format.Language),
        _ => null,
    };
}
