#!/usr/bin/python3
"""Runs the notebooks under every host on this machine and compares what they show with what is stored.

    scripts/portability.py [notebook ...]

Our kernel runs under Debian's nbclient (scripts/install-jupyter.sh) and has to show the very outputs that
`barometer reproduce` stored; a picture may differ in the last shade of an edge, as in `reproduce --check`.
.NET Interactive (docs/vscode.md) runs under nbclient as well, one notebook at a time, because two of them take each other's ports. It
shows a figure as one output with the picture in its HTML: table, text, picture, chart and the words under it are compared, output by output.
The other hosts (clrkernel, verso) have to run every cell; of what they show, the HTML is compared.
As a program (`barometer app`, then `dotnet run`) a notebook has to print and draw what is stored, the interactive charts apart.
Ends with 1 when a host that is here shows something else, and names hosts that aren't here.
"""
import asyncio
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import nbformat
    from nbclient import NotebookClient
except ImportError:
    sys.exit("missing: nbclient. Debian has it: scripts/install-jupyter.sh")

import interactive_kernel
from own_kernel import PROGRAM, ROOT, installed

NOTEBOOKS = ROOT / "notebooks"
AT_A_TIME = 2
PICTURE = "image/png"
CHART = "application/vnd.plotly.v1+json"
INLINE = 'src="data:image/png;base64,'


def main(names):
    paths = [NOTEBOOKS / (name.removesuffix(".ipynb") + ".ipynb") for name in names] or sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
    with installed() as name:
        failed = tell("our kernel under nbclient", asyncio.run(run_all(paths, name, exact, AT_A_TIME)))
        failed += tell("programs (barometer app, dotnet run)", run_programs(paths))
        failed += tell_other("dotnet-interactive", interactive_kernel.command(), lambda start: run_interactive(start, paths))
        failed += tell_other("clrkernel", shutil.which("clrkernel"), lambda program: run_tool(paths, lambda path, out: [program, "run", path, "-o", out]))
        failed += tell_other("verso", shutil.which("verso"), lambda program: run_tool(paths, lambda path, out: [program, "run", path, "--fail-fast", "--output", "json", "--output-file", out]))
    return 1 if failed else 0


async def run_all(paths, kernel, compare, at_a_time):
    turn = asyncio.Semaphore(at_a_time)

    async def run(path):
        async with turn:
            clock = time.monotonic()
            stored = nbformat.read(path, 4)
            fresh = nbformat.from_dict(json.loads(json.dumps(stored)))
            for cell in fresh.cells:
                if cell.cell_type == "code":
                    cell.outputs = []
            client = NotebookClient(fresh, timeout=300, kernel_name=kernel, resources={"metadata": {"path": str(NOTEBOOKS)}})
            try:
                await client.async_execute()
                difference = compare(stored, fresh)
            except Exception as error:  # whatever a host does is a result here
                difference = f"{type(error).__name__}: {str(error)[-300:]}"
            return path.stem, time.monotonic() - clock, difference

    return await asyncio.gather(*(run(path) for path in paths))


def outputs(notebook):
    return {cell.id: json.loads(json.dumps(cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}


def exact(stored, fresh):
    """Every output as it stands; of pictures, that there is one."""
    one, other = outputs(stored), outputs(fresh)
    for cell in one:
        for output in one[cell] + other[cell]:
            if "image/png" in output.get("data", {}):
                output["data"]["image/png"] = "a picture"
        if one[cell] != other[cell]:
            return f"cell {cell} shows something else"
    return stored.metadata.language_info != fresh.metadata.language_info and "the language is told in other words"


def html(notebook):
    return [output["data"]["text/html"] for shown in outputs(notebook).values() for output in shown if "text/html" in output.get("data", {})]


def objects(stored):
    """What a cell shows as one output each: a figure is stored as picture with chart, and numbers; the others as they are."""
    shown = []
    for output in stored:
        data = output["data"]
        if PICTURE in data:
            shown.append({"text/plain": data["text/plain"], PICTURE: data[PICTURE], CHART: data.get(CHART), "under": None})
        elif shown and PICTURE in shown[-1] and shown[-1]["under"] is None:
            shown[-1]["under"] = data["text/html"].split("\n", 1)[1].removesuffix("</div>")
        else:
            shown.append({form: data[form] for form in ("text/html", "text/plain") if form in data})
    return shown


def picture_facts(encoded):
    """What of a picture doesn't depend on the processor: its size and the texts in it."""
    data, facts, at = base64.b64decode(encoded), [], 8
    while at < len(data):
        length, kind = int.from_bytes(data[at:at + 4]), data[at + 4:at + 8]
        facts += [data[at + 8:at + 8 + length]] if kind in (b"IHDR", b"tEXt", b"zTXt", b"iTXt", b"pHYs") else []
        at += length + 12
    return facts


def is_shown(expected, data):
    """Whether an output of .NET Interactive shows what is stored of an object."""
    if PICTURE not in expected:
        return all(data.get(form) == text for form, text in expected.items())
    shown = data.get("text/html", "")
    picture = shown.partition(INLINE)[2].partition('"')[0]
    same = picture == expected[PICTURE].strip() or picture_facts(picture) == picture_facts(expected[PICTURE])
    # The engine sends JSON as text.
    chart = json.loads(data.get(CHART, "null"))
    return same and data[PICTURE] == picture and chart == expected[CHART] and expected["under"] in shown and data["text/plain"] == expected["text/plain"]


def same_objects(stored, fresh):
    one, other = outputs(stored), outputs(fresh)
    for cell in one:
        # The first cell of a session also gets the engine's own script, which looks for its port.
        shown = [output for output in other[cell] if "dotnet-interactive-this-cell" not in output.get("data", {}).get("text/html", "")]
        expected = objects(one[cell])
        if len(shown) != len(expected):
            return f"cell {cell} shows {len(shown)} objects, not {len(expected)}"
        for output, of in zip(shown, expected):
            if not is_shown(of, output.get("data", {})):
                return f"cell {cell} shows something else"
    return None


def run_interactive(start, paths):
    return asyncio.run(run_all(paths, interactive_kernel.install(start, os.environ["JUPYTER_DATA_DIR"]), same_objects, 1))


def run_programs(paths):
    """Each notebook as a program prints what is stored, one object after the other, and writes the same pictures."""
    subprocess.run(["dotnet", PROGRAM, "app", *(path.stem for path in paths)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    results = []
    for path in paths:
        clock = time.monotonic()
        stored = [output["data"] for shown in outputs(nbformat.read(path, 4)).values() for output in shown]
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                ["dotnet", "run", ROOT / "apps" / (path.stem + ".cs")], cwd=ROOT, capture_output=True, text=True, timeout=600, env={**os.environ, "BAROMETER_PICTURES": folder})
            drawn = [picture_facts(base64.b64encode(picture.read_bytes())) for picture in pathlib.Path(folder).glob("*.png")]
        difference = (
            f"exit code {done.returncode}: {done.stderr[-300:]}" if done.returncode
            else "it prints something else" if done.stdout != "".join(data["text/plain"] + "\n\n" for data in stored)
            else "it draws something else" if any(picture_facts(data[PICTURE]) not in drawn for data in stored if PICTURE in data)
            else None)
        results.append((path.stem, time.monotonic() - clock, difference))
    return results


def run_tool(paths, command):
    results = []
    for path in paths:
        clock = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            out = f"{folder}/out.ipynb"
            done = subprocess.run(command(str(path), out), cwd=NOTEBOOKS, capture_output=True, text=True, timeout=600)
            shown = pathlib.Path(out).read_text() if pathlib.Path(out).exists() else done.stdout
        values = [form for form in html(nbformat.read(path, 4)) if json.dumps(form, ensure_ascii=False)[1:-1] not in shown and json.dumps(form)[1:-1] not in shown]
        difference = f"exit code {done.returncode}: {done.stderr[-300:]}" if done.returncode else f"{len(values)} HTML outputs are others" if values else None
        results.append((path.stem, time.monotonic() - clock, difference))
    return results


def tell_other(host, found, run):
    if found is None:
        print(f"{host}: missing, not compared")
        return 0
    return tell(host, run(found))


def tell(host, results):
    failed = [result for result in results if result[2]]
    for name, seconds, difference in results:
        print(f"  {name}: {difference or 'same'} ({seconds:.1f} s)")
    print(f"{host}: {len(results) - len(failed)} of {len(results)} notebooks show what is stored")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
