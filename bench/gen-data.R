# Rscript gen-data.R FOLDER [n ...]: writes FOLDER/perf-<n>.csv and FOLDER/perf-<n>-totals.json.
# Made-up samples with a fixed seed for each n: 8 strata at 762, 50 above; 20 yes/no answers, 8 numbers, 4 margins.
args <- commandArgs(TRUE)
folder <- args[1]
ns <- if (length(args) > 1) as.numeric(args[-1]) else c(762, 1e4, 1e5, 1e6)
suppressPackageStartupMessages({library(data.table); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(scipen = 20)
for (n in ns) {
  set.seed(1000 + n)
  H <- if (n == 762) 8 else 50
  s <- sort(sample.int(H, n, TRUE, rgamma(H, 4)))
  nh <- tabulate(s, H)
  Nh <- ceiling(nh / runif(H, .1, .6))
  d <- data.table(stratum = s, w = (Nh / nh)[s], N = Nh[s])
  d[, d1 := sample.int(8, n, TRUE, c(5, 2, 8, 4, 9, 7, 4, 3))]
  d[, d2 := sample.int(3, n, TRUE, c(5, 3, 2))]
  d[, d3 := sample.int(4, n, TRUE, c(4, 3, 2, 1))]
  d[, m4 := sample.int(10, n, TRUE)]
  u <- rnorm(n)
  for (k in 1:20) set(d, j = paste0("y", k), value = rbinom(n, 1, plogis(c(-4, -2, -1, 0, 1, 2)[1 + k %% 6] + .5 * u + .1 * d$d2)))
  for (k in 1:8) set(d, j = paste0("x", k), value = round(exp(.3 * rnorm(n) + .2 * u) * 10, 4))
  # Population totals are those of the sample with smoothly tilted weights, so that positive solutions exist.
  g <- exp(.12 * (d$d2 - 2) - .03 * (d$d1 - 4) + .08 * (d$d3 - 2) + .01 * (d$m4 - 5) + .02 * (d$x1 - 10) / 3)
  g <- g * sum(d$w) / sum(d$w * g)
  W <- d$w * g
  totals <- c(N = sum(d$w), sapply(paste0("x", 1:8), function(v) sum(W * d[[v]])))
  margins <- lapply(c(d1 = "d1", d2 = "d2", d3 = "d3", m4 = "m4"), function(v) as.numeric(tapply(W, d[[v]], sum)))
  fwrite(d, sprintf("%s/perf-%d.csv", folder, n))
  write(toJSON(list(n = n, strata = H, totals = as.list(totals), margins = margins), auto_unbox = TRUE, digits = I(17)),
        sprintf("%s/perf-%d-totals.json", folder, n))
}
