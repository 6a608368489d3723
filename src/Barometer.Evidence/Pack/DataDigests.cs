using System.Security.Cryptography;

namespace Barometer.Evidence.Pack;

/// <summary>A digest of the files behind a survey's numbers: answers, frame and codebook; or the published figures.</summary>
internal sealed class DataDigests(string data)
{
    private const string Published = "published";

    private readonly Dictionary<string, string?> _digests = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of the files one after the other, in lower-case hexadecimals; null when there is no such survey.</summary>
    public string? Of(string survey)
    {
        if (!_digests.TryGetValue(survey, out var digest))
        {
            _digests[survey] = digest = Digest(survey);
        }

        return digest;
    }

    /// <summary>The files, in the order in which they are read.</summary>
    public IReadOnlyList<string> Files(string survey)
    {
        if (survey == Published)
        {
            return [Path.Combine(data, Published, "figures.csv")];
        }

        return SurveyCatalog.List(data).Contains(survey) && SurveyFolder.Locate(data, survey) is { } folder
            ? [folder.Responses, folder.Frame, folder.Codebook]
            : [];
    }

    private string? Digest(string survey)
    {
        var files = Files(survey);
        if (files.Count == 0)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
