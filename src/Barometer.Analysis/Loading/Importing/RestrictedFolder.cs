namespace Barometer.Analysis.Loading.Importing;

/// <summary>The folder of real answers, which git ignores: nothing of an import is written anywhere else, and both files change in one step.</summary>
/// <param name="dataRoot">The data folder.</param>
/// <param name="surveyId">The survey's id.</param>
internal sealed class RestrictedFolder(string dataRoot, string surveyId)
{
    private readonly string _restricted = Path.Combine(dataRoot, SurveyFolder.RestrictedFolder);

    /// <summary>The survey's folder.</summary>
    public string Folder => Path.Combine(_restricted, surveyId);

    /// <summary>The mapping that is kept.</summary>
    public string Mapping => Path.Combine(_restricted, ImportMapping.FileName(surveyId));

    /// <summary>The frame as it is; null when there is none.</summary>
    public byte[]? Frame => File.Exists(Path.Combine(Folder, SurveyFolder.FrameFile)) ? File.ReadAllBytes(Path.Combine(Folder, SurveyFolder.FrameFile)) : null;

    private string Coming => Path.Combine(_restricted, $".{surveyId}.coming");

    private string Going => Path.Combine(_restricted, $".{surveyId}.going");

    /// <summary>Puts both files into the survey's folder; other files in it stay.</summary>
    /// <param name="responses">The answers.</param>
    /// <param name="frame">The frame.</param>
    public void Write(byte[] responses, byte[] frame)
    {
        Recover();
        Directory.CreateDirectory(Coming);
        foreach (var file in Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder) : [])
        {
            File.Copy(file, Path.Combine(Coming, Path.GetFileName(file)));
        }

        File.WriteAllBytes(Path.Combine(Coming, SurveyFolder.ResponsesFile), responses);
        File.WriteAllBytes(Path.Combine(Coming, SurveyFolder.FrameFile), frame);
        var hadFolder = Directory.Exists(Folder);
        if (hadFolder)
        {
            Directory.Move(Folder, Going);
        }

        try
        {
            Directory.Move(Coming, Folder);
        }
        catch (IOException) when (hadFolder)
        {
            Directory.Move(Going, Folder);
            throw;
        }

        Recover();
    }

    /// <summary>Keeps the mapping.</summary>
    public void Write(ImportMapping mapping)
    {
        Directory.CreateDirectory(_restricted);
        File.WriteAllText(Mapping, mapping.ToJson());
    }

    // What an import left that was stopped between its two steps: the folder as it was goes back where no new one has come.
    private void Recover()
    {
        if (Directory.Exists(Going) && !Directory.Exists(Folder))
        {
            Directory.Move(Going, Folder);
        }

        foreach (var left in new[] { Coming, Going }.Where(Directory.Exists))
        {
            Directory.Delete(left, recursive: true);
        }
    }
}
