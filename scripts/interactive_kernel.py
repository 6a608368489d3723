#!/usr/bin/python3
"""Installs .NET Interactive, the second host of the notebooks (docs/vscode.md), as a kernel for Jupyter's front ends.

    scripts/interactive_kernel.py

The tool of .config/dotnet-tools.json is restored and described as «.NET Interactive (C#)»; our own kernel keeps its name. Not done by the
tool's own `jupyter install`: that takes the name in the notebooks, and its kernels tell everybody in the network who asks what variables hold.
With --http-local-only, as here, they tell everybody on this machine.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = "dotnet-interactive-csharp"


def command():
    """How the tool is started: the one on the path, else the one of the clone's manifest; None where neither is installed."""
    if found := shutil.which("dotnet-interactive"):
        return [found]
    local = ["dotnet", "tool", "run", "dotnet-interactive", "--"]
    return local if subprocess.run([*local, "--version"], cwd=ROOT, capture_output=True).returncode == 0 else None


def install(start, folder):
    """Writes the kernel's description below a folder of Jupyter's data, and gives its name."""
    spec = pathlib.Path(folder, "kernels", NAME, "kernel.json")
    spec.parent.mkdir(parents=True, exist_ok=True)
    spec.write_text(json.dumps({
        "argv": [*start, "jupyter", "--default-kernel", "csharp", "--http-local-only", "{connection_file}"],
        "display_name": ".NET Interactive (C#)",
        "language": "C#",
        "env": {"DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT": "1", "DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE": "1"},
    }, indent=2) + "\n")
    return NAME


def user_folder():
    """Where Jupyter keeps a user's kernels."""
    if named := os.environ.get("JUPYTER_DATA_DIR"):
        return named
    if sys.platform == "win32":
        return pathlib.Path(os.environ["APPDATA"], "jupyter")
    return pathlib.Path.home() / ("Library/Jupyter" if sys.platform == "darwin" else ".local/share/jupyter")


def main():
    subprocess.run(["dotnet", "tool", "restore"], cwd=ROOT, check=True)
    print(f"Kernel «{install(command(), user_folder())}» is installed in {user_folder()}. It runs in this clone only.")


if __name__ == "__main__":
    main()
