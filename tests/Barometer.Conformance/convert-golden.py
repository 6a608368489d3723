#!/usr/bin/env python3
"""Turns reference cases kept as R calls into the neutral form of README.md.

usage: convert-golden.py SOURCE TARGET

SOURCE holds data/*.csv and expected/*.json: designs and cases as R calls with the numbers that R's survey package
gave. TARGET gets one file of cases a suite and the data they need. What has no place in the form is listed.
"""
import json
import shutil
import sys
from pathlib import Path

from golden_barometer import SUITES
from golden_cases import Converter
from golden_general import General, general
from golden_r import Lacking

ORIGIN = "computed with R survey 4.5 on synthetic data made for this project"


def used(data, designs, cases):
    """The designs and data that the cases need, in their order."""
    wanted = {case["design"] for case in cases if "design" in case}
    while True:
        more = {designs[name]["base"] for name in wanted if "base" in designs[name]} - wanted
        if not more:
            break
        wanted |= more
    kept = {name: form for name, form in designs.items() if name in wanted}
    needed = {form[key] for form in kept.values() for key in ("data", "frame") if key in form}
    return {name: form for name, form in data.items() if name in needed}, kept


def write(path, suite):
    """One line a column, design and case, so that a change to one shows as one line."""
    line = lambda value: json.dumps(value, ensure_ascii=False)
    block = lambda pairs: ",\n".join(f"    {line(name)}: {line(form)}" for name, form in pairs)
    data = ",\n".join(
        f"    {line(name)}: {{\n      " + ",\n      ".join(f"{line(key)}: {line(value)}" for key, value in form.items() if key != "columns")
        + ",\n      \"columns\": {\n" + ",\n".join(f"        {line(key)}: {line(value)}" for key, value in form["columns"].items()) + "\n      }\n    }"
        for name, form in suite["data"].items())
    head = "".join(f"  {line(key)}: {line(suite[key])},\n" for key in ("format", "suite", "about", "origin"))
    cases = ",\n".join("    " + line(case) for case in suite["cases"])
    path.write_text(f"{{\n{head}  \"data\": {{\n{data}\n  }},\n  \"designs\": {{\n{block(suite['designs'].items())}\n  }},\n  \"cases\": [\n{cases}\n  ]\n}}\n", encoding="utf-8")


def main(source, target):
    (target / "data").mkdir(parents=True, exist_ok=True)
    for path in sorted((source / "expected").glob("*.json")):
        golden = json.loads(path.read_text(encoding="utf-8"))
        cases = []
        if golden["suite"] in SUITES:
            data, designs = SUITES[golden["suite"]](source)
            converter = Converter(source, golden["suite"], designs, data)
        else:
            found = general(source, golden)
            data, designs = found.data, found.forms
            converter = General(source, golden["suite"], found)
        for case in golden["cases"]:
            try:
                made = converter.convert(case)
            except Lacking as reason:
                made = None
                print(f"{golden['suite']} {case['id']}: left out, {reason}")
            else:
                if made is None:
                    print(f"{golden['suite']} {case['id']}: left out, {case['r'][:100]}")
            cases += made if isinstance(made, list) else [made] if made else []
        data, designs = used(data, designs, cases)
        files = [form["file"] for form in data.values()] + [form["replicates"]["file"] for form in designs.values() if "file" in form.get("replicates", {})]
        for file in set(files):
            shutil.copyfile(source / file, target / file)
        write(target / path.name, {"format": "barometer-weighting/1", "suite": golden["suite"], "about": golden["about"], "origin": ORIGIN,
                                   "data": data, "designs": designs, "cases": cases})
        print(f"{golden['suite']}: {len(cases)} cases")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
