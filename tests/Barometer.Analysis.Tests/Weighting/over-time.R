# Changes from 2018 to 2021 in the synthetic surveys, for UnreleasedOverTimeTests: estimates, standard errors of each wave and of independent samples by R's survey package (rake); the covariance of the overlap by
# Qualité and Tillé's formula on the residuals that rake leaves. Run in the repository's folder: Rscript tests/Barometer.Analysis.Tests/Weighting/over-time.R
suppressMessages(library(survey))
wave <- function(id, var, yes) {
  f <- read.csv(sprintf("data/synthetic/%s/frame.csv", id), colClasses = "character"); r <- read.csv(sprintf("data/synthetic/%s/responses.csv", id), colClasses = "character")
  f$h <- paste(f$agency_group, f$size_band); d <- merge(r, f, by = "unit_id"); d$N <- as.numeric(table(f$h)[d$h])
  pop <- function(v) { t <- as.data.frame(table(f[[v]])); names(t) <- c(v, "Freq"); t }
  des <- svydesign(~1, strata = ~h, fpc = ~N, data = d)
  des <- rake(des, list(~ministry_area, ~agency_group, ~size_band), lapply(c("ministry_area", "agency_group", "size_band"), pop), control = list(maxit = 200, epsilon = 1e-11))
  list(f = f, d = d, des = des, w = weights(des), y = as.numeric(d[[var]] %in% yes), base = d[[var]] != "")
}
residual <- function(z, des) { x <- z; for (ps in des$postStrata) for (i in 1:10) for (m in ps) { p <- attr(m, "weights"); x <- x - p * ave(x / p, m) }; x }
change <- function(v1, v2, yes, dom = function(d) rep(TRUE, nrow(d)), yes2 = yes) {
  a <- wave("operational-2018", v1, yes); b <- wave("operational-2021", v2, yes2)
  one <- function(s) { k <- s$base & dom(s$d); s$des$variables$y <- s$y; m <- svymean(~y, subset(s$des, k)); z <- ifelse(k, s$w * (s$y - coef(m)) / sum(s$w[k]), 0); list(m = coef(m)[[1]], se = SE(m)[[1]], x = residual(z, s$des)) }
  p <- one(a); q <- one(b)
  m <- merge(data.frame(id = a$d$unit_id, h = a$d$h, u = p$x), data.frame(id = b$d$unit_id, g = b$d$h, v = q$x))
  F <- merge(a$f[, c("unit_id", "h")], b$f[, c("unit_id", "h")], by = "unit_id"); f1 <- table(a$d$h) / table(a$f$h); f2 <- table(b$d$h) / table(b$f$h)
  cov <- 0
  for (h in unique(m$h)) for (g in unique(m$g[m$h == h])) { k <- m[m$h == h & m$g == g, ]; if (nrow(k) < 2) next; e <- sum(F$h.x == h & F$h.y == g) * f1[[h]] * f2[[g]]; cov <- cov + (nrow(k) - e) * cov(k$u, k$v) }
  cat(v1, sprintf("%.10f", c(p$m, q$m, q$m - p$m, p$se, q$se, sqrt(p$se^2 + q$se^2), sqrt(p$se^2 + q$se^2 - 2 * cov))), nrow(m), "\n")
}
change("innovated", "innovated", "yes")
change("innovated", "innovated", "yes", function(d) d$size_band %in% c("from_1", "from_5", "from_10"))
change("spread", "shared", "yes")
change("evaluated", "evaluated", "no", yes2 = c("no", "planned"))
