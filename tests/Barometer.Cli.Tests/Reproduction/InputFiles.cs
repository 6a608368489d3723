using System.Text;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>Edits the files of a clone's data line by line; lines are counted from 1, the header.</summary>
internal sealed class InputFiles(Clone clone)
{
    public string Line(string file, int line) => Lines(file)[line - 1];

    /// <summary>The line that begins with <paramref name="start"/>.</summary>
    public int LineOf(string file, string start) => Lines(file).FindIndex(line => line.StartsWith(start, StringComparison.Ordinal)) + 1;

    public InputFiles EditLine(string file, int line, Func<string, string> edit)
    {
        var lines = Lines(file);
        lines[line - 1] = edit(lines[line - 1]);
        return Write(file, lines);
    }

    public InputFiles DropLine(string file, int line)
    {
        var lines = Lines(file);
        lines.RemoveAt(line - 1);
        return Write(file, lines);
    }

    /// <summary>Puts another text into one field; no field of the line may hold a quote.</summary>
    public InputFiles Set(string file, int line, string column, string text)
    {
        var index = Array.IndexOf(Line(file, 1).Split(','), column);
        return EditLine(file, line, old => string.Join(',', old.Split(',').Select((field, i) => i == index ? text : field)));
    }

    /// <summary>Puts bytes at the end of a line.</summary>
    public InputFiles SetBytes(string file, int line, byte[] bytes)
    {
        var text = File.ReadAllText(clone[file], Encoding.Latin1).Split('\n');
        text[line - 1] += Encoding.Latin1.GetString(bytes);
        File.WriteAllBytes(clone[file], Encoding.Latin1.GetBytes(string.Join('\n', text)));
        return this;
    }

    public void SetText(string file, string text) => File.WriteAllText(clone[file], text);

    public void Delete(string file) => File.Delete(clone[file]);

    private List<string> Lines(string file) => [.. clone.Read(file).Split('\n')];

    private InputFiles Write(string file, List<string> lines)
    {
        File.WriteAllText(clone[file], string.Join('\n', lines));
        return this;
    }
}
