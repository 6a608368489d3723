using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking;

/// <summary>The rules for what is stored under a cell: each case breaks exactly one.</summary>
public class OutputRulesTests
{
    private const string Script = "its stored output holds a script";
    private const string Network = "its stored output loads something from the network";

    [Theory]
    [InlineData("text/html", "<p>x</p><SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("text/html", "<p onclick='alert(1)'>x</p>")]
    [InlineData("text/html", "<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")]
    [InlineData("application/javascript", "alert(1)")]
    public void Check_Script_IsAFault(string type, string content) => AssertOnly(Script, Shown(type, content));

    [Theory]
    [InlineData("text/html", "<img src=\"https://example.org/x.png\">")]
    [InlineData("text/html", "<img alt='x'\nsrc = 'http://example.org/x.png'>")]
    [InlineData("text/html", "<img src=//example.org/x.png>")]
    [InlineData("text/html", "<link rel=\"stylesheet\" href=\"x.css\">")]
    [InlineData("text/html", "<iframe></iframe>")]
    [InlineData("text/html", "<p style=\"background: url(https://example.org/x.png)\">x</p>")]
    [InlineData("text/html", "<style>@import 'x.css';</style>")]
    [InlineData("image/svg+xml", "<svg><image href=\"https://example.org/x.png\"/></svg>")]
    [InlineData("text/markdown", "![x](https://example.org/x.png)")]
    public void Check_AddressThatABrowserFetches_IsAFault(string type, string content) => AssertOnly(Network, Shown(type, content));

    [Theory]
    [InlineData("text/html", "<a href=\"https://example.org\">kilde</a>, se &lt;script&gt; og moment=1")]
    [InlineData("text/html", "<img alt='x' src='data:image/png;base64,iVBORw0KGgo='>")]
    [InlineData("text/plain", "<script>, src=\"https://example.org\" and «on x=1» are words here")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"#a\"/></svg>")]
    public void Check_WhatIsOnlyRead_IsNoFault(string type, string content) => Assert.Empty(RuleTestNotebook.FaultsOfOutput(Shown(type, content)));

    [Fact]
    public void Check_TextInLines_IsReadAsOne()
    {
        var output = Shown("text/html", "");
        output["data"]!["text/html"] = new JsonArray("<img\n", "src=\"https://example.org/x.png\">");

        AssertOnly(Network, output);
    }

    private static JsonObject Shown(string type, string content) => new()
    {
        ["data"] = new JsonObject { [type] = content },
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };

    private static void AssertOnly(string fault, JsonObject output) => Assert.Equal(["01-first, cell c2: " + fault], RuleTestNotebook.FaultsOfOutput(output));
}
