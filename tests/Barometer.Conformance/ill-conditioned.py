#!/usr/bin/env python3
"""Writes TARGET/ill-conditioned.json and its data: regressions and a calibration on numbers that nearly follow from each other.

usage: ill-conditioned.py TARGET

All expected numbers are computed in exact rational arithmetic from the decimals of the data: least squares, the sandwich variance
n/(n - 1) sum (z - mean z)^2 of the influence z, and the generalised regression estimator. Longley's data are those of NIST's Statistical
Reference Datasets (public domain), whose certified coefficients the exact ones must agree with.
"""
import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction as F
from pathlib import Path

getcontext().prec = 60
LONGLEY = Path(__file__).parent.parent / "SurveyStatistics.Tests/Estimation/Nist/Longley.dat"


def solve(matrix, right):
    n = len(matrix)
    rows = [list(matrix[i]) + list(right[i]) for i in range(n)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k])
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(n):
            if i != k and rows[i][k]:
                rows[i] = [u - rows[i][k] * v for u, v in zip(rows[i], rows[k])]
    return [row[n:] for row in rows]


def gram(X, q):
    return [[sum(w * r[i] * r[j] for r, w in zip(X, q)) for j in range(len(X[0]))] for i in range(len(X[0]))]


def number(value):
    return float(Decimal(value.numerator) / Decimal(value.denominator))


def root(value):
    return float((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def variance(z):
    n, mean = len(z), sum(z) / len(z)
    return F(n, n - 1) * sum((v - mean) ** 2 for v in z)


def least_squares(X, y, names):
    inverse = solve(gram(X, [F(1)] * len(X)), [[F(int(i == j)) for j in range(len(X[0]))] for i in range(len(X[0]))])
    xy = [sum(r[i] * v for r, v in zip(X, y)) for i in range(len(X[0]))]
    b = [sum(c * v for c, v in zip(row, xy)) for row in inverse]
    e = [v - sum(c * t for c, t in zip(b, r)) for r, v in zip(X, y)]
    se = [root(variance([sum(c * t for c, t in zip(row, r)) * rest for r, rest in zip(X, e)])) for row in inverse]
    return {"rows": [{"variable": name, "estimate": number(c), "se": s} for name, c, s in zip(names, b, se)],
            "values": {"deviance": number(sum(v * v for v in e))}}


def write(path, names, rows):
    path.write_text("\n".join([",".join(names)] + [",".join(str(v) for v in row) for row in rows]) + "\n")


target = Path(sys.argv[1])
cases, tolerance = [], {"*": 1e-9}

years = [(2014 + i % 9, 2 * (i % 9 - 4) + i % 3, 5) for i in range(300)]
write(target / "data/years.csv", ["year", "x", "w"], years)
cases.append({"id": "year and its square", "design": "years", "estimator": "regression", "variables": ["x"], "predictors": ["year", "year:year"], "family": "linear",
              "expected": least_squares([[F(1), F(a), F(a) ** 2] for a, _, _ in years], [F(x) for _, x, _ in years], ["(constant)", "year", "year:year"])})

far = [(Decimal(1_000_000) + Decimal(i * 37 % 64) / 8, i * 7 % 11 + i % 5, Decimal(100_000) + Decimal(i % 9) / 4, i * 13 % 29, 1) for i in range(1000)]
write(target / "data/far.csv", ["a", "x", "b", "y", "w"], far)
cases.append({"id": "numbers far from zero", "design": "far", "estimator": "regression", "variables": ["x"], "predictors": ["a"], "family": "linear",
              "expected": least_squares([[F(1), F(r[0])] for r in far], [F(r[1]) for r in far], ["(constant)", "a"])})

# Calibrated to 1000 units and a sum of b: g = 1 + x'(X'X)^-1 (totals - X'1), and the residuals' variance of a mean.
X, y = [[F(1), F(r[2])] for r in far], [F(r[3]) for r in far]
totals = [F(1000), sum(r[1] for r in X) + 20]
slope = solve(gram(X, [F(1)] * 1000), [[t - sum(r[i] for r in X)] for i, t in enumerate(totals)])
g = [1 + sum(c[0] * v for c, v in zip(slope, r)) for r in X]
mean = sum(w * v for w, v in zip(g, y)) / sum(g)
u = [(v - mean) / sum(g) for v in y]
fit = solve(gram(X, [F(1)] * 1000), [[sum(r[i] * v for r, v in zip(X, u))] for i in range(2)])
z = [w * (v - sum(c[0] * t for c, t in zip(fit, r))) for w, v, r in zip(g, u, X)]
cases.append({"id": "calibrated to a sum far from zero", "design": "calibrated", "estimator": "mean", "variables": ["y"],
              "expected": {"rows": [{"variable": "y", "estimate": number(mean), "se": root(variance(z))}]}})
cases.append({"id": "the sum it was calibrated to", "design": "calibrated", "estimator": "total", "variables": ["b"],
              "expected": {"rows": [{"variable": "b", "estimate": number(totals[1])}]}})
cases.append({"id": "weights calibrated to a sum far from zero", "design": "calibrated", "estimator": "weights", "expected": {"vectors": {"weights": [number(w) for w in g]}}})

lines = LONGLEY.read_text().splitlines()
first = next(i for i, line in enumerate(lines) if line.startswith("Data:") and "x1" in line) + 1
longley = [line.split() for line in lines[first:] if line.strip()]
names = ["x1", "x2", "x3", "x4", "x5", "x6"]
write(target / "data/longley.csv", ["y", *names, "w"], [row + ["1"] for row in longley])
exact = least_squares([[F(1)] + [F(Decimal(v)) for v in row[1:]] for row in longley], [F(Decimal(row[0])) for row in longley], ["(constant)", *names])
certified = [float(line.split()[1]) for line in lines if line.strip().startswith("B") and line.split()[0][1:].isdigit()]
assert all(abs(row["estimate"] - c) <= 1e-13 * abs(c) for row, c in zip(exact["rows"], certified)), "not NIST's certified values"
cases.append({"id": "Longley", "design": "longley", "estimator": "regression", "variables": ["y"], "predictors": names, "family": "linear", "expected": exact})

numbers = lambda *columns: {name: {"type": "number"} for name in columns}
document = {
    "format": "barometer-weighting/1", "suite": "ill-conditioned",
    "about": "Regressions and a calibration on numbers that nearly follow from each other: a year and its square, amounts far from zero, Longley's data.",
    "origin": "ill-conditioned.py: exact rational arithmetic; Longley's data and certified values from NIST StRD, public domain",
    "tolerance": tolerance,
    "data": {"years": {"file": "data/years.csv", "columns": numbers("year", "x", "w")}, "far": {"file": "data/far.csv", "columns": numbers("a", "x", "b", "y", "w")},
             "longley": {"file": "data/longley.csv", "columns": numbers("y", *names, "w")}},
    "designs": {"years": {"data": "years", "weights": "w"}, "far": {"data": "far", "weights": "w"}, "longley": {"data": "longley", "weights": "w"},
                "calibrated": {"base": "far", "steps": [{"kind": "calibrate", "distance": "linear", "totals": [{"units": 1000}, {"sumOf": "b", "total": number(totals[1])}]}]}},
    "cases": cases,
}
(target / "ill-conditioned.json").write_text(json.dumps(document, indent=1) + "\n")
