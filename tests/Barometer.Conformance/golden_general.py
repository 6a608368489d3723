"""Cases of any suite: its R calls are read, and nothing is taken for granted of its data."""
import re

from golden_cases import INTERVALS, RULES, TESTS, Converter, as_list, number
from golden_designs import Designs
from golden_r import Call, Lacking, split

FAMILIES = {"gaussian": "linear", "quasibinomial": "logistic", "quasipoisson": "poisson", "binomial": "logistic", "poisson": "poisson"}
SIGNS = {">=": "atLeast", "<=": "atMost", ">": "above", "<": "below"}


def general(source, golden):
    """The data and designs of a suite, and why some have no place in the form."""
    designs = Designs(source, golden)
    imputations = [(name, one["spec"]["imputations"]) for name, one in golden["designs"].items() if "imputations" in one["spec"] and name in designs.forms]
    for name, variable in imputations:
        completed(designs, name, variable)
    designs.finish()
    return designs


def completed(designs, name, variable):
    """A design of each completed data set, which are one file."""
    form = designs.forms.pop(name)
    for value in designs.tables[form["data"]].levels(variable):
        designs.tables[f"{name}.{value}"] = designs.tables[form["data"]]
        designs.data[f"{name}.{value}"] = {**designs.data[form["data"]], "columns": {}, "where": [{"variable": variable, "in": [value]}]}
        designs.forms[f"{name}.{value}"] = {**form, "data": f"{name}.{value}"}
    designs.lacking[name] = "Rubin's rules have no place in the form"


class General(Converter):
    """Converts the cases of a suite whose designs were read from it."""

    def __init__(self, source, suite, found):
        super().__init__(source, suite, found.forms, found.data)
        self.found = found

    def convert(self, case):
        call, expected = Call(case["r"]), case["expected"]
        name = call.name.replace(".", "_")
        handler = getattr(self, "do_" + name, None)
        if handler is None:
            raise Lacking(f"{call.name or 'an expression'} has no place in the form")
        place = next((key for key in ("design",) if key in call.named), None)
        text = call.named[place] if place else next((one for one in call.args if self.is_design(one)), case.get("design"))
        design, domain = self.within(text) if text else (case.get("design"), [])
        if any(re.match(r"(svy\w*|as\.svrepdesign|postStratify|rake|calibrate|update)\(", one) for one in call.args) and name not in ("svycontrast", "regTermTest"):
            raise Lacking("its design is made in the call")
        if str(case.get("note", "")).startswith("option"):
            raise Lacking("an option of R has no place in the form")
        if design is None and name not in ("sapply",):
            raise Lacking("it is about no design of the suite")
        if "error" in expected and self.lonely(design) != "fail":
            raise Lacking("R gives an error, and so no number")
        made = self.refusal(call) if "error" in expected else handler(case, call, design)
        if made is None:
            raise Lacking("it has no place in the form")
        made = made if isinstance(made, list) else [made]
        ids = [case["id"] + (f".{i + 1}" if i else "") for i in range(len(made))]
        return [{"id": id_, "design": design, **one, **({"domain": domain} if domain else {}), **({"note": case["note"]} if case.get("note") else {})}
                for id_, one in zip(ids, made)]

    def refusal(self, call):
        return {"estimator": call.name.removeprefix("svy"), "variables": call.terms(), "expected": {"refuses": True}}

    # Designs and domains.

    def is_design(self, text):
        name = Call(text).args[0] if Call(text).name == "subset" else text
        return name in self.designs or name in self.found.lacking

    def within(self, text):
        """A design, and the conditions of the domain of it that a case is about."""
        call = Call(text)
        if call.name != "subset":
            if text in self.found.lacking:
                raise Lacking(f"the design {text}: {self.found.lacking[text]}")
            return (text if text in self.designs else None), []
        design, _ = self.within(call.args[0])
        return design, [self.condition(design, one) for one in split(call.args[1], "&")]

    def condition(self, design, text):
        match = re.fullmatch(r"([\w.]+) ?(==|!=|>=|<=|>|<) ?'?([^']*?)'?", text.strip())
        if not match or "|" in text or "(" in match[1]:
            raise Lacking(f"the domain {text} has no place in the form")
        name, sign, value = match.groups()
        levels = self.levels(design, name)
        if sign in ("==", "!="):
            if sign == "!=" and levels is None:
                raise Lacking(f"the domain {text} has no place in the form")
            return {"variable": name, "in": [value] if sign == "==" else [one for one in levels if one != value]}
        return {"variable": name, SIGNS[sign]: float(value)}

    def columns(self, design):
        form = self.designs[design]
        return self.columns(form["base"]) if "base" in form else self.data[form["data"]]["columns"]

    def levels(self, design, name):
        column = self.columns(design).get(name)
        if column is None:
            raise Lacking(f"{name} is no variable of the data")
        return column.get("levels") if column["type"] == "factor" else None

    def lonely(self, design):
        form = self.designs.get(design, {})
        return self.lonely(form["base"]) if "base" in form else form.get("lonely")

    def is_raked(self, design):
        form = self.designs[design]
        return any(step["kind"] == "rake" for step in form.get("steps", [])) or ("base" in form and self.is_raked(form["base"]))

    # Means, totals, ratios.

    def term(self, design, text):
        """A variable and its levels; a factor that R makes of a number is its answers."""
        made = re.fullmatch(r"factor\((\w+)(?:, ?1:5)?\)", text)
        name = made[1] + ".answer" if made else text
        return name, self.levels(design, name)

    def moments(self, estimator, case, call, design, terms, by=(), extra=None):
        expected = case["expected"]
        parts = [(text, *self.term(design, text)) for text in terms]
        labels = [(name, level) for _, name, levels in parts for level in (levels or [None])]
        if by:
            keys = [as_list(expected["keys"][name]) for name in by]
            groups = [dict(zip(by, key)) for key in zip(*keys)]
            by = [name if self.levels(design, name) else self.term(design, f"factor({name})")[0] for name in by]
            groups = [dict(zip(by, group.values())) for group in groups]
            labels = [(*label, group) for label in labels for group in groups]
        else:
            labels = [(*label, None) for label in labels]
        if len(labels) != len(as_list(expected["estimate"])):
            raise Lacking("its numbers are not those of the terms")
        interval, found = expected.get("ci95_t") or {}, []
        deff = expected.get("deff")
        with_replacement = call.named.get("deff") == "replace"
        for is_share in (False, True):
            rows = []
            for i, (name, level, group) in enumerate(labels):
                if (level is not None) != is_share:
                    continue
                row = {"variable": name, **({"category": level} if is_share else {}), **({"groups": group} if group else {}),
                       "estimate": number(expected["estimate"][i]), "se": self.error(expected, i)}
                if interval and estimator != "ratio":
                    row.update(lower=number(interval["lower"][i]), upper=number(interval["upper"][i]))
                if deff and not is_share:
                    row["deffWithReplacement" if with_replacement else "deff"] = number(deff[i])
                if row["estimate"] is not None:
                    rows.append(row)
            names = list(dict.fromkeys(row["variable"] for row in rows))
            missing = any(self.table(design).has_missing(name.removesuffix(".answer")) for _, name, _ in parts)
            if not rows or (missing and (call.named.get("na.rm") != "TRUE" or len(names) < len(parts))):
                continue
            kind = ("proportion" if estimator == "mean" else estimator) if is_share else estimator
            found.append({"estimator": kind, "variables": names, **({"interval": "plain"} if kind == "proportion" else {}), **({"by": list(by)} if by else {}),
                          **(extra or {}), **({"complete": True} if missing and len(names) > 1 else {}),
                          **({"df": interval["df"]} if interval and estimator != "ratio" else {}), "expected": {"rows": rows}})
        return found or None

    @staticmethod
    def error(expected, i):
        """A standard error; what is zero in exact arithmetic comes out as rounding of the estimate."""
        error, estimate = number(expected["se"][i]), number(expected["estimate"][i])
        return 0 if error is not None and estimate is not None and 0 < error < 1e-8 * abs(estimate) else error

    def do_svymean(self, case, call, design):
        return self.moments("mean", case, call, design, call.terms())

    def do_svytotal(self, case, call, design):
        return self.moments("total", case, call, design, call.terms())

    def do_svyratio(self, case, call, design):
        denominators = split((call.args[1] if len(call.args) > 2 else call.named["denom"]).lstrip("~"), "+")
        if len(denominators) > 1:
            return None
        return self.moments("ratio", case, call, design, call.terms(), extra={"denominator": denominators[0]})

    def do_svyby(self, case, call, design):
        kind = call.args[3].removeprefix("svy") if len(call.args) > 3 else ""
        if kind not in ("mean", "total", "ratio"):
            return None
        extra = {"denominator": call.named["denominator"][1:]} if kind == "ratio" else None
        return self.moments(kind, case, call, design, call.terms(), call.terms(1), extra)

    def do_sapply(self, case, call, design):
        """The means of each completed data set, and their standard errors."""
        match = re.fullmatch(r"with\((\w+), svymean\(~(\w+)\)\)", call.args[0])
        if not match:
            return None
        count = case["expected"]["dim"][1]
        estimates = case["expected"]["values_rowmajor"]
        return [{"design": f"{match[1]}.{i + 1}", "estimator": "mean", "variables": [match[2]],
                 "expected": {"rows": [{"variable": match[2], "estimate": estimates[i], "se": estimates[count + i]}]}} for i in range(count)]

    def do_svycontrast(self, case, call, design):
        inner = Call(call.args[0])
        if inner.name != "svyby" or inner.args[3] != "svymean" or not call.args[1].startswith("list("):
            return None
        by, expected = inner.terms(1)[0], case["expected"]
        levels = self.levels(design, by)
        found = []
        for i, vector in enumerate(Call(call.args[1]).named.values()):
            coefficients = {level: float(one) for level, one in zip(levels, Call(vector).args) if float(one) != 0}
            found.append({"estimator": "contrast", "variables": inner.terms(), "between": by, "coefficients": coefficients, "df": "Inf",
                          "expected": {"rows": [{"estimate": expected["estimate"][i], "se": expected["se"][i]}]}})
        return found

    def do_svytable(self, case, call, design):
        if "Ntotal" in call.named or len(call.terms()) != 2:
            return None
        (first, firsts), (second, seconds) = case["expected"]["dimnames"].items()
        if self.levels(design, first) is None or self.levels(design, second) is None:
            return None
        values = case["expected"]["values_rowmajor"]
        rows = [{"category": a, "groups": {second: b}, "estimate": values[i * len(seconds) + j]} for i, a in enumerate(firsts) for j, b in enumerate(seconds)]
        return {"estimator": "total", "variables": [first], "by": [second], "expected": {"rows": [row for row in rows if row["estimate"]]}}

    # Intervals, quantiles, weights.

    def do_svyciprop(self, case, call, design):
        expected, method = case["expected"], call.named.get("method", "logit")
        text = call.terms()[0]
        chosen = re.fullmatch(r"I\(([\w.]+) ?== ?'(.*)'\)", text)
        name, category = (chosen[1], chosen[2]) if chosen else (text + ".answer", "1")
        if self.levels(design, name) is None or (method == "logit" and self.found.is_replicated(design)):
            return None  # of replicates R fits the logit anew in each
        inside = 1e-9 < expected["estimate"] < 1 - 1e-9
        size = max(1e-6 if method == "logit" else 1e-8, 10 * self.tolerance(design).get("se", self.tolerance(design)["*"]))
        row = {"estimate": expected["estimate"], "se": expected["se"], **({"lower": number(expected["lower"]), "upper": number(expected["upper"])} if inside else {})}
        return {"estimator": "proportion", "variables": [name], "category": category, "interval": INTERVALS.get(method, method),
                **({"level": float(call.named["level"])} if "level" in call.named else {}), **({"df": call.named["df"]} if "df" in call.named else {}),
                "tolerance": {**({"estimate": size} if method == "logit" else {}), "lower": size, "upper": size}, "expected": {"rows": [row]}}

    def do_svyquantile(self, case, call, design):
        kind, rows = call.named.get("interval.type", "mean"), []
        if kind == "quantile" or self.found.is_replicated(design) and kind != "mean":
            return None
        for name, found in case["expected"]["variables"].items():
            self.levels(design, name)
            for p, (value, low, high, se) in zip(as_list(found["p"]), found["rows"]):
                rows.append({"variable": name, "probability": p, "estimate": value, "lower": number(low), "upper": number(high), "se": number(se)})
        variables = list(case["expected"]["variables"])
        return {"estimator": "quantile", "variables": variables, "probabilities": as_list(next(iter(case["expected"]["variables"].values()))["p"]),
                "method": RULES[call.named.get("qrule", "math")], "interval": INTERVALS.get(kind, kind), **({"df": call.named["df"]} if "df" in call.named else {}),
                **({"complete": True} if len(variables) > 1 else {}), "tolerance": {"*": 1e-7}, "expected": {"rows": rows}}

    def do_as_numeric(self, case, call, design):
        if not call.args[0].startswith("weights("):
            return None
        name = Call(call.args[0]).args[0]
        if name not in self.designs:
            raise Lacking(f"the design {name}: {self.found.lacking.get(name, 'is none of the suite')}")
        return {"design": name, "estimator": "weights", "expected": {"vectors": {"weights": case["expected"]["values"]}}}

    def do_list(self, case, call, design):
        """What a replicate design is made of."""
        if set(call.named) != {"scale", "rscales", "nrep", "degf", "mse"}:
            return None
        expected = {key: as_list(value["values"]) for key, value in case["expected"].items()}
        return {"design": Call(call.named["degf"]).args[0], "estimator": "replicate-weights",
                "expected": {"values": {"count": expected["nrep"][0], "df": expected["degf"][0]}}}

    def do_degf(self, case, call, design):
        return {"estimator": "degrees-of-freedom", "expected": {"values": {"df": as_list(case["expected"]["values"])[0]}}}

    # Tests and models.

    def do_svychisq(self, case, call, design):
        statistic, parameter = call.named.get("statistic", "F"), case["expected"]["parameter"]
        if any("saddlepoint" in text for text in as_list(case.get("warnings", []))):
            statistic = "saddlepoint"
        variables = [name if self.levels(design, name) else self.term(design, f"factor({name})")[0] for name in call.terms()]
        if statistic not in TESTS or any(self.levels(design, name) is None for name in variables):
            return None
        values = {"statistic": case["expected"]["statistic"]["values"], "p": case["expected"]["p"]}
        if parameter:
            values.update(zip(["numeratorDf", "denominatorDf"], as_list(parameter["values"])))
        size = max(1e-8, 10 * self.tolerance(design).get("se", 0))
        if statistic not in ("F",) and any(self.table(design).has_missing(name.removesuffix(".answer")) for name in variables):
            values.pop("statistic")  # R scales X² to all rows
        return {"estimator": "independence", "variables": variables, "method": TESTS[statistic],
                "tolerance": {"*": size, "p": 1e-5 if statistic in ("lincom", "saddlepoint") else size * 1000}, "expected": {"values": values}}

    def do_svygofchisq(self, case, call, design):
        name = call.terms()[0]
        match = re.fullmatch(r"c\(([\d., ]+)\)(?:/(\d+))?", call.named.get("p", ""))
        if not match or self.levels(design, name) is None:
            return None
        shares = [float(one) / float(match[2] or 1) for one in match[1].split(",")]
        form = {"estimator": "given-shares", "variables": [name], "coefficients": dict(zip(self.levels(design, name), shares))}
        if as_list(case["expected"]["parameter"]["values"])[0] == "NaN" or case["expected"]["statistic"]["values"] < 1e-10:
            return {**form, "expected": {"refuses": True}}
        return {**form, "tolerance": {"*": 1e-7, "p": 1e-5}, "expected": {"values": {"statistic": case["expected"]["statistic"]["values"], "p": case["expected"]["p"]}}}

    def do_svyttest(self, case, call, design):
        response, group = split(call.args[0], "~")
        name = group if re.fullmatch(r"[\w.]+", group) and group != "0" and self.levels(design, group) else None
        if name is None or self.levels(design, response) is not None:
            return None
        low, high = case["expected"]["conf_int"]
        first, second = self.levels(design, name)
        size = max(1e-8, 10 * self.tolerance(design).get("se", 0))
        return {"estimator": "t-test", "variables": [response], "between": name, "group": second, "from": first,
                "tolerance": {"*": size, "p": size * 1000, "lower": size * 100, "upper": size * 100},
                "expected": {"values": {"statistic": case["expected"]["statistic"]["values"], "numeratorDf": case["expected"]["parameter"]["values"], "p": case["expected"]["p"],
                                        "estimate": case["expected"]["estimate"]["values"], "lower": low, "upper": high}}}

    def do_svyranktest(self, case, call, design):
        response, group = split(call.args[0], "~")
        kind, expected = call.named.get("test", "wilcoxon"), case["expected"]
        if kind not in ("wilcoxon", "KruskalWallis") or not self.levels(design, group):
            return None
        values = {"statistic": expected["statistic"]["values"], "numeratorDf": expected["parameter"]["values"], "p": expected["p"]}
        if kind == "KruskalWallis":  # R names the statistic «df» and the parameter «Chisq»
            df = expected["statistic"]["values"]
            values = {"statistic": expected["parameter"]["values"] / df, "numeratorDf": df, "p": expected["p"]}
        return {"estimator": "rank-test", "variables": [response], "between": group, "tolerance": {"*": 1e-6, "p": 1e-4}, "expected": {"values": values}}

    def model(self, call, design):
        response, right = split(call.args[0], "~")
        predictors, family = [], call.named.get("family", "gaussian").removesuffix("()")
        for text in split(right, "+"):
            if not re.fullmatch(r"[\w.]+|log\([\w.]+\)|factor\(\w+\)", text) or text in ("1", "0"):
                raise Lacking(f"the predictor {text} has no place in the form")
            predictors.append(text if text.startswith("log(") else self.term(design, text)[0])
        levels = None if not re.fullmatch(r"[\w.]+", response) else self.levels(design, response)
        if not re.fullmatch(r"[\w.]+", response) or (levels and len(levels) != 2):
            raise Lacking(f"the response {response} has no place in the form")
        return {"variables": [response], "predictors": predictors, "family": FAMILIES[family], **({"category": levels[1]} if levels else {})}

    def coefficient(self, name, predictors, design):
        if name == "(Intercept)":
            return "(constant)"
        plain = re.sub(r"^factor\((\w+)\)", r"\1.answer", name)
        factor = next((one for one in sorted(predictors, key=len, reverse=True) if plain.startswith(one) and not one.startswith("log(") and self.levels(design, one)), None)
        return f"{factor}={plain.removeprefix(factor)}" if factor else name

    def do_svyglm(self, case, call, design):
        model, expected = self.model(call, design), case["expected"]
        columns = zip(expected["names"], expected["estimate"], expected["se"], expected["t"], expected["p"])
        rows = [{"variable": self.coefficient(name, model["predictors"], design), "estimate": b, "se": se, "t": t, "p": p} for name, b, se, t, p in columns]
        return {"estimator": "regression", **model, "tolerance": self.of_model(case, model, self.is_raked(design)),
                "expected": {"rows": rows, "values": {"df": expected["df_residual"]}}}

    def do_regTermTest(self, case, call, design):
        inner = Call(call.args[0])
        if call.named.get("method", "Wald") != "Wald" or len(call.terms(1)) != 1:
            return None
        design, _ = self.within(inner.named.get("design", design))
        expected = case["expected"]
        return {"design": design, "estimator": "term-test", **self.model(inner, design), "term": self.term(design, call.terms(1)[0])[0], "tolerance": {"*": 1e-4, "p": 1e-3},
                "expected": {"values": {"statistic": expected["statistic"], "numeratorDf": expected["df"], "denominatorDf": expected["ddf"], "p": expected["p"]}}}

    def do_svyolr(self, case, call, design):
        response, right = split(call.args[0], "~")
        self.levels(design, response)
        rows = [{"variable": name, "estimate": b, "se": se} for name, b, se in zip(*(case["expected"][key] for key in ("names", "estimate", "se")))]
        return {"estimator": "ordinal-regression", "variables": [response], "predictors": split(right, "+"), "expected": {"rows": rows}}

    def do_svyvar(self, case, call, design):
        return super().do_svyvar(case, call, design) if "var" in case["expected"] else None

    def do_as_data_frame(self, case, call, design):
        return None

    def do_diagn(self, case, call, design):
        return None
