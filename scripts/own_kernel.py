"""Installs the kernel into a folder of its own, as a user would into his, so that the scripts here leave nothing behind."""
import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "src/Barometer.Cli/bin/Debug/net10.0/barometer.dll"
NAME = ".net-csharp"


@contextlib.contextmanager
def installed():
    """The kernel is installed, and Jupyter's libraries find it, until the block ends."""
    if not PROGRAM.exists():
        sys.exit("Build first: dotnet build")
    with tempfile.TemporaryDirectory(prefix="barometer-jupyter-") as folder:
        os.environ["JUPYTER_DATA_DIR"] = folder
        os.environ["JUPYTER_RUNTIME_DIR"] = folder + "/runtime"
        subprocess.run(["dotnet", PROGRAM, "kernel", "install", "--force"], check=True, stdout=subprocess.DEVNULL)
        yield NAME
