namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>A request as a front end sends it, and what has to come of it.</summary>
/// <param name="Repository">Where it was read: a repository on GitHub.</param>
/// <param name="File">The file there that makes the request.</param>
/// <param name="Channel">The socket it is sent on.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">What it says, with its members in the order of the front end's.</param>
/// <param name="Expect">What the front end goes on from.</param>
/// <param name="Metadata">What it says about itself.</param>
internal sealed record FrontEndRequest(string Repository, string File, JupyterChannel Channel, string Type, string Content, Action<KernelAnswer> Expect, string Metadata = "{}")
{
    private const string VsCode = "microsoft/vscode-jupyter";
    private const string Lab = "jupyterlab/jupyterlab";
    private const string Widgets = "jupyter-widgets/ipywidgets";

    /// <summary>
    /// What they ask of a kernel that isn't Python's, by what they do. Read at vscode-jupyter 3d24702e, jupyterlab 6ef5a17a and ipywidgets 001d8606 (2026); what VS Code's file leaves out stands in
    /// <c>requestExecute</c> of JupyterLab's <c>packages/services/src/kernel/default.ts</c>, which it calls. The kernel that is asked has run <c>var known = "text";</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, FrontEndRequest> All { get; } = new Dictionary<string, FrontEndRequest>
    {
        ["VS Code waits for a started kernel, on the control socket"] = new(VsCode, "src/kernels/raw/session/rawKernelConnection.node.ts", JupyterChannel.Control, "kernel_info_request", "{}",
            answer => Assert.Equal("C#", (string?)answer.Content["language_info"]!["name"])),
        ["VS Code waits for a started kernel, on the shell socket"] = new(VsCode, "src/kernels/raw/session/rawKernelConnection.node.ts", JupyterChannel.Shell, "kernel_info_request", "{}",
            answer => Assert.Equal("C#", (string?)answer.Content["language_info"]!["name"])),
        ["VS Code runs a cell"] = new(VsCode, "src/kernels/execution/cellExecution.ts", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":true,"user_expressions":{},"allow_stdin":true,"stop_on_error":false,"code":"known + 1"}""",
            answer => Shows(answer, "text1"),
            """{"cellId":"vscode-notebook-cell:/home/reader/02-innovation-activity.ipynb#W2sZmlsZQ%3D%3D","tags":["a tag"]}"""),
        ["VS Code runs a cell that fails"] = new(VsCode, "src/kernels/execution/cellExecution.ts", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":true,"user_expressions":{},"allow_stdin":true,"stop_on_error":false,"code":"\nnope"}""",
            answer => Assert.Matches(@"\Acell \d+, line 2: CS0103", (string?)Assert.Single(answer.Of("error"))["evalue"]),
            """{"cellId":"vscode-notebook-cell:/home/reader/02-innovation-activity.ipynb#W3sZmlsZQ%3D%3D"}"""),
        ["VS Code runs code of its own"] = new(VsCode, "src/kernels/helpers.ts (executeSilently)", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":false,"user_expressions":{},"allow_stdin":true,"stop_on_error":false,"code":"known + 2"}""",
            answer => Shows(answer, "text2")),
        ["VS Code runs another extension's code"] = new(VsCode, "src/kernels/helpers.ts (executeSilentlyAndEmitOutput)", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":false,"user_expressions":{},"allow_stdin":false,"stop_on_error":false,"code":"Console.Write(known)"}""",
            answer => Assert.Equal("text", (string?)Assert.Single(answer.Of("stream"))["text"])),
        ["VS Code completes a name"] = new(VsCode, "src/standalone/intellisense/kernelCompletionProvider.ts", JupyterChannel.Shell, "complete_request",
            """{"code":"var a = 1;\nknown.Subs","cursor_pos":21}""",
            answer => Completes(answer, "Substring", 17, 21)),
        ["VS Code explains a proposed name"] = new(VsCode, "src/standalone/intellisense/resolveCompletionItem.ts", JupyterChannel.Shell, "inspect_request",
            """{"code":"known.Substring","cursor_pos":15,"detail_level":0}""",
            answer => Explains(answer, "string.Substring(")),
        ["VS Code explains one in a later line, cut wrongly"] = new(VsCode, "src/standalone/intellisense/resolveCompletionItem.ts", JupyterChannel.Shell, "inspect_request",
            """{"code":"var a Substring","cursor_pos":15,"detail_level":0}""", // its place in the line, counted from the cell's start
            answer => Assert.Equal("ok", answer.Status)),
        ["VS Code looks at a variable"] = new(VsCode, "src/standalone/variables/kernelVariables.ts (of Python's kernels only)", JupyterChannel.Shell, "inspect_request",
            """{"code":"known","cursor_pos":0,"detail_level":0}""",
            answer => Explains(answer, "string known")),
        ["VS Code interrupts"] = new(VsCode, "src/kernels/raw/session/rawKernelConnection.node.ts (interrupt_mode: message)", JupyterChannel.Control, "interrupt_request", "{}",
            answer => Assert.Equal("ok", answer.Status)),
        ["JupyterLab runs a cell"] = new(Lab, "packages/outputarea/src/widget.ts", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":true,"user_expressions":{},"allow_stdin":true,"stop_on_error":true,"code":"known + 3"}""",
            answer => Shows(answer, "text3"),
            """{"trusted":true,"deletedCells":["x"],"recordTiming":false,"cellId":"3f0c8ae8-6b8a-4d3c-a4d0-2d5f4f3f2a10"}"""),
        ["An extension of JupyterLab asks for values"] = new(Lab, "packages/services/src/kernel/default.ts (requestExecute)", JupyterChannel.Shell, "execute_request",
            """{"silent":false,"store_history":false,"user_expressions":{"sum":"1 + 1","bad":"nope"},"allow_stdin":true,"stop_on_error":false,"code":""}""",
            answer =>
            {
                Assert.Equal("""{"status":"ok","data":{"text/plain":"2"},"metadata":{}}""", answer.Content["user_expressions"]!["sum"]!.ToJsonString());
                Assert.Equal("error", (string?)answer.Content["user_expressions"]!["bad"]!["status"]);
            }),
        ["JupyterLab explains beside the notebook"] = new(Lab, "packages/inspector/src/kernelconnector.ts", JupyterChannel.Shell, "inspect_request",
            """{"code":"known.Trim()","cursor_pos":8,"detail_level":1}""",
            answer => Explains(answer, "string.Trim(")),
        ["JupyterLab's console knows what was run"] = new(Lab, "packages/console/src/history.ts", JupyterChannel.Shell, "history_request",
            """{"output":false,"raw":true,"hist_access_type":"tail","n":500}""",
            answer => Assert.Contains("var known", answer.Content["history"]!.ToJsonString(), StringComparison.Ordinal)),
        ["JupyterLab proposes a line that was run"] = new(Lab, "packages/completer/src/default/inlinehistoryprovider.ts", JupyterChannel.Shell, "history_request",
            """{"output":false,"raw":true,"hist_access_type":"search","pattern":"var kn*","unique":true,"n":50}""",
            answer => Assert.Single(answer.Content["history"]!.AsArray())),
        ["JupyterLab's console runs or goes on"] = new(Lab, "packages/console/src/widget.ts", JupyterChannel.Shell, "is_complete_request",
            """{"code":"if (true) {"}""",
            answer => Assert.Equal("incomplete", answer.Status)),
        ["JupyterLab looks for the end of a statement"] = new(Lab, "packages/notebook-extension/src/index.ts", JupyterChannel.Shell, "is_complete_request",
            """{"code":"var a = 1;\n\n"}""",
            answer => Assert.Equal("complete", answer.Status)),
        ["JupyterLab looks for a debugger"] = new(Lab, "packages/debugger/src/session.ts", JupyterChannel.Control, "debug_request",
            """{"type":"request","seq":0,"command":"debugInfo"}""",
            answer => Assert.Equal("""{"type":"response","request_seq":0,"command":"debugInfo","success":false,"message":"The kernel has no debugger."}""", answer.Content.ToJsonString())),
        ["Widgets look for theirs"] = new(Widgets, "packages/base-manager/src/manager-base.ts (_get_comm_info)", JupyterChannel.Shell, "comm_info_request",
            """{"target_name":"jupyter.widget"}""",
            answer => Assert.Equal("{}", answer.Content["comms"]!.ToJsonString())),
    };

    private static void Shows(KernelAnswer answer, string text)
    {
        Assert.Equal("ok", answer.Status);
        Assert.Equal(text, (string?)Assert.Single(answer.Of("display_data"))["data"]!["text/plain"]);
        Assert.Single(answer.Of("execute_input"));
    }

    private static void Completes(KernelAnswer answer, string name, int start, int end)
    {
        var matches = answer.Content["matches"]!.AsArray();
        Assert.Contains(name, matches.Select(match => (string?)match));
        Assert.Equal((start, end), ((int)answer.Content["cursor_start"]!, (int)answer.Content["cursor_end"]!));

        // It draws no symbol beside the names, and takes the text from the matches, unless each has a type and there are as many.
        var types = answer.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray();
        Assert.Equal(matches.Select(match => (string?)match), types.Select(type => (string?)type!["text"]));
        Assert.All(types, type => Assert.NotNull((string?)type!["type"]));
    }

    private static void Explains(KernelAnswer answer, string declaration)
    {
        Assert.True((bool)answer.Content["found"]!);
        Assert.Contains(declaration, (string?)answer.Content["data"]!["text/plain"], StringComparison.Ordinal);
    }
}
