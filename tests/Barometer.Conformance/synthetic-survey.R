# Rscript synthetic-survey.R REPOSITORY TARGET
# Writes TARGET/synthetic-survey.json and its data: what R's survey package computes of the repository's synthetic
# operational survey under the notebooks' design, under calibration, and with response as a second phase.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
arguments <- commandArgs(TRUE)
source_folder <- file.path(arguments[1], "data/synthetic/operational-2018")
target <- arguments[2]
# R's default stops before the standard errors of a model have their last digits.
converged <- list(epsilon = 1e-14, maxit = 100)
frame <- read.csv(file.path(source_folder, "frame.csv"))
answers <- read.csv(file.path(source_folder, "responses.csv"), na.strings = "")[, c("unit_id", "innovated")]

# ---- The data: respondents with the frame's variables, and the frame.
frame$stratum <- paste(frame$agency_group, frame$size_band)
frame$N <- as.numeric(table(frame$stratum)[frame$stratum])
respondents <- merge(answers, frame, by = "unit_id")
respondents$w <- respondents$N / as.numeric(table(respondents$stratum)[respondents$stratum])
respondents$y <- as.numeric(respondents$innovated == "yes")
groups <- c("agency_group", "ministry_area", "size_band", "region")
levels_of <- lapply(setNames(groups, groups), function(v) sort(unique(frame[[v]])))
for (v in groups) respondents[[v]] <- factor(respondents[[v]], levels_of[[v]])
write.csv(respondents[, c("innovated", groups, "employees")], file.path(target, "data/synthetic-respondents.csv"), row.names = FALSE)
write.csv(frame[, c(groups, "employees", "invited", "answered")], file.path(target, "data/synthetic-frame.csv"), row.names = FALSE)

# ---- The designs.
counts <- function(v) setNames(as.data.frame(table(frame[[v]])), c(v, "Freq"))
base <- svydesign(ids = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = respondents)
raked <- rake(base, list(~ministry_area, ~agency_group, ~size_band),
              list(counts("ministry_area"), counts("agency_group"), counts("size_band")), control = list(maxit = 200, epsilon = 1e-12))
totals <- colSums(model.matrix(~ministry_area + region + employees, frame))
calibrated <- calibrate(base, ~ministry_area + region + employees, totals, calfun = "raking", epsilon = 1e-12, maxit = 200)
invited <- merge(frame[frame$invited == "yes", ], answers, by = "unit_id", all.x = TRUE)
invited$y <- as.numeric(!is.na(invited$innovated) & invited$innovated == "yes")
# The standard errors of twophase() depend on the order of the rows (here 4865, 4860 or 4894 for a total). With the second
# phase first it is that of the double sum over all pairs of joint inclusion probabilities, which is ours.
invited <- invited[order(invited$answered != "yes"), ]
two_phase <- twophase(id = list(~1, ~1), strata = list(~stratum, ~agency_group), fpc = list(~N, NULL),
                      data = transform(invited, answered = answered == "yes"), subset = ~answered, method = "full")

# ---- The cases.
cases <- list()
add <- function(id, design, estimator, variables, ..., rows = NULL, values = NULL, vectors = NULL) {
  expected <- Filter(Negate(is.null), list(rows = rows, values = values, vectors = vectors))
  cases[[length(cases) + 1]] <<- c(list(id = paste(design, id), design = design, estimator = estimator),
                                   if (length(variables)) list(variables = as.list(variables)), list(...), list(expected = expected))
}
number <- function(x) unname(as.numeric(x))
row <- function(estimate, ...) list(c(list(estimate = number(coef(estimate)), se = number(SE(estimate))), list(...)))
by_group <- function(formula, group, design) {
  table <- svyby(formula, reformulate(group), design, svymean)
  Map(function(level, estimate, se) list(groups = setNames(list(level), group), estimate = estimate, se = se),
      as.character(table[[group]]), number(coef(table)), number(unlist(SE(table)))) |> unname()
}
coefficients <- function(model, names) {
  table <- summary(model)$coefficients
  lapply(seq_along(names), function(i) list(variable = names[i], estimate = table[i, 1], se = table[i, 2], p = table[i, 4]))
}
within <- function(variable, ...) list(list(variable = variable, `in` = list(...)))
regions <- paste0("region=", levels_of$region[-1])
for (name in c("base", "raked", "calibrated")) {
  design <- get(name)
  share <- function(...) add(..., design = name, estimator = "proportion", variables = "innovated", category = "yes")
  add("weights", name, "weights", NULL, vectors = list(weights = number(weights(design))))
  for (group in groups) share(paste("share by", group), by = list(group), rows = by_group(~y, group, design))
  part <- subset(design, size_band %in% c("from_5", "from_50", "from_100"))
  interval <- function(method) svyciprop(~y, part, method = method, df = degf(part))
  for (method in c("xlogit", "beta", "asin", "mean")) {
    found <- interval(method)
    share(paste("share of a domain", method), domain = within("size_band", "from_5", "from_50", "from_100"),
          interval = c(xlogit = "logit", beta = "beta", asin = "asin", mean = "plain")[[method]],
          rows = row(found, lower = number(attr(found, "ci"))[1], upper = number(attr(found, "ci"))[2]))
  }
  found <- svyquantile(~employees, subset(design, region == "west"), c(.1, .5, .75), interval.type = "xlogit", qrule = "math", df = Inf)$employees
  add("quantiles of a domain", name, "quantile", "employees", domain = within("region", "west"), probabilities = list(.1, .5, .75),
      method = "smallest", interval = "logit",
      rows = lapply(1:3, function(i) list(probability = c(.1, .5, .75)[i], estimate = found[i, 1])))
  for (method in c("F", "Chisq")) {
    test <- svychisq(~innovated + region, design, statistic = method)
    add(paste("independence", method), name, "independence", c("innovated", "region"),
        method = c(F = "rao-scott", Chisq = "rao-scott-first-order")[[method]],
        values = list(statistic = number(test$statistic), p = number(test$p.value)))
  }
  test <- svyttest(y ~ I(region == "oslo_akershus"), design)
  add("t test", name, "t-test", "innovated", category = "yes", between = "region", group = "oslo_akershus",
      values = list(statistic = number(test$statistic), p = number(test$p.value)))
  add("logistic", name, "regression", "innovated", category = "yes", predictors = list("log(employees)", "region"), family = "logistic",
      rows = coefficients(svyglm(y ~ log(employees) + region, design, family = quasibinomial, control = converged), c("(constant)", "log(employees)", regions)))
  add("Poisson", name, "regression", "employees", predictors = list("region"), family = "poisson",
      rows = coefficients(svyglm(employees ~ region, design, family = quasipoisson, control = converged), c("(constant)", regions)))
  add("total of a domain", name, "total", "employees", domain = within("agency_group", "ministry"),
      rows = row(svytotal(~employees, subset(design, agency_group == "ministry"))))
}
add("share", "two-phase", "proportion", "innovated", category = "yes", rows = row(svymean(~y, two_phase)))
add("total", "two-phase", "total", "employees", rows = row(svytotal(~employees, two_phase)))
add("mean by region", "two-phase", "mean", "employees", by = list("region"), rows = suppressWarnings(by_group(~employees, "region", two_phase)))

# ---- The file.
factors <- lapply(levels_of, function(levels) list(type = "factor", levels = levels))
yes_no <- list(type = "factor", levels = c("yes", "no"))
employees <- list(employees = list(type = "number"))
of_frame <- list(data = "respondents", frame = "frame", strata = c("agency_group", "size_band"), finitePopulation = TRUE)
margins <- function(...) lapply(c(...), function(v) list(variables = list(v)))
step <- function(...) list(list(...))
file <- list(
  format = "barometer-weighting/1", suite = "synthetic-survey",
  about = "The repository's synthetic operational survey: the notebooks' design, calibration, and response as a second phase.",
  origin = sprintf("computed with R survey %s (synthetic-survey.R) on synthetic data made for this project", packageVersion("survey")),
  tolerance = list(`*` = 1e-8, lower = 1e-7, upper = 1e-7),
  data = list(
    respondents = list(file = "data/synthetic-respondents.csv", columns = c(list(innovated = yes_no), factors, employees)),
    frame = list(file = "data/synthetic-frame.csv", columns = c(factors, employees, list(invited = yes_no, answered = yes_no)))),
  designs = list(
    base = of_frame,
    # R's rake() projects by iteration.
    raked = list(base = "base", steps = step(kind = "rake", totals = margins("ministry_area", "agency_group", "size_band")),
                 tolerance = list(`*` = 1e-7, se = 1e-5, lower = 1e-4, upper = 1e-4, statistic = 1e-5, p = 1e-3)),
    calibrated = list(base = "base", tolerance = list(`*` = 1e-7, p = 1e-6), steps = step(
      kind = "calibrate", distance = "raking", totals = c(margins("ministry_area", "region"), step(sumOf = "employees")))),
    `two-phase` = c(of_frame, list(invitation = list(invited = "invited", answered = "answered"),
                                   steps = step(kind = "response-phase", groups = list("agency_group"))))),
  cases = cases)
write(toJSON(file, auto_unbox = TRUE, digits = I(17), pretty = 1), file.path(target, "synthetic-survey.json"))
