# Rscript batteries.R TARGET
# Writes TARGET/batteries.json: batteries of items and proportional odds models on TARGET/data/baro-operational.csv. The numbers come from
# definitions, not from what the library does: covariances and their variances from svyvar, functions of them by central differences, the
# common factor by the EM algorithm (and by factanal), the proportional odds model by minimising its likelihood, and Hessians by differences of
# the closed gradient. Needs R's packages survey and jsonlite.
suppressPackageStartupMessages({library(survey); library(jsonlite)})
options(digits = 15)
target <- commandArgs(TRUE)[1]
b <- read.csv(file.path(target, "data/baro-operational.csv"), stringsAsFactors = FALSE)
areas <- c("ASD", "BFD", "FIN", "HOD", "JD", "KD", "KLD", "SD"); sizes <- c("1-9", "10-49", "50+"); regions <- c("Oslo", "East", "West", "North")
b$size <- factor(b$size, sizes); b$region <- factor(b$region, regions); b$area <- factor(b$area, areas)
A <- svydesign(id = ~1, strata = ~area, weights = ~w_area, fpc = ~N_area, data = b)
frame <- read.csv(file.path(target, "data/baro-operational-frame.csv"), stringsAsFactors = FALSE)
frame$size <- factor(frame$size, sizes); frame$region <- factor(frame$region, regions)
totals <- colSums(model.matrix(~size + region + employees, frame))
designs <- list(A = A, F = calibrate(A, ~size + region + employees, totals), J = as.svrepdesign(A, type = "JKn"))
items <- paste0("q", 1:6)

# Rows without an answer are outside of every domain below; their residuals after calibration still have to be numbers.
for (d in names(designs)) designs[[d]]$variables[items] <- lapply(b[items], function(v) ifelse(is.na(v), 0, v))

# The derivative of a function of a vector by central differences, extrapolated once (Richardson).
gradient <- function(f, x, h = 1e-3) sapply(seq_along(x), function(i) {
  d <- function(h) { u <- x; v <- x; u[i] <- u[i] + h; v[i] <- v[i] - h; (f(u) - f(v)) / (2 * h) }
  (4 * d(h / 2) - d(h)) / 3
})

# One common factor: the EM algorithm of Rubin and Thayer (1982), to a fixed point.
factor1 <- function(R) {
  l <- rowSums(R) / sqrt(sum(R)); p <- 1 - l^2
  for (i in 1:20000) {
    Si <- solve(tcrossprod(l) + diag(p)); beta <- drop(l %*% Si)
    Ezz <- drop(1 - sum(beta * l) + beta %*% R %*% beta)
    l1 <- drop(R %*% beta) / Ezz; p1 <- diag(R) - l1 * drop(R %*% beta)
    done <- max(abs(c(l1 - l, p1 - p))) < 1e-15
    l <- l1; p <- p1
    if (done) break
  }
  list(l = l, p = p)
}
upper <- function(k) which(lower.tri(diag(k), TRUE), arr.ind = TRUE)
matrix_of <- function(v, k) { S <- matrix(0, k, k); S[upper(k)] <- v; S + t(S) - diag(diag(S)) }
correlation <- function(S, a, c) drop(t(a) %*% S %*% c) / sqrt(drop(t(a) %*% S %*% a) * drop(t(c) %*% S %*% c))
functions <- function(S) {
  k <- nrow(S); e <- diag(k)
  pairs <- do.call(rbind, lapply(2:k, function(j) cbind(1:(j - 1), j)))
  f <- factor1(cov2cor(S)); s <- sqrt(diag(S))
  c(sqrt(diag(S)), apply(pairs, 1, function(p) correlation(S, e[, p[1]], e[, p[2]])), sapply(1:k, function(i) correlation(S, e[, i], 1 - e[, i])),
    k / (k - 1) * (1 - sum(diag(S)) / sum(S)), sum(s * f$l)^2 / (sum(s * f$l)^2 + sum(s^2 * f$p)))
}

cases <- list()
number <- function(x) unname(x)
add <- function(id, design, estimator, variables, tolerance, ...) cases[[length(cases) + 1]] <<- list(
  id = id, design = design, estimator = estimator, variables = as.list(variables), tolerance = tolerance, ...)
row <- function(variable, estimate, se, groups = NULL) Filter(Negate(is.null), list(variable = variable, groups = groups, estimate = number(estimate), se = number(se)))
label <- function(k) unlist(lapply(2:k, function(j) paste(items[1:(j - 1)], items[j], sep = ":")))

battery <- function(id, design, sub, k, groups = NULL) {
  use <- items[1:k]
  v <- svyvar(as.formula(paste("~", paste(use, collapse = "+"))), sub)
  S <- matrix(as.numeric(v)[1:k^2], k, k)
  at <- upper(k); V <- attr(v, "var")
  place <- (at[, 2] - 1) * k + at[, 1]
  V <- as.matrix(V)[place, place]
  x <- S[at]
  value <- functions(S)
  J <- gradient(function(u) functions(matrix_of(u, k)), x)
  se <- sqrt(rowSums((J %*% V) * J))
  f <- factanal(covmat = cov2cor(S), factors = 1)
  stopifnot(max(abs(abs(f$loadings[, 1]) - abs(factor1(cov2cor(S))$l))) < 1e-3)
  pairs <- k * (k - 1) / 2; spots <- split(seq_along(value), rep(1:5, c(k, pairs, k, 1, 1)))
  list(sd = mapply(row, use, value[spots[[1]]], se[spots[[1]]], MoreArgs = list(groups = groups), SIMPLIFY = FALSE, USE.NAMES = FALSE),
       r = mapply(row, label(k), value[spots[[2]]], se[spots[[2]]], MoreArgs = list(groups = groups), SIMPLIFY = FALSE, USE.NAMES = FALSE),
       rest = mapply(row, use, value[spots[[3]]], se[spots[[3]]], MoreArgs = list(groups = groups), SIMPLIFY = FALSE, USE.NAMES = FALSE),
       alpha = number(c(value[spots[[4]]], se[spots[[4]]])), omega = number(c(value[spots[[5]]], se[spots[[5]]])))
}

# The jackknife's spread of a function, not its delta method.
replicated <- function(id, design, k) {
  use <- items[1:k]
  known <- complete.cases(b[, use]); X <- as.matrix(b[known, use]); n <- nrow(X)
  f <- function(w) {
    w <- w[known]; m <- colSums(w * X) / sum(w); Y <- sweep(X, 2, m)
    functions(crossprod(Y * sqrt(w)) / sum(w) * n / (n - 1))
  }
  W <- weights(design, "analysis")
  theta <- f(weights(design, "sampling"))
  R <- apply(W, 2, f)
  V <- svrVar(t(R), design$scale, design$rscales, mse = design$mse, coef = theta)
  list(value = theta, se = sqrt(diag(as.matrix(V))))
}

delta <- list(`*` = 1e-10)
for (d in c("A", "F")) for (k in c(3, 6)) {
  sub <- subset(designs[[d]], complete.cases(b[, items[1:k]]))
  one <- battery(d, d, sub, k)
  name <- paste0(d, ".", k)
  add(paste0(name, ".sd"), d, "standard-deviation", items[1:k], delta, expected = list(rows = one$sd))
  add(paste0(name, ".correlation"), d, "correlation", items[1:k], delta, expected = list(rows = one$r))
  add(paste0(name, ".rest"), d, "item-rest-correlation", items[1:k], delta, expected = list(rows = one$rest))
  add(paste0(name, ".alpha"), d, "cronbach-alpha", items[1:k], delta, expected = list(values = list(alpha = one$alpha[1], se = one$alpha[2])))
  add(paste0(name, ".omega"), d, "mcdonald-omega", items[1:k], list(`*` = 1e-9), expected = list(values = list(omega = one$omega[1], se = one$omega[2])))
}
known <- complete.cases(b[, items[1:4]])
by <- lapply(sizes, function(s) battery("by", "A", subset(designs$A, known & size == s), 4, groups = list(size = s)))
all <- battery("by", "A", subset(designs$A, known), 4)
for (kind in c(sd = "standard-deviation", r = "correlation", rest = "item-rest-correlation")) {
  key <- c("standard-deviation" = "sd", correlation = "r", "item-rest-correlation" = "rest")[[kind]]
  add(paste0("A.by.", key), "A", kind, items[1:4], delta, by = list("size"), expected = list(rows = do.call(c, c(lapply(by, `[[`, key), list(all[[key]])))))
}
j <- replicated("J", designs$J, 6); k <- 6; spots <- split(seq_along(j$value), rep(1:5, c(k, 15, k, 1, 1)))
rows <- function(names, s) mapply(row, names, j$value[s], j$se[s], SIMPLIFY = FALSE, USE.NAMES = FALSE)
add("J.sd", "J", "standard-deviation", items, delta, expected = list(rows = rows(items, spots[[1]])))
add("J.correlation", "J", "correlation", items, delta, expected = list(rows = rows(label(6), spots[[2]])))
add("J.rest", "J", "item-rest-correlation", items, delta, expected = list(rows = rows(items, spots[[3]])))
add("J.alpha", "J", "cronbach-alpha", items, delta, expected = list(values = list(alpha = number(j$value[spots[[4]]]), se = number(j$se[spots[[4]]]))))
add("J.omega", "J", "mcdonald-omega", items, list(`*` = 1e-9), expected = list(values = list(omega = number(j$value[spots[[5]]]), se = number(j$se[spots[[5]]]))))

# ---- Proportional odds: logit P(Y <= j) = zeta_j - x beta.
ordinal <- function(design, response, formula) {
  x <- model.matrix(formula, b)[, -1, drop = FALSE]
  known <- complete.cases(b[, response], x)
  x <- x[known, , drop = FALSE]; y <- b[known, response]; levels <- sort(unique(y)); y <- match(y, levels); K <- length(levels)
  w <- weights(design, "sampling")[known]; w <- w / mean(weights(design, "sampling")); p <- ncol(x)
  score <- function(theta) {
    eta <- drop(x %*% theta[1:p]); z <- c(-Inf, theta[p + 1:(K - 1)], Inf)
    a <- z[y + 1] - eta; bb <- z[y] - eta
    P <- plogis(a) - plogis(bb); fa <- dlogis(a); fb <- dlogis(bb)
    Z <- sapply(1:(K - 1), function(j) (y == j) * fa / P - (y == j + 1) * fb / P)
    cbind(-x * ((fa - fb) / P), Z)
  }
  fit <- function(w) {
    start <- c(rep(0, p), qlogis(cumsum(tapply(w, factor(y, 1:K), sum))[-K] / sum(w)))
    total <- function(theta) colSums(w * score(theta))
    theta <- start
    for (i in 1:100) {
      H <- gradient(total, theta, 1e-4); step <- solve(H, total(theta)); theta <- theta - step
      if (max(abs(step)) < 1e-13) break
    }
    list(theta = theta, H = gradient(total, theta, 1e-3))
  }
  one <- fit(w)
  names <- c(colnames(x), paste(levels[-K], levels[-1], sep = "|"))
  influence <- score(one$theta) %*% solve(-one$H)
  if (inherits(design, "svyrep.design")) {
    W <- weights(design, "analysis")[known, ]; R <- apply(W, 2, function(w) fit(w / mean(weights(design, "sampling")))$theta)
    V <- svrVar(t(R), design$scale, design$rscales, mse = design$mse, coef = one$theta)
  } else {
    full <- matrix(0, nrow(b), ncol(influence)); full[known, ] <- influence / mean(weights(design, "sampling"))
    V <- vcov(svytotal(full, design))
  }
  eta <- drop(x %*% one$theta[1:p]); z <- c(-Inf, one$theta[p + 1:(K - 1)], Inf)
  list(rows = mapply(row, gsub("^(size|region)(?=.)", "\\1=", names, perl = TRUE), one$theta, sqrt(diag(as.matrix(V))), SIMPLIFY = FALSE, USE.NAMES = FALSE),
       values = list(n = nrow(x), deviance = -2 * sum(w * log(plogis(z[y + 1] - eta) - plogis(z[y] - eta)))), vectors = list(covariance = I(as.numeric(as.matrix(V)))))
}
tolerance <- list(`*` = 1e-9, covariance = 1e-8)
for (d in names(designs)) add(paste0(d, ".ordinal"), d, "ordinal-regression", "q1.answer", tolerance, predictors = list("size", "region"), expected = ordinal(designs[[d]], "q1", ~size + region))
add("A.ordinal.number", "A", "ordinal-regression", "q2.answer", tolerance, predictors = list("log(employees)", "size"), expected = ordinal(designs$A, "q2", ~log(employees) + size))
add("A.ordinal.domain", "A", "ordinal-regression", "q3.answer", tolerance, predictors = list("region"), domain = list(list(variable = "size", `in` = list("10-49"))),
    expected = { keep <- b; b$q3[b$size != "10-49"] <- NA; o <- ordinal(designs$A, "q3", ~region); b <- keep; o })

# ---- The file.
number_column <- list(type = "number")
answer <- function(item) list(type = "factor", from = item, levels = as.list(as.character(1:5)), ordered = TRUE)
levels_of <- list(area = areas, size = sizes, region = regions)
columns <- c(lapply(levels_of, function(l) list(type = "factor", levels = as.list(l))), setNames(rep(list(number_column), 9), c("w_area", "N_area", "employees", items)),
             setNames(lapply(items, answer), paste0(items, ".answer")))
file <- list(
  format = "barometer-weighting/1", suite = "batteries",
  about = "Batteries of items and proportional odds models on the synthetic operational survey.",
  origin = paste("batteries.R: R", getRversion(), "with survey", packageVersion("survey")),
  tolerance = list(`*` = 1e-9),
  data = list(respondents = list(file = "data/baro-operational.csv", columns = columns),
              frame = list(file = "data/baro-operational-frame.csv", columns = c(lapply(levels_of, function(l) list(type = "factor", levels = as.list(l))), list(employees = number_column)))),
  designs = list(
    A = list(data = "respondents", frame = "frame", strata = list("area"), weights = "w_area", populationCounts = list("N_area"), lonely = "adjust"),
    F = list(base = "A", steps = list(list(kind = "calibrate", distance = "linear", totals = list(
      list(variables = list("size")), list(variables = list("region")), list(sumOf = "employees"))))),
    J = list(base = "A", replicates = list(method = "jackknife"))),
  cases = cases)
write(toJSON(file, auto_unbox = TRUE, digits = I(17), pretty = 1), file.path(target, "batteries.json"))
