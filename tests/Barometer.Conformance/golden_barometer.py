"""The designs of the two surveys' suites and of the edges of proportions: their totals are those of the frame."""
from golden_r import CLOSED, ITERATED, RAKED, Table


def operational(source):
    """The data and designs of the operational survey, by the names that the R calls give them."""
    frame = Table(source / "data/baro-operational-frame.csv")
    margins = [frame.counts("area"), frame.counts("size"), frame.counts("region")]
    totals = [*margins, frame.sum("employees")]
    invited = {"data": "respondents", "frame": "frame", "strata": ["stratum"], "finitePopulation": True, "lonely": "adjust",
               "invitation": {"invited": "invited", "answered": "responded"}, "tolerance": CLOSED}
    predictors = ["area", "size", "region", "log(employees)"]
    designs = {
        "A": {"data": "respondents", "strata": ["area"], "weights": "w_area", "populationCounts": ["N_area"], "lonely": "adjust", "tolerance": CLOSED},
        "B": {"base": "A", "steps": [{"kind": "post-stratify", "totals": [frame.counts("area", "size")]}], "tolerance": CLOSED},
        "invited": invited,
        "C": {"base": "invited", "steps": [{"kind": "adjust-nonresponse", "groups": ["area", "size"]}], "tolerance": CLOSED},
        "D": {"base": "invited", "steps": [{"kind": "adjust-propensity", "predictors": predictors, "classes": 5}], "tolerance": CLOSED},
        "D.inverse": {"base": "invited", "steps": [{"kind": "adjust-propensity", "predictors": predictors, "classes": 0}], "tolerance": {"*": 1e-7}},
        "E": {"base": "A", "steps": [{"kind": "rake", "totals": margins}], "tolerance": RAKED},
        "E2": {"base": "A", "steps": [{"kind": "calibrate", "distance": "raking", "totals": margins}], "tolerance": ITERATED},
        "F": {"base": "A", "steps": [{"kind": "calibrate", "distance": "linear", "totals": totals}], "tolerance": CLOSED},
        "G": {"base": "A", "steps": [{"kind": "calibrate", "distance": "logit", "bounds": [0.4, 3], "totals": totals}], "tolerance": ITERATED},
        "H": {"base": "E", "steps": [{"kind": "trim", "lower": 1, "upperQuantile": 0.97}], "tolerance": RAKED},
        "I": {"data": "invited", "strata": ["stratum"], "weights": "bw", "populationCounts": ["N_h"], "tolerance": CLOSED},
        "I.unweighted": {"data": "invited", "unweighted": True, "tolerance": CLOSED},
        "JA": {"base": "A", "replicates": {"method": "jackknife"}, "tolerance": CLOSED},
        "JB": {"base": "JA", "steps": [{"kind": "post-stratify", "totals": [frame.counts("area", "size")]}], "tolerance": CLOSED},
        "JE": {"base": "JA", "steps": [{"kind": "rake", "totals": margins}], "tolerance": {"*": 1e-7, "lower": 1e-6, "upper": 1e-6}},
        "JF": {"base": "JA", "steps": [{"kind": "calibrate", "distance": "linear", "totals": totals}], "tolerance": CLOSED},
        "baro_sub": given("repw-baro_sub.csv", 0.012658227848101266),
        "baro_rwyb": given("repw-baro_rwyb.csv", 0.0125),
        "RBE": {"base": "baro_rwyb", "steps": [{"kind": "rake", "totals": margins}], "tolerance": {"*": 1e-7, "lower": 1e-6, "upper": 1e-6}},
    }
    large = {"large": {"type": "factor", "from": "size", "recode": {"1-9": "no", "10-49": "no", "50+": "yes"}, "levels": ["no", "yes"]}}
    weight = {"bw": {"type": "number", "quotient": ["N_h", "n_h"]}}
    data = {
        "respondents": {"file": "data/baro-operational.csv", "columns": Table(source / "data/baro-operational.csv").columns(large)},
        "frame": {"file": "data/baro-operational-frame.csv", "columns": frame.columns({})},
        "invited": {"file": "data/baro-operational-frame.csv", "columns": frame.columns(weight), "where": [{"variable": "invited", "in": ["1"]}]},
    }
    return data, designs


def given(file, scale):
    return {"data": "respondents", "weights": "w_area", "tolerance": CLOSED,
            "replicates": {"method": "given", "file": f"data/{file}", "combined": False, "scale": scale, "aroundEstimate": True}}


def strategic(source):
    frame = Table(source / "data/baro-strategic-frame.csv")
    data = {"respondents": {"file": "data/baro-strategic.csv", "columns": Table(source / "data/baro-strategic.csv").columns({"N": {"type": "number", "constant": 180}})},
            "frame": {"file": "data/baro-strategic-frame.csv", "columns": frame.columns({})}}
    designs = {
        "S": {"data": "respondents", "frame": "frame", "strata": ["type"], "weights": "w", "populationCounts": ["N_type"], "tolerance": CLOSED},
        "S0": {"data": "respondents", "populationCounts": ["N"], "tolerance": CLOSED},
        "SR": {"base": "S", "steps": [{"kind": "rake", "totals": [frame.counts("type"), frame.counts("size")]}], "tolerance": RAKED},
    }
    return data, designs


def edges(source):
    data, designs = {}, {}
    for name in ("tiny", "fpc", "strat"):
        data[name] = {"file": f"data/edge-{name}.csv", "columns": Table(source / f"data/edge-{name}.csv").columns({})}
        designs[f"d_{name}"] = {"data": name, "strata": ["s"], "weights": "w", "populationCounts": ["N"], "tolerance": CLOSED}
    return data, designs


SUITES = {"baro-operational": operational, "baro-operational-replicates": operational, "baro-nonresponse": operational,
          "baro-strategic": strategic, "proportion-edges": edges}
