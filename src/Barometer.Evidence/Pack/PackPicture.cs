namespace Barometer.Evidence.Pack;

/// <summary>A figure's picture without a title.</summary>
/// <param name="Png">The file.</param>
/// <param name="EnglishPng">The file in English.</param>
/// <param name="AltText">The picture in words.</param>
internal sealed record PackPicture(byte[] Png, byte[] EnglishPng, LocalizedText AltText)
{
    /// <summary>The file in a language.</summary>
    public byte[] In(Language language) => language == Language.En ? EnglishPng : Png;
}
