"""Turns cases kept as R calls with what they gave into cases of the neutral form."""
import re

from golden_r import EARLY_MODEL, FACTORS, MODEL, RAKED_MODEL, Call, Table, split

INTERVALS = {"beta": "beta", "asin": "asin", "mean": "plain", "logit": "logit", "xlogit": "logit", "wilson": "wilson"}
RULES = {"math": "smallest", "school": "halfway", "shahvaish": "shah-vaish", "hf1": "smallest", "hf2": "halfway",
         "hf3": "nearest-even", **{f"hf{i}": f"linear-{i}" for i in range(4, 10)}}
TESTS = {"F": "rao-scott", "Chisq": "rao-scott-first-order", "Wald": "wald", "adjWald": "adjusted-wald",
         "lincom": "linear-combination", "saddlepoint": "saddlepoint"}


def number(value):
    """A number as the form has it; a missing one of R is not compared."""
    return None if value in (None, "NaN") else value


def as_list(value):
    return value if isinstance(value, list) else [value]


class Converter:
    """Converts the cases of one suite."""

    def __init__(self, source, suite, designs, data):
        self.suite, self.designs, self.data = suite, designs, data
        self.tables = {name: Table(source / form["file"]) for name, form in data.items()}

    def table(self, design):
        form = self.designs[design]
        return self.table(form["base"]) if "base" in form else self.tables[form["data"]]

    def tolerance(self, design):
        return self.designs[design]["tolerance"]

    def convert(self, case):
        """The case in the form, a list of them, or None."""
        own = getattr(self, "known_" + re.sub(r"\W", "_", case["id"]), None)
        call, design = Call(case["r"]), case.get("design")
        if own:
            return own(case)
        if design is None and re.fullmatch(r"\w+\.(w|degf)", case["id"]):
            design = case["id"].split(".")[0]
        handler = getattr(self, "do_" + call.name.replace(".", "_"), None)
        if handler is None:
            return None
        found = handler(case, call, design)
        return found and {"id": case["id"], **({"design": design} if design else {}), **found,
                          **({"note": case["note"]} if case.get("note") else {})}

    # Means, totals, ratios.

    def named(self, term):
        match = re.fullmatch(r"factor\((\w+), ?1:5\)", term)
        return match[1] + ".answer" if match else term

    def moments(self, estimator, case, call, design, terms, by=(), extra=None):
        expected, variables = case["expected"], [self.named(term) for term in terms]
        if "error" in expected:
            return None
        is_share = variables[0].endswith(".answer")
        rows = self.by_rows(expected, variables, by) if by else [
            {"variable": variables[0], "category": re.search(r"\d+$", name)[0]} if is_share else {"variable": name}
            for name in expected["names"]]
        interval = expected.get("ci95_t") or {}
        for i, row in enumerate(rows):
            row.update(estimate=number(expected["estimate"][i]), se=number(expected["se"][i]))
            if interval:
                row.update(lower=number(interval["lower"][i]), upper=number(interval["upper"][i]))
        table = self.table(design)
        used = [name.removesuffix(".answer") for name in [*variables, (extra or {}).get("denominator", variables[0])]]
        ours = not by and not any(table.has_missing(name) for name in used)
        keep_all = len(variables) > 1 and call.named.get("na.rm") != "FALSE"
        return {"estimator": "proportion" if is_share else estimator, "variables": variables, **({"interval": "plain"} if is_share else {}), **({"by": list(by)} if by else {}), **(extra or {}),
                **({"complete": True} if keep_all else {}), **({} if ours or not interval else {"df": interval["df"]}),
                "expected": {"rows": rows}}

    def by_rows(self, expected, variables, by):
        keys = [as_list(expected["keys"][name]) for name in by]
        groups = [dict(zip(by, key)) for key in zip(*keys)]
        count = len(expected["estimate"]) // len(groups)
        labels = ([{"variable": variables[0], "category": str(i + 1)} for i in range(count)]
                  if variables[0].endswith(".answer") else [{"variable": name} for name in variables])
        return [{**label, "groups": group} for label in labels for group in groups]

    def do_svymean(self, case, call, design):
        terms = call.terms() if call.args[0].startswith("~") else case["expected"].get("names", [])
        found = self.moments("mean", case, call, design, terms)
        if found and "deff" in call.named:
            name = "deffWithReplacement" if call.named["deff"] == "replace" else "deff"
            for row, value in zip(found["expected"]["rows"], case["expected"]["deff"]):
                row[name] = value
        return found

    def do_svytotal(self, case, call, design):
        return self.moments("total", case, call, design, call.terms())

    def do_svyratio(self, case, call, design):
        found = self.moments("ratio", case, call, design, call.terms(), extra={"denominator": call.terms(1)[0]})
        found["expected"]["rows"][0]["variable"] = call.terms()[0]
        return found

    def do_svyby(self, case, call, design):
        extra = {"denominator": call.named["denominator"][1:]} if "denominator" in call.named else None
        return self.moments(call.args[3].removeprefix("svy"), case, call, design, call.terms(), call.terms(1), extra)

    def do_svycontrast(self, case, call, design):
        if case["id"].endswith(".contrast"):
            coefficients = {"between": "area", "coefficients": {"FIN": 1, "JD": -1}}
            found = self.moments("contrast", case, call, design, ["inno_service"], extra=coefficients)
        else:
            found = self.moments("item-difference", case, call, design, ["inno_process", "inno_comm"])
            found.update(variables=["inno_process.answer", "inno_comm.answer"], category="1")
            found.pop("complete")
        found["df"] = case["expected"]["ci95_t"]["df"]
        found["expected"]["rows"][0].pop("variable")
        return found

    def do_svytable(self, case, call, design):
        rows, expected = [], case["expected"]
        sizes, answers = expected["dimnames"].values()
        for i, value in enumerate(expected["values_rowmajor"]):
            rows.append({"category": answers[i % len(answers)], "groups": {"size": sizes[i // len(answers)]}, "estimate": value})
        return {"estimator": "total", "variables": ["q1.answer"], "by": ["size"], "expected": {"rows": rows}}

    # Intervals and quantiles.

    def do_svyciprop(self, case, call, design):
        expected, method = case["expected"], call.named.get("method", "logit")
        found = {"estimator": "proportion", "variables": [call.terms()[0] + ".answer"], "category": "1", "interval": INTERVALS.get(method, method)}
        if "error" in expected:
            return {**found, "expected": {"refuses": True}}
        inside = 1e-9 < expected["estimate"] < 1 - 1e-9  # R's logit method puts 0 at about 1e-12
        size = max(1e-6 if method == "logit" else 1e-9, 10 * self.tolerance(design).get("se", self.tolerance(design)["*"]))
        row = {"estimate": expected["estimate"], "se": expected["se"], **({"lower": expected["lower"], "upper": expected["upper"]} if inside else {})}
        # R's logit method fits a model by iteration, which also moves its estimate.
        tolerance = {**({"estimate": size} if method == "logit" else {}), "lower": size, "upper": size}
        return {**found, "tolerance": tolerance, "expected": {"rows": [row]}}

    def do_as_data_frame(self, case, call, design):
        rows = case["expected"]["rows"]
        fitted = self.designs[design].get("steps", [{}])[-1].get("kind") in ("post-stratify", "rake", "calibrate", "trim")
        columns = list(zip(rows["area"], rows["barr_7"], rows["ci_l"], rows["ci_u"]))
        size = max(1e-9, 10 * self.tolerance(design).get("se", self.tolerance(design)["*"]))
        return {"estimator": "proportion", "variables": ["barr_7.answer"], "by": ["area"], "category": "1", "interval": "beta",
                "tolerance": {"lower": size, "upper": size},
                **({"note": "no limits: in a domain of fitted weights R takes the number of all respondents for that of the domain"} if fitted else {}),
                "expected": {"rows": [{"groups": {"area": area}, "estimate": p, **({} if fitted else {"lower": number(low), "upper": number(high)})}
                                      for area, p, low, high in columns]}}

    def do_svyquantile(self, case, call, design):
        variables, kind = list(case["expected"]["variables"]), call.named.get("interval.type", "mean")
        if kind == "quantile":
            kind = "replicates"
            if design.startswith("J"):
                return {"estimator": "quantile", "variables": variables, "interval": kind, "expected": {"refuses": True, "message": "jackknife"},
                        "note": "R gives a number and warns that a jackknife's standard errors of quantiles may not be valid"}
        rows = []
        for name, found in case["expected"]["variables"].items():
            for p, (value, low, high, se) in zip(as_list(found["p"]), found["rows"]):
                rows.append({"variable": name, "probability": p, "estimate": value, "lower": number(low), "upper": number(high), "se": number(se)})
        return {"estimator": "quantile", "variables": variables, "probabilities": as_list(next(iter(case["expected"]["variables"].values()))["p"]),
                "method": RULES[call.named.get("qrule", "math")], "interval": INTERVALS.get(kind, kind),
                **({"complete": True} if len(variables) > 1 else {}), "expected": {"rows": rows}}

    # Weights.

    def do_as_numeric(self, case, call, design):
        if not call.args[0].startswith(("weights(", "svycralpha(")):
            return None
        if call.args[0].startswith("svycralpha("):
            return {"estimator": "cronbach-alpha", "variables": [f"q{i}" for i in range(1, 7)], "expected": {"values": {"alpha": case["expected"]["values"][0]}}}
        return {"estimator": "weights", "expected": {"vectors": {"weights": case["expected"]["values"]}}}

    def do_diagn(self, case, call, design):
        names = ["n", "sum", "minimum", "maximum", "kishDeff", "effectiveN"]
        return {"estimator": "weight-summary", "expected": {"values": dict(zip(names, case["expected"]["values"]))}}

    def do_degf(self, case, call, design):
        return {"estimator": "degrees-of-freedom", "expected": {"values": {"df": case["expected"]["values"][0]}}}

    def known_C_weights(self, case):
        return {"id": case["id"], "design": "C", "estimator": "weights", "expected": {"vectors": {"weights": case["expected"]["values"]}}}

    def known_D_weights_class(self, case):
        return {**self.known_C_weights(case), "design": "D"}

    def known_D_weights_inverse(self, case):
        return {**self.known_C_weights(case), "design": "D.inverse"}

    def known_D_glm(self, case):
        return self.propensity(case, {"propensities": case["expected"]["fitted"]})

    def known_D_breaks(self, case):
        return {**self.propensity(case, {"quantiles": case["expected"]["values"]}), "probabilities": [0, 0.2, 0.4, 0.6, 0.8, 1]}

    def propensity(self, case, vectors):
        return {"id": case["id"], "design": "invited", "estimator": "response-propensity", "predictors": ["area", "size", "region", "log(employees)"],
                "tolerance": {"*": 1e-7}, "expected": {"vectors": vectors}}

    def known_Rindicator(self, case):
        r, _, mean, bias = case["expected"]["values"]
        return self.representativity(case, {"values": {"indicator": r, "meanPropensity": mean, "maximalBias": bias}})

    def known_rr_unweighted(self, case):
        return {"id": case["id"], "design": "I.unweighted", "estimator": "mean", "variables": ["responded"],
                "expected": {"rows": [{"variable": "responded", "estimate": case["expected"]["values"][0]}]}}

    def representativity(self, case, expected):
        return {"id": case["id"], "design": "invited", "estimator": "representativity", "variables": ["area", "size", "region"],
                "tolerance": {"*": 1e-6}, "expected": expected}

    # Tests and models.

    def do_svychisq(self, case, call, design):
        parameter, statistic = case["expected"]["parameter"], call.named.get("statistic", "F")
        values = {"statistic": case["expected"]["statistic"]["values"], "p": case["expected"]["p"]}
        if parameter:
            values.update(zip(["numeratorDf", "denominatorDf"], as_list(parameter["values"])))
        if any("saddlepoint" in text for text in as_list(case.get("warnings", []))):
            statistic = "saddlepoint"  # R had no package for the exact distribution
        variables = [name + ".answer" if self.table(design).is_number(name) else name for name in call.terms()]
        size = max(1e-8, 10 * self.tolerance(design).get("se", 0))
        return {"estimator": "independence", "variables": variables, "method": TESTS[statistic],
                "tolerance": {"*": size, "p": 1e-5 if statistic in ("lincom", "saddlepoint") else size * 100}, "expected": {"values": values}}

    def do_svygofchisq(self, case, call, design):
        counts = next(total for total in self.designs["E"]["steps"][0]["totals"] if total["variables"] == ["size"])["counts"]
        scale, df = case["expected"]["parameter"]["values"]
        if scale == "NaN":
            return {"estimator": "given-shares", "variables": ["size"], "coefficients": {cell["levels"][0]: cell["count"] / 2267 for cell in counts},
                    "note": "weights fitted to the sizes leave nothing to test: R gives NaN", "expected": {"refuses": True}}
        return {"estimator": "given-shares", "variables": ["size"], "coefficients": {cell["levels"][0]: cell["count"] / 2267 for cell in counts},
                "tolerance": {"*": 1e-7, "p": 1e-5}, "expected": {"values": {"statistic": case["expected"]["statistic"]["values"], "p": case["expected"]["p"]}}}

    def do_svyttest(self, case, call, design):
        response, group = split(call.args[0], "~")
        groups = {"between": "size", "group": "50+"} if "I(" in group else {
            "between": group + (".answer" if group == "responded" else ""), "group": "1" if group == "responded" else "small",
            "from": "0" if group == "responded" else "large"}
        expected = case["expected"]
        low, high = expected["conf_int"]
        size = max(1e-8, 10 * self.tolerance(design).get("se", 0))
        return {"estimator": "t-test", "variables": [response], **groups, "tolerance": {"*": size, "p": size * 100, "lower": size * 100, "upper": size * 100},
                "expected": {"values": {"statistic": expected["statistic"]["values"], "numeratorDf": expected["parameter"]["values"], "p": expected["p"],
                                        "estimate": expected["estimate"]["values"], "lower": low, "upper": high}}}

    def do_svyranktest(self, case, call, design):
        expected, size = case["expected"], max(1e-6, 10 * self.tolerance(design).get("se", 0))
        if call.named.get("test") == "KruskalWallis":  # R names the statistic «df» and the parameter «Chisq»
            df = expected["statistic"]["values"]
            values, between = {"statistic": expected["parameter"]["values"] / df, "numeratorDf": df, "p": expected["p"]}, "area"
        else:
            values = {"statistic": expected["statistic"]["values"], "numeratorDf": expected["parameter"]["values"], "p": expected["p"],
                      "estimate": expected["estimate"]["values"]}
            between = "large"
        return {"estimator": "rank-test", "variables": ["q1"], "between": between, "tolerance": {"*": size, "p": size * 100}, "expected": {"values": values}}

    def model(self, call, design):
        response, right = split(call.args[0], "~")
        family = call.named.get("family", "gaussian").removesuffix("()")
        return {"variables": [response], "predictors": split(right, "+"),
                "family": {"gaussian": "linear", "quasibinomial": "logistic", "quasipoisson": "poisson"}[family]}

    def coefficient(self, name, predictors):
        if name == "(Intercept)":
            return "(constant)"
        factor = next((one for one in predictors if one in FACTORS and name.startswith(one)), None)
        return f"{factor}={name.removeprefix(factor)}" if factor else name

    def do_svyglm(self, case, call, design):
        model, expected = self.model(call, design), case["expected"]
        columns = zip(expected["names"], expected["estimate"], expected["se"], expected["t"], expected["p"], expected["ci95"]["lower"], expected["ci95"]["upper"])
        rows = [{"variable": self.coefficient(name, model["predictors"]), "estimate": b, "se": se, "t": t, "p": p, "lower": low, "upper": high}
                for name, b, se, t, p, low, high in columns]
        return {"estimator": "regression", **model, "tolerance": self.of_model(case, model, "se" in self.tolerance(design)),
                "expected": {"rows": rows, "values": {"df": expected["df_residual"], "deviance": expected["deviance"]},
                             "vectors": {"covariance": [value for row in expected["vcov"] for value in row]}}}

    def of_model(self, case, model, is_raked):
        is_early = model["family"] != "linear" and "epsilon" not in case["r"]
        return EARLY_MODEL if is_early else RAKED_MODEL if is_raked else MODEL

    def do_regTermTest(self, case, call, design):
        expected = case["expected"]
        return {"estimator": "term-test", **self.model(Call(call.args[0]), design), "term": call.terms(1)[0], "tolerance": {"*": 1e-4, "p": 1e-3},
                "expected": {"values": {"statistic": expected["statistic"], "numeratorDf": expected["df"], "denominatorDf": expected["ddf"], "p": expected["p"]}}}

    def known_glm_terms(self, case):
        terms, values = case["expected"]["dimnames"][1], case["expected"]["values_rowmajor"]
        rows = [values[i * len(terms):(i + 1) * len(terms)] for i in range(4)]
        return [{"id": f"{case['id']}.{term}", "design": "I", "estimator": "term-test", "variables": ["responded"],
                 "predictors": ["area", "size", "region", "log(employees)"], "family": "logistic", "term": term, "tolerance": {"*": 1e-4, "p": 1e-3},
                 "expected": {"values": dict(zip(["statistic", "numeratorDf", "denominatorDf", "p"], column))}} for term, *column in zip(terms, *rows)]

    def do_svyolr(self, case, call, design):
        # svyolr stops where optim does, up to a thousandth of a standard error off: of estimates near zero it leaves no digits. batteries.R is sharper.
        rows = [{"variable": re.sub("^(size|region)", r"\1=", name), "estimate": b if abs(b) > 0.01 else None, "se": se} for name, b, se in zip(*(case["expected"][key] for key in ("names", "estimate", "se")))]
        return {"estimator": "ordinal-regression", "variables": ["q1.answer"], "predictors": ["size", "region"], "tolerance": {"*": 5e-3, "se": 1e-3}, "expected": {"rows": rows}}

    def do_svyvar(self, case, call, design):
        expected = case["expected"]
        rows = [{"variable": name, "estimate": expected["var"][i][i], "se": expected["se"][i][i]} for i, name in enumerate(expected["names"])]
        return {"estimator": "variance", "variables": expected["names"], "complete": True, "expected": {"rows": rows}}

    # Closed forms.

    def closed(self, case, method, names, call):
        numbers = [float(text.split("/")[0]) for text in call.args]
        low, high = case["expected"]["values"]
        return {"estimator": "binomial-interval", "method": method, "numbers": dict(zip(names, numbers)), "expected": {"values": {"lower": low, "upper": high}}}

    def do_cp(self, case, call, design):
        return self.closed(case, "clopper-pearson", ["successes", "n"], call)

    def do_wil(self, case, call, design):
        return self.closed(case, "wilson", ["successes", "n"], call)

    def do_hyp(self, case, call, design):
        return self.closed(case, "hypergeometric", ["successes", "n", "population"], call)

    def __getattr__(self, name):
        partial = re.fullmatch(r"known_Rpartial_unconditional_(\w+)", name)
        if partial:
            return lambda case: self.representativity(case, {"vectors": {f"unconditional {partial[1]}": case["expected"]["values"]}})
        raise AttributeError(name)
