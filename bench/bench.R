# Rscript bench.R WORKLOAD n FOLDER: one line of JSON, as «Barometer.Benchmarks time» prints it.
# One process a workload, so that peak memory is that of this workload only. The median over batches of a quarter of a
# second or one run, wall clock and processor time.
a <- commandArgs(TRUE)
workload <- a[1]
n <- as.integer(a[2])
folder <- a[3]
options(scipen = 20)
suppressPackageStartupMessages({library(survey); library(data.table); library(jsonlite)})
setDTthreads(1)
memory <- function(key) as.numeric(sub(".*:\\s*(\\d+) kB", "\\1", grep(key, readLines("/proc/self/status"), value = TRUE))) / 1024
d <- as.data.frame(fread(sprintf("%s/perf-%d.csv", folder, n)))
known <- fromJSON(sprintf("%s/perf-%d-totals.json", folder, n))
domains <- c("d1", "d2", "d3")
margins <- c(domains, "m4")
numbers <- paste0("x", 1:8)
for (v in margins) d[[v]] <- factor(d[[v]])
shares <- as.formula(paste("~", paste0("y", 1:20, collapse = "+")))
make <- function() svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = d)
des <- if (workload != "design-shares") make()
counts <- lapply(margins, function(v) setNames(data.frame(factor(seq_along(known$margins[[v]]), levels = levels(d[[v]])), known$margins[[v]]), c(v, "Freq")))
formulas <- lapply(margins, function(v) as.formula(paste0("~", v)))
contrasts <- unlist(lapply(margins, function(v) setNames(known$margins[[v]][-1], paste0(v, seq_along(known$margins[[v]])[-1]))))
totals <- c(`(Intercept)` = known$totals$N, contrasts, unlist(known$totals[numbers]))
auxiliaries <- as.formula(paste("~", paste(c(margins, numbers), collapse = "+")))
run <- switch(workload,
  "shares" = function() lapply(domains, function(v) {
    b <- svyby(shares, as.formula(paste0("~", v)), des, svymean)
    list(b, SE(b), confint(b, df = degf(des)))
  }),
  "design-shares" = function() svyby(shares, ~d1, make(), svymean),
  "rake" = function() rake(des, formulas, counts, control = list(maxit = 100, epsilon = 1e-10)),
  "calibrate-linear" = function() calibrate(des, auxiliaries, totals),
  "calibrate-raking" = function() calibrate(des, auxiliaries, totals, calfun = "raking", epsilon = 1e-9),
  "calibrate-logit" = function() calibrate(des, auxiliaries, totals, calfun = "logit", bounds = c(.3, 3), epsilon = 1e-9),
  "bootstrap" = function() { set.seed(1); svymean(shares, as.svrepdesign(des, type = "subbootstrap", replicates = 1000)) },
  stop("unknown workload"))
invisible(gc())
start <- memory("VmRSS")
first <- system.time(run())[["elapsed"]]
repeats <- max(1, floor(.25 / max(first, .001)))
batches <- if (first > 10) 1 else if (first > 2) 3 else 7
times <- sapply(seq_len(batches), function(i) {
  t <- system.time(for (j in seq_len(repeats)) run())
  c(t[["elapsed"]], t[["user.self"]] + t[["sys.self"]]) / repeats
})
cat(toJSON(list(Side = "R", Workload = workload, N = n, Wall = median(times[1, ]), Processor = median(times[2, ]),
                Start = start, Peak = memory("VmHWM")), auto_unbox = TRUE, digits = 8), "\n")
