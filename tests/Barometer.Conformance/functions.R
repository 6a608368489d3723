# Rscript functions.R CASES
# Writes CASES/functions.json, of the synthetic data in CASES/data: covariances, functions of estimates, Wald tests of several estimates and terms,
# direct standardisation, predictive margins, and design effects of totals and ratios, as R's survey package computes them.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
target <- commandArgs(TRUE)[1]
b <- read.csv(file.path(target, "data/baro-operational.csv")); frame <- read.csv(file.path(target, "data/baro-operational-frame.csv"))
levels_of <- list(area = sort(unique(b$area)), size = c("1-9", "10-49", "50+"), region = c("Oslo", "East", "West", "North"))
for (v in names(levels_of)) { b[[v]] <- factor(b[[v]], levels_of[[v]]); frame[[v]] <- factor(frame[[v]], levels_of[[v]]) }
stratified <- svydesign(ids = ~1, strata = ~area, weights = ~w_area, fpc = ~N_area, data = b)
calibrated <- calibrate(stratified, ~area + size + region + employees, colSums(model.matrix(~area + size + region + employees, frame)))
replicated <- as.svrepdesign(stratified, type = "JKn")

cases <- list()
number <- function(x) unname(as.numeric(x))
add <- function(id, design, estimator, variables, ..., rows = NULL, values = NULL, vectors = NULL) {
  expected <- Filter(Negate(is.null), list(rows = rows, values = values, vectors = vectors))
  cases[[length(cases) + 1]] <<- c(list(id = paste(design, id), design = design, estimator = estimator, variables = as.list(variables)), list(...), list(expected = expected))
}
test <- function(t) list(statistic = number(t$Ftest), numeratorDf = number(t$df), denominatorDf = number(t$ddf), p = number(t$p))
groups <- function(group, levels, estimate, se, ...) lapply(seq_along(levels), function(i)
  c(list(groups = setNames(list(levels[i]), group), estimate = estimate[i], se = se[i]), lapply(list(...), function(x) x[i])))
by_group <- function(table, group, ...) groups(group, as.character(table[[group]]), number(coef(table)), number(unlist(SE(table))), ...)

for (name in c("stratified", "calibrated", "replicated")) {
  design <- get(name)
  # svyby(covmat = TRUE) of a calibrated design stops at missing values: the regression on the groups has the same means and covariances.
  shares <- if (name == "calibrated") {
    model <- svyglm(inno_service ~ 0 + size, design)
    structure(setNames(coef(model), levels_of$size), var = structure(vcov(model), dimnames = list(levels_of$size, levels_of$size)), class = "svystat")
  } else svyby(~inno_service, ~size, design, svymean, covmat = TRUE, na.rm = TRUE, return.replicates = name == "replicated")
  add("means by size", name, "covariance", "inno_service", by = list("size"), vectors = list(covariance = number(vcov(shares))))
  functions <- svycontrast(shares, list(risk = quote(`50+` / `1-9`), odds = quote((`50+` / (1 - `50+`)) / (`1-9` / (1 - `1-9`)))))
  for (i in 1:2) add(c("relative risk", "odds ratio")[i], name, c("relative-risk", "odds-ratio")[i], "inno_service", between = "size", group = "50+", from = "1-9",
                     rows = list(list(estimate = number(coef(functions))[i], se = number(SE(functions))[i])))
  four <- svymean(~inno_service + inno_process + q1 + employees, design, na.rm = TRUE)
  add("means of four variables", name, "covariance", c("inno_service", "inno_process", "q1", "employees"), complete = TRUE, vectors = list(covariance = number(vcov(four))))
  sizes <- as.data.frame(table(size = frame$size))
  within <- svyby(~inno_service, ~area, svystandardize(design, ~size, ~area, sizes), svymean, na.rm = TRUE)
  add("standardised in areas", paste0(name, "-in-areas"), "mean", "inno_service", by = list("area"), rows = by_group(within, "area"))
  everybody <- svymean(~employees, svystandardize(design, ~size + region, ~1, as.data.frame(table(size = frame$size, region = frame$region))))
  add("standardised everybody", paste0(name, "-crossed"), "mean", "employees", rows = list(list(estimate = number(coef(everybody)), se = number(SE(everybody)))))
}

# The whole influence of a predictive margin: a respondent's own prediction and, by the delta method, its part in the coefficients. svypredmeans leaves
# out the covariance of the two, so that its standard errors differ by up to 0.3 per cent.
margins <- function(model, design, variable, levels) {
  w <- weights(design, "sampling"); x <- model.matrix(model); family <- model$family
  slope <- as.vector(family$mu.eta(x %*% coef(model)))
  coefficients <- (x * (model$y - fitted(model)) * w) %*% solve(t(x) %*% (x * w * slope))
  one <- function(level) {
    data <- b; data[[variable]] <- if (is.factor(b[[variable]])) factor(level, levels_of[[variable]]) else level
    at <- model.matrix(delete.response(terms(model)), data, xlev = model$xlevels)
    mean <- as.vector(family$linkinv(at %*% coef(model)))
    gradient <- colSums(w * as.vector(family$mu.eta(at %*% coef(model))) * at) / sum(w)
    list(sum(w * mean) / sum(w), as.vector(coefficients %*% gradient) + w * (mean - sum(w * mean) / sum(w)) / sum(w))
  }
  found <- lapply(levels, one)
  variance <- svyrecvar(sapply(found, `[[`, 2), design$cluster, design$strata, design$fpc, postStrata = design$postStrata)
  groups(variable, as.character(levels), sapply(found, `[[`, 1), sqrt(diag(variance)))
}
converged <- list(epsilon = 1e-14, maxit = 100)
for (name in c("stratified", "calibrated")) {
  design <- get(name)
  for (family in c("linear", "logistic")) {
    model <- svyglm(barr_1 ~ region + log(employees) + size, design, family = if (family == "linear") gaussian() else quasibinomial(), control = converged)
    fit <- list("region", "log(employees)", "size")
    expected <- margins(model, design, "size", levels_of$size)
    other <- svypredmeans(svyglm(barr_1 ~ region + log(employees), design, family = model$family, control = converged), ~size)
    stopifnot(all.equal(number(coef(other)[levels_of$size]), sapply(expected, `[[`, "estimate"), tolerance = 1e-10),
              all.equal(number(SE(other)[match(levels_of$size, names(coef(other)))]), sapply(expected, `[[`, "se"), tolerance = 0.004))
    add(paste("margins of size,", family), name, "margins", "barr_1", predictors = fit, family = family, term = "size", rows = expected)
    add(paste("margins of employees,", family), name, "margins", "barr_1", predictors = fit, family = family, term = "employees",
        lists = list(levels = list(5, 50)), rows = margins(model, design, "employees", c(5, 50)))
  }
  model <- svyglm(q1 ~ size + region + inno_service, design)
  terms <- list("size", "region", "inno_service")
  add("terms size and region", name, "term-test", "q1", predictors = terms, family = "linear", term = "size+region", values = test(regTermTest(model, ~size + region)))
  add("terms size and inno_service", name, "term-test", "q1", predictors = terms, family = "linear", term = "size+inno_service", values = test(regTermTest(model, ~size + inno_service)))
  for (variable in c("q1", "inno_service")) {
    model <- svyglm(reformulate("size", variable), design)
    add(paste("equality of", variable), name, "equality", variable, between = "size", values = test(regTermTest(model, ~size)))
  }
  for (variable in c("employees", "inno_service")) {
    found <- svyby(reformulate(variable), ~size, design, svytotal, deff = TRUE, na.rm = TRUE)
    add(paste("totals of", variable), name, "total", variable, by = list("size"), rows = by_group(found, "size", deff = number(deff(found))))
  }
  found <- svyby(~n_innov, ~size, denominator = ~employees, design, svyratio, deff = TRUE, na.rm = TRUE)
  add("ratios", name, "ratio", "n_innov", denominator = "employees", by = list("size"),
      rows = groups("size", levels_of$size, number(coef(found)), number(unlist(SE(found))), deff = number(deff(found))))
}

columns <- c(lapply(levels_of, function(levels) list(type = "factor", levels = levels)),
             sapply(c("employees", "inno_service", "inno_process", "q1", "barr_1", "n_innov", "w_area", "N_area"), function(v) list(type = "number"), simplify = FALSE))
standardised <- function(base, totals, over) list(base = base, steps = list(c(list(kind = "standardise", totals = list(list(variables = as.list(totals)))), if (length(over)) list(groups = as.list(over)))))
tolerance <- list(`*` = 1e-9, se = 1e-8, covariance = 1e-8, statistic = 1e-7, p = 1e-6, deff = 1e-8)
designs <- list(stratified = list(data = "respondents", frame = "frame", strata = list("area"), weights = "w_area", populationCounts = list("N_area")),
                calibrated = list(base = "stratified", steps = list(list(kind = "calibrate", totals = list(
                  list(variables = list("area")), list(variables = list("size")), list(variables = list("region")), list(sumOf = "employees"))))),
                replicated = list(base = "stratified", replicates = list(method = "jackknife")))
for (name in c("stratified", "calibrated", "replicated")) {
  designs[[paste0(name, "-in-areas")]] <- standardised(name, "size", "area")
  designs[[paste0(name, "-crossed")]] <- standardised(name, c("size", "region"), NULL)
}
suite <- list(format = "barometer-weighting/1", suite = "functions",
  about = "Covariances, functions of estimates, joint tests, standardisation, margins, design effects of totals and ratios.",
  origin = sprintf("R %s, survey %s, by functions.R, of synthetic data.", getRversion(), packageVersion("survey")), tolerance = tolerance,
  data = list(respondents = list(file = "data/baro-operational.csv", missing = list("NA"), columns = columns),
              frame = list(file = "data/baro-operational-frame.csv", columns = columns[c("area", "size", "region", "employees")])),
  designs = designs, cases = cases)
write_json(suite, file.path(target, "functions.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
