"""The designs of any suite, from the R expressions that made them; totals are those that the suite states."""
import re
from pathlib import Path

from golden_r import CLOSED, ITERATED, RAKED, Call, Lacking, Table, split

REPLICATED = {"*": 1e-7, "lower": 1e-6, "upper": 1e-6}
DISTANCES = {"linear": "linear", "raking": "raking", "logit": "logit"}
KINDS = {"JK1": "jackknife", "JKn": "jackknife", "BRR": "brr", "Fay": "fay", "auto": "jackknife"}


class Designs:
    """The data and designs of a suite in the form, by their names; those without a place in it are in `lacking`."""

    def __init__(self, source, golden):
        self.source, self.tables, self.data, self.forms, self.lacking = source, {}, {}, {}, {}
        self.levels, self.totals = {}, {}
        for design in golden["designs"].values():
            self.levels.update(design["spec"].get("factors", {}))
            self.remember(design)
        for name, design in golden["designs"].items():
            try:
                self.add(name, design["r"], design["spec"], design["data"])
            except Lacking as reason:
                self.lacking[name] = str(reason)

    def remember(self, design):
        """What totals an R object holds: the first design that is made with it states them."""
        call, spec = Call(design["r"]), design["spec"]
        if call.name == "postStratify" and len(call.args) > 2 and is_stated(spec):
            self.totals.setdefault(call.args[2], spec.get("margin") or spec["cells"])
        elif call.name == "rake" and isinstance(spec.get("margins"), dict) and len(call.args) > 2:
            for name, (variable, counts) in zip(Call(call.args[2]).args, spec["margins"].items()):
                self.totals.setdefault(name, {variable: counts})
        elif call.name == "calibrate" and "totals" in spec and len(call.args) > 2:
            self.totals.setdefault(call.args[2], spec["totals"])

    def counts(self, data, stated):
        """Stated counts: of each level of a variable, by name or in their order, or of each cell of several."""
        if "Freq" in stated:
            names = [name for name in stated if name != "Freq"]
            return {"variables": names, "counts": [{"levels": list(key), "count": count}
                                                   for *key, count in zip(*(stated[name] for name in names), stated["Freq"])]}
        (variable, counts), = stated.items()
        if isinstance(counts, list):
            levels = self.levels.get(variable) or self.tables[data].levels(variable)
            if len(levels) != len(counts):
                raise Lacking(f"the counts of {variable} are not those of its levels")
            counts = dict(zip(levels, counts))
        return margin([variable], counts)

    # Data.

    def read(self, file):
        """The name of a data file, which is its own without folder and ending."""
        name = Path(file).stem
        if not (self.source / file).is_file():
            raise Lacking(f"no data {file}")
        if name not in self.data:
            self.tables[name] = Table(self.source / file)
            self.data[name] = {"file": file, "columns": {}}
        return name

    def finish(self):
        """The columns, once all factors are known."""
        for name, form in self.data.items():
            form["columns"] = {**self.tables[name].columns({}, self.levels), **form["columns"]}

    def factor(self, data, name):
        """The levels of a factor in their order; None when it is a number."""
        column = self.data[data]["columns"].get(name)
        return column["levels"] if column and column["type"] == "factor" else None

    # Designs.

    def add(self, name, text, spec, file):
        call = Call(text)
        make = getattr(self, "of_" + re.sub(r"\W", "_", call.name), None)
        if make is None:
            raise Lacking(f"{call.name} has no place in the form")
        self.forms[name] = make(call, spec, file, name)
        if spec.get("lonely"):
            self.forms[name]["lonely"] = spec["lonely"]
        return name

    def base(self, text, name, file):
        """The design that another is made of: by its name, or as an expression in its place."""
        if text in self.forms:
            return text
        if "(" in text:
            return self.add(f"{name}.base", text, {}, file)
        raise Lacking(f"it is made of {text}, " + self.lacking.get(text, "which is no design of the suite"))

    def of_svydesign(self, call, spec, file, name):
        if "pps" in call.named or file.startswith("derived"):
            raise Lacking("unequal probabilities without replacement have no place in the form")
        where = re.fullmatch(r"(\S+) where (\w+)=(\S+)", file)
        data = self.read(where[1] if where else file)
        if where:
            self.data[data]["where"] = [{"variable": where[2], "in": [where[3]]}]
        form = {"data": data}
        ids = self.variables(call.named.get("ids", call.named.get("id", "~1")))
        if ids:
            form["clusters"] = ids
        if "strata" in call.named:
            form["strata"] = self.variables(call.named["strata"])
        weights = call.named.get("weights", call.named.get("weight", call.named.get("probs", call.named.get("prob"))))
        if weights:
            form["weights"] = self.column(data, weights, "probs" in call.named or "prob" in call.named)
        if "fpc" in call.named:
            form["populationCounts"] = [self.population(data, part) for part in split(call.named["fpc"].lstrip("~"), "+")]
        if call.named.get("nest") == "TRUE":
            form["clusterIdsRepeat"] = True
        return {**form, "tolerance": CLOSED}

    def variables(self, formula):
        names = split(formula.lstrip("~"), "+")
        if any(not re.fullmatch(r"[\w.]+", one) for one in names):
            raise Lacking(f"{formula} is no variable")
        return [] if names in (["1"], ["0"]) else names

    def column(self, data, formula, inverse=False):
        name = formula.lstrip("~")
        if name == "1" or re.fullmatch(r"rep\(1, ?\d+\)", name):
            return self.constant(data, 1)
        if inverse or name not in self.tables[data].names:
            raise Lacking(f"{formula} is no variable of the data")
        return name

    def population(self, data, text):
        fraction = re.fullmatch(r"I\((\w+)/(\w+)\)", text)
        repeated = re.fullmatch(r"rep\((\d+), ?\d+\)", text)
        return fraction[2] if fraction else self.constant(data, int(repeated[1])) if repeated else self.column(data, text)

    def constant(self, data, value):
        self.data[data]["columns"][f"constant.{value}"] = {"type": "number", "constant": value}
        return f"constant.{value}"

    def of_as_svrepdesign(self, call, spec, file, name):
        kind = call.named.get("type", "auto")
        if kind not in KINDS:
            raise Lacking(f"replicates of the kind {kind} are drawn at random")
        try:
            base = self.base(call.args[0], name, file)
        except Lacking:
            base = self.described(f"{name}.base", spec.get("base", ""))
        replicates = {"method": KINDS[kind]}
        if "fay.rho" in call.named:
            replicates["rho"] = float(call.named["fay.rho"])
        if call.named.get("mse") == "TRUE":
            replicates["aroundEstimate"] = True
        return {"base": base, "replicates": replicates, "tolerance": CLOSED}

    def described(self, name, text):
        """A design told in words: «apiclus1: ids dnum, weights pw, fpc»."""
        match = re.fullmatch(r"(\w+): (.*)", text)
        if not match:
            raise Lacking("its base is not described")
        parts = dict((part + " ").split(" ", 1) for part in split(match[2], ","))
        named = [f"{key}=~{(value or key).strip()}" for key, value in parts.items() if key != "nest"]
        if "weights" not in parts:
            named.append("weights=~1")
        if "nest" in parts:
            named.append("nest=TRUE")
        return self.add(name, f"svydesign({', '.join(named)})", {}, f"data/{match[1]}.csv")

    def of_svrepdesign(self, call, spec, file, name):
        if not str(spec.get("repweights", "")).startswith("data/"):
            raise Lacking("its replicate weights are not in a file")
        data = self.read(file)
        return {"data": data, "weights": self.column(data, call.named["weights"]), "tolerance": CLOSED,
                "replicates": {"method": "given", "file": spec["repweights"], "combined": bool(spec.get("combined", True)),
                               "scale": spec["scale"], "aroundEstimate": bool(spec.get("mse"))}}

    # Weighting.

    def stepped(self, call, name, file, step, tolerance):
        base = self.base(call.args[0], name, file)
        return {"base": base, "steps": [step], "tolerance": REPLICATED if self.is_replicated(base) else tolerance}

    def is_replicated(self, name):
        form = self.forms[name]
        return "replicates" in form or ("base" in form and self.is_replicated(form["base"]))

    def of_postStratify(self, call, spec, file, name):
        if "partial" in call.named:
            raise Lacking("a partial post-stratification has no place in the form")
        base = self.base(call.args[0], name, file)
        total = self.counts(self.data_of(base), spec.get("margin") or spec["cells"]) if is_stated(spec) else self.total(self.data_of(base), call.args[2])
        return self.stepped(call, name, file, {"kind": "post-stratify", "totals": [total]}, CLOSED)

    def of_rake(self, call, spec, file, name):
        data = self.data_of(self.base(call.args[0], name, file))
        if isinstance(spec.get("margins"), dict):
            totals = [self.counts(data, {variable: counts}) for variable, counts in spec["margins"].items()]
        else:
            totals = [self.total(data, one) for one in Call(call.args[2]).args]
        if not re.search(r"epsilon ?= ?1e-(9|1\d)", call.named.get("control", "")):
            raise Lacking("R stopped before the margins were met")
        return self.stepped(call, name, file, {"kind": "rake", "totals": totals}, RAKED)

    def of_calibrate(self, call, spec, file, name):
        distance = call.named.get("calfun", "linear")
        if distance not in DISTANCES or {"trim", "aggregate.stage", "variance"} & set(call.named):
            raise Lacking("this kind of calibration has no place in the form")
        totals = spec.get("totals") or self.totals.get(call.args[2])
        if not isinstance(totals, dict):
            raise Lacking(f"its totals {call.args[2]} are not stated")
        step = {"kind": "calibrate", "distance": DISTANCES[distance], "totals": self.contrasts(self.data_of(call.args[0]), call.args[1], totals)}
        if "bounds" in call.named:
            step["bounds"] = [float(one) for one in Call(call.named["bounds"]).args]
        return self.stepped(call, name, file, step, CLOSED if distance == "linear" and "bounds" not in step else ITERATED)

    def of_trimWeights(self, call, spec, file, name):
        if call.named.get("strict") != "TRUE":
            raise Lacking("trimming in one round has no place in the form")
        limits = {key: float(call.named[key]) for key in ("lower", "upper") if key in call.named}
        return self.stepped(call, name, file, {"kind": "trim", **limits}, ITERATED)

    def of_twophase(self, call, spec, file, name):
        if call.named.get("method") != "full":
            raise Lacking("the approximation of a two-phase variance has no place in the form")
        first, second = spec["phase1"], spec["phase2"]
        form = {"data": self.read(file), "secondPhase": {"taken": {"variable": second["subset"], "in": ["1"]}}, "tolerance": CLOSED}
        if first.get("ids"):
            form["clusters"] = [first["ids"]]
        if first.get("fpc"):
            form["populationCounts"] = [first["fpc"]]
        if second.get("strata"):
            form["secondPhase"]["strata"] = [second["strata"]]
        return form

    def data_of(self, name):
        form = self.forms.get(name)
        if form is None:
            raise Lacking(f"{name} is no design of the suite")
        return self.data_of(form["base"]) if "base" in form else form["data"]

    def total(self, data, text):
        if isinstance(self.totals.get(text), dict) and "(Intercept)" not in self.totals[text]:
            return self.counts(data, self.totals[text])
        inline = Call(text)
        if inline.name == "data.frame":
            values = {key: Call(value).args for key, value in inline.named.items()}
            (variable, levels), (_, counts) = values.items()
            if levels and all(re.fullmatch(r"[\d.]+", count) for count in counts):
                return margin([variable], {level.strip("'"): float(count) for level, count in zip(levels, counts)})
        raise Lacking(f"its totals {text} are not stated")

    def contrasts(self, data, formula, totals):
        """Totals of an intercept and contrasts are counts of all levels: the first level's are what is left."""
        size, found = totals.get("(Intercept)"), []
        if size is None or formula.endswith("-1"):
            raise Lacking("totals without an intercept have no place in the form")
        for variable in self.variables(formula):
            if variable in totals:
                found.append({"sumOf": variable, "total": totals[variable]})
                continue
            levels = self.levels.get(variable) or self.tables[data].levels(variable)
            others = {level: totals[variable + level] for level in levels if variable + level in totals}
            first, = set(levels) - set(others)
            found.append(margin([variable], {first: size - sum(others.values()), **others}))
        return found if any("counts" in one for one in found) else [{"units": size}, *found]


def is_stated(spec):
    return "margin" in spec or isinstance(spec.get("cells"), dict)


def margin(variables, counts):
    return {"variables": variables, "counts": [{"levels": [level], "count": count} for level, count in counts.items()]}
