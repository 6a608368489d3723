#!/usr/bin/python3
"""How long a reader waits for a kernel: from its start to the end of «#!import load.cs», and to the first figure of 00-start-here.

    bench/first-cell.py [CLONE] [rounds]

CLONE: an earlier version, built, measured in turns with this one; the ratio of one run counts, not the times of two. Wall time depends on what else the machine does: processor time stands beside it. Needs jupyter_client
(scripts/install-jupyter.sh).
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

try:
    from jupyter_client.manager import KernelManager
except ImportError:
    sys.exit("missing: jupyter_client. Debian has it: scripts/install-jupyter.sh")

OURS = pathlib.Path(__file__).resolve().parent.parent
TIMEOUT = 300
STEPS = ("load.cs", "first figure")


def main(before=None, rounds="5"):
    clones = {"now": OURS} | ({"before": pathlib.Path(before).resolve()} if before else {})
    with tempfile.TemporaryDirectory(prefix="barometer-first-cell-") as folder:
        specs = {name: install(clone, pathlib.Path(folder, name)) for name, clone in clones.items()}
        waits = {name: [] for name in clones}
        for turn in range(int(rounds) + 1):
            for name, clone in clones.items():
                measured = wait(specs[name], clone)
                if turn > 0:  # the first fills the file cache
                    waits[name].append(measured)
    print("| from the start of the kernel to | " + " | ".join(f"{name}: s | processor s" for name in clones) + (" | before : now |" if before else " |"))
    print("|---|" + "---|" * (2 * len(clones) + bool(before)))
    for at, step in enumerate(STEPS):
        cells = {name: [statistics.median(one[at][unit] for one in waits[name]) for unit in (0, 1)] for name in clones}
        ratio = f" {cells['before'][0] / cells['now'][0]:.2f} ({cells['before'][1] / cells['now'][1]:.2f} of processor time) |" if before else ""
        print(f"| {step} | " + " | ".join(f"{wall:.2f} | {used:.2f}" for wall, used in cells.values()) + " |" + ratio)


def install(clone, folder):
    """The folder that front ends would look into, with that clone's kernel."""
    program = clone / "src/Barometer.Cli/bin/Debug/net10.0/barometer.dll"
    subprocess.run(["dotnet", program, "kernel", "install", "--force"], check=True, stdout=subprocess.DEVNULL, env=os.environ | {"JUPYTER_DATA_DIR": str(folder)})
    return folder


def wait(spec, clone):
    """Wall and processor time from the kernel's start to the end of each step."""
    os.environ["JUPYTER_DATA_DIR"] = str(spec)
    os.environ["JUPYTER_RUNTIME_DIR"] = str(spec / "runtime")
    cells = [cell for cell in json.loads((clone / "notebooks/00-start-here.ipynb").read_text())["cells"] if cell["cell_type"] == "code"]
    manager = KernelManager(kernel_name=".net-csharp")
    clock = time.monotonic()
    manager.start_kernel(cwd=str(clone / "notebooks"))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    steps = []
    try:
        for cell in cells:
            shown = []
            reply = client.execute_interactive("".join(cell["source"]), timeout=TIMEOUT, output_hook=shown.append)
            assert reply["content"]["status"] == "ok", reply["content"]
            figure = any("image/png" in message["content"].get("data", {}) for message in shown)
            if not steps or figure:
                steps.append((time.monotonic() - clock, processor_time(manager.provisioner.process.pid)))
            if figure:
                return steps
        raise AssertionError("no figure in 00-start-here")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def processor_time(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(*sys.argv[1:])
