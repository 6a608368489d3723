# Rscript read-sav.R FILE: one line of JSON as «Barometer.Benchmarks sav» prints it; the first read of the process, and the median of five more.
suppressPackageStartupMessages({library(haven); library(jsonlite)})
path <- commandArgs(TRUE)[1]
memory <- function(key) as.numeric(sub(".*:\\s*(\\d+) kB", "\\1", grep(key, readLines("/proc/self/status"), value = TRUE))) / 1024
start <- memory("VmRSS")
time <- function() { gc(); system.time(d <<- read_sav(path, user_na = TRUE)) }
first <- time()[["elapsed"]]
times <- replicate(5, { t <- time(); c(t[["elapsed"]], t[["user.self"]] + t[["sys.self"]]) })
stopifnot(ncol(d) == 46)
sums <- sum(vapply(d, function(x) if (is.numeric(x)) sum(unclass(x), na.rm = TRUE) else 0, 0))
cat(toJSON(list(Side = "haven", File = basename(path), First = first, Wall = median(times[1, ]), Processor = median(times[2, ]),
                Start = start, Peak = memory("VmHWM"), Rows = nrow(d)), auto_unbox = TRUE, digits = 8), "\n")
