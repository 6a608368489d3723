# Rscript gen-sav.R FOLDER ROWS: a survey of ROWS rows and 46 variables as haven writes it: survey-ROWS.sav (bytes) and .zsav (zlib), and uncompressed.
# 38 coded answers with value labels and user-missing values, three numbers with decimals, two dates, an id, a text with few values, and one of many.
suppressPackageStartupMessages(library(haven))
a <- commandArgs(TRUE)
n <- as.integer(a[2])
set.seed(20261129)
d <- data.frame(unit_id = sprintf("W%07d", seq_len(n)), stringsAsFactors = FALSE)
for (i in 1:38) {
  x <- sample(c(1, 2, 3, 4, 5, 97, 98, NA), n, TRUE, c(.3, .25, .15, .1, .08, .06, .03, .03))
  d[[paste0("q", i)]] <- labelled_spss(x, c("Helt enig" = 1, "Litt enig" = 2, "Verken eller" = 3, "Litt uenig" = 4, "Helt uenig" = 5, "Vet ikke" = 97, "Ikke relevant" = 98),
                                       na_values = c(97, 98), label = paste("Hvor enig er du i påstand nummer", i))
}
d$weight <- round(exp(rnorm(n)), 4)
d$share <- runif(n)
d$turnover <- rlnorm(n, 10)
d$answered <- as.Date("2018-09-03") + sample(0:44, n, TRUE)
d$opened <- as.POSIXct("2018-09-03", tz = "UTC") + sample(0:4e6, n, TRUE)
d$region <- sample(c("Agder og Rogaland", "Hedmark og Oppland", "Nord-Norge", "Oslo og Akershus", "Trøndelag", "Vestlandet", ""), n, TRUE)
d$comment <- ifelse(runif(n) < .2, paste("Vi prøvde en ny løsning nr.", sample(1e6, n, TRUE)), "")
stopifnot(ncol(d) == 46)
for (compress in c("byte", "none", "zsav")) {
  path <- sprintf("%s/survey-%d-%s.sav", a[1], n, compress)
  write_sav(d, path, compress = compress)
}
