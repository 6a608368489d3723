namespace Barometer.Notebooks.Tests.Display;

/// <summary>What a cell shows, and shows anew.</summary>
public class DisplayedValueTests(Sandbox sandbox)
{
    [Fact]
    public async Task Update_InTheSameCell_StandsInThePlaceOfWhatWasShown()
    {
        var result = await sandbox.RunAsync("var shown = \"0 %\".Display();\n\"beside\".Display();\nshown.Update(\"50 %\");\nshown.Update(\"100 %\");");

        Assert.True(result.Succeeded, result.Failure?.ToString());
        Assert.Equal(2, result.Outputs(1).Count);
        Assert.Equal("100 %beside", result.Shown(1));
    }

    [Fact]
    public async Task Display_AtTheEndOfACell_ShowsOnce()
    {
        var result = await sandbox.RunAsync("\"once\".Display()");

        Assert.Equal("once", result.Shown(1));
    }
}
