namespace Barometer.Analysis.Display;

/// <summary>What renders itself by the conventions of <see cref="Displayable"/>.</summary>
internal interface IShown
{
    /// <summary>As HTML.</summary>
    string ToHtml();

    /// <summary>As plain text.</summary>
    string ToString();
}
