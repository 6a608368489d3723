"""Reads what a file of golden values holds: R calls, and the data that they are about."""
import csv
import re

AREAS = ["ASD", "BFD", "FIN", "HOD", "JD", "KD", "KLD", "SD"]
FACTORS = {"area": AREAS, "size": ["1-9", "10-49", "50+"], "region": ["Oslo", "East", "West", "North"]}

# Relative tolerances: what the references themselves support.
CLOSED = {"*": 1e-10, "lower": 1e-8, "upper": 1e-8, "deff": 1e-9, "deffWithReplacement": 1e-9}
ITERATED = {"*": 1e-8, "lower": 1e-6, "upper": 1e-6}
RAKED = {"*": 1e-8, "se": 1e-5, "lower": 1e-4, "upper": 1e-4}  # R's rake() projects by iteration
MODEL = {"*": 1e-8, "p": 1e-6, "lower": 1e-6, "upper": 1e-6, "covariance": 1e-6}
EARLY_MODEL = {"*": 1e-6, "se": 1e-4, "t": 1e-4, "p": 1e-3, "lower": 1e-3, "upper": 1e-3, "covariance": 1e-3}  # R's default stops before the covariance is that at convergence
RAKED_MODEL = {"*": 1e-8, "se": 1e-5, "t": 1e-5, "p": 1e-3, "lower": 1e-3, "upper": 1e-3, "covariance": 1e-3}


class Lacking(Exception):
    """Something has no place in the form."""


def split(text, mark):
    """Splits at a mark outside brackets and quotes."""
    parts, depth, start, quoted = [], 0, 0, False
    for i, c in enumerate(text):
        quoted ^= c == "'"
        depth += 0 if quoted else (c in "({[") - (c in ")}]")
        if c == mark and depth == 0 and not quoted:
            parts.append(text[start:i].strip())
            start = i + 1
    return parts + [text[start:].strip()]


class Call:
    """An R call: its function, arguments by position and by name."""

    def __init__(self, text):
        match = re.fullmatch(r"([\w.]+)\((.*)\)", text.strip(), re.S)
        self.name, self.args, self.named = match[1] if match else "", [], {}
        for part in split(match[2], ",") if match else []:
            named = re.match(r"^([\w.]+)\s*=(?!=)(.*)$", part, re.S)
            if named:
                self.named[named[1]] = named[2].strip().strip("'")
            else:
                self.args.append(part)

    def terms(self, position=0):
        return split(self.args[position].lstrip("~"), "+")


class Table:
    """A data file."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.name, self.names = path.name, list(self.rows[0])

    def has_missing(self, name):
        return any(row[name] == "" for row in self.rows)

    def is_number(self, name):
        return all(re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", row[name]) for row in self.rows if row[name])

    def levels(self, name):
        """The levels of a factor, in the order that R gives them unless told otherwise."""
        return sorted({row[name] for row in self.rows if row[name]})

    def columns(self, extra, known={}):
        """The column forms: texts as factors, numbers as numbers, whole numbers 0-5 as factors besides."""
        forms = {}
        for name in self.names:
            values = self.levels(name)
            if name in known:
                forms[name] = {"type": "factor", "levels": known[name]}
            elif name in FACTORS and set(values) <= set(FACTORS[name]):
                forms[name] = {"type": "factor", "levels": FACTORS[name]}
            elif not self.is_number(name):
                forms[name] = {"type": "factor", "levels": values}
            else:
                forms[name] = {"type": "number"}
                if len(values) <= 5 and all(re.fullmatch("[0-9]", value) for value in values):
                    levels = ["0", "1"] if set(values) <= {"0", "1"} else values
                    forms[name + ".answer"] = {"type": "factor", "from": name, "levels": levels, "ordered": True}
        return {**forms, **extra}

    def counts(self, *names):
        """The number of rows in each cell of the columns crossed, in the order of their levels."""
        found = {}
        for row in self.rows:
            key = tuple(row[name] for name in names)
            found[key] = found.get(key, 0) + 1
        levels = [sorted({row[name] for row in self.rows}) for name in names]
        order = [FACTORS[name] if set(found) <= set(FACTORS.get(name, [])) else found for name, found in zip(names, levels)]
        keys = sorted(found, key=lambda key: [levels.index(level) for levels, level in zip(order, key)])
        return {"variables": list(names), "counts": [{"levels": list(key), "count": found[key]} for key in keys]}

    def sum(self, name):
        return {"sumOf": name, "total": sum(float(row[name]) for row in self.rows)}
