# Values of a change between two waves for RepeatedUnitsTests, by R's survey package (independent samples) and by the formula of Tam (1984) on its influence functions (overlapping ones);
# and, where sampling fractions are left out, by svyDelta of ReGenesees. Run: Rscript RepeatedUnits.R
library(survey)
N <- 240; i <- 1:N
h1 <- ifelse(i <= 140, "A", "B")
h2 <- ifelse(i %% 40 == 0, ifelse(h1 == "A", "B", "A"), h1)
s1 <- i %% 4 == 0 | i %% 7 == 1
s2 <- (i %% 4 == 0 & i %% 12 != 0) | i %% 9 == 2 | i %% 80 == 0
y1 <- as.numeric((i * 37) %% 11 < 5)
y2 <- ifelse(i %% 5 == 0, 1 - y1, y1)
x1 <- (i * 37) %% 11 + (i %% 3)
x2 <- x1 + (i * 13) %% 5
g <- i %% 2
d <- rbind(data.frame(id = i[s1], w = 1, h = h1[s1], y = y1[s1], x = x1[s1], g = g[s1]), data.frame(id = i[s2], w = 2, h = h2[s2], y = y2[s2], x = x2[s2], g = g[s2]))
Nh <- rbind(data.frame(w = 1, h = c("A", "B"), N = as.numeric(table(h1))), data.frame(w = 2, h = c("A", "B"), N = as.numeric(table(h2))))
d <- merge(d, Nh); d <- d[order(d$w, d$id), ]
d$n <- ave(d$id, d$w, d$h, FUN = length)
d$wt <- d$N / d$n; d$st <- paste(d$w, d$h)
change <- function(var, dom, fpc) {
  des <- if (fpc) svydesign(~1, strata = ~st, fpc = ~N, data = d) else svydesign(~1, strata = ~st, weights = ~wt, data = d)
  b <- svyby(as.formula(paste0("~", var)), ~w, subset(des, dom), svymean, covmat = TRUE)
  diff <- coef(b)[[2]] - coef(b)[[1]]
  v <- vcov(b); ind <- v[1, 1] + v[2, 2] - 2 * v[1, 2]
  z <- with(d, { out <- numeric(nrow(d)); for (k in 1:2) { r <- w == k & dom; out[r] <- (if (k == 2) 1 else -1) * wt[r] * (d[[var]][r] - coef(b)[[k]]) / sum(wt[r]) }; out })
  a <- data.frame(id = d$id[d$w == 1], h = d$h[d$w == 1], a = z[d$w == 1]); bb <- data.frame(id = d$id[d$w == 2], g = d$h[d$w == 2], b = z[d$w == 2])
  m <- merge(a, bb); cov <- 0
  for (h in c("A", "B")) for (gg in c("A", "B")) {
    q <- m[m$h == h & m$g == gg, ]; if (nrow(q) < 2) next
    e <- if (fpc) sum(h1 == h & h2 == gg) * sum(s1 & h1 == h) / sum(h1 == h) * sum(s2 & h2 == gg) / sum(h2 == gg) else 0
    cov <- cov + (nrow(q) - e) * cov(q$a, q$b)
  }
  c(diff, sqrt(ind), sqrt(ind + 2 * cov), nrow(m))
}
all <- rep(TRUE, nrow(d))
for (fpc in c(TRUE, FALSE)) for (var in c("y", "x")) for (dom in c("all", "g")) cat(fpc, var, dom, sprintf("%.12f", change(var, if (dom == "all") all else d$g == 1, fpc)), "\n")
cat("n", table(d$w), "jumpers", sum(h1 != h2 & s1 & s2), "\n")
if (requireNamespace("ReGenesees", quietly = TRUE)) {
  suppressMessages(library(ReGenesees))
  d$h <- factor(d$h); d$one <- 1
  e1 <- e.svydesign(ids = ~id, strata = ~h, weights = ~wt, data = d[d$w == 1, ])
  e2 <- e.svydesign(ids = ~id, strata = ~h, weights = ~wt, data = d[d$w == 2, ])
  for (v in c("y", "x")) { r <- svyDelta(parse(text = sprintf("%s.2/ones.2 - %s.1/ones.1", v, v)), e1, e2); print(r, digits = 10); print(attr(r, "details")) }
}
