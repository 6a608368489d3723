using System.Text;

namespace Barometer.Cli.Reproduction;

/// <summary>The register of the artifacts, which lies among them: a file that isn't on it was put there by something else.</summary>
internal static class ArtifactManifest
{
    /// <summary>The files, and the register of them all.</summary>
    public static IEnumerable<ArtifactContent> AddedTo(IEnumerable<ArtifactContent> files)
    {
        var all = files.ToList();
        var register = new StampRegister(
            from file in all
            orderby file.Name
            select new StampedForm("artifacts", file.Name, StampedForm.File, $"made by {file.Origin.Replace(',', ' ')}", FormDigest.Of(file.Bytes)));
        return all.Append(new ArtifactContent(Repository.ManifestName, Encoding.UTF8.GetBytes(register.Write()), "the reproduction itself"));
    }
}
