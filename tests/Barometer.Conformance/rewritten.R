# Rscript rewritten.R FOLDER OUT: what haven reads of the files that «deliveries FOLDER --rewrite OUT» wrote, beside what it reads of the originals.
# Names, labels, formats, missing values and every value have to be the same; a file that haven itself can't read is left out.
suppressPackageStartupMessages(library(haven))
a <- commandArgs(TRUE)
read <- function(path, original) tryCatch({
  if (grepl("\\.por$", path)) read_por(path, user_na = TRUE) else read_sav(path, user_na = TRUE)
}, error = function(e) if (original) NULL else conditionMessage(e))
plain <- function(x) { attributes(x) <- NULL; x }
differs <- 0
compared <- 0
for (path in list.files(file.path(a[1], "files"), pattern = "\\.(sav|zsav|por)$", full.names = TRUE)) {
  original <- read(path, TRUE)
  if (is.null(original)) next
  for (written in list.files(a[2], pattern = paste0("^", gsub("([.])", "\\\\\\1", basename(path)), "\\.[a-z0-9]+\\.sav$"), full.names = TRUE)) {
    got <- read(written, FALSE)
    compared <- compared + 1
    say <- function(what) { differs <<- differs + 1; cat("differs ", basename(written), ": ", what, "\n", sep = "") }
    if (is.character(got)) { say(got); next }
    if (!identical(names(original), names(got))) { say("names"); next }
    if (nrow(original) != nrow(got)) { say("rows"); next }
    for (v in names(original)) {
      x <- original[[v]]; y <- got[[v]]
      if (!identical(plain(x), plain(y))) say(paste("values of", v))
      for (at in setdiff(union(names(attributes(x)), names(attributes(y))), "display_width")) {
        one <- attr(x, at); other <- attr(y, at)
        if (at == "na_values" && is.character(one)) { one <- trimws(one, "right"); other <- trimws(other, "right") }  # they don't count in SPSS
        if (at == "labels") { one <- one[order(one, names(one))]; other <- other[order(other, names(other))] }
        if (!identical(one, other)) say(paste(at, "of", v, ":", paste(format(one), collapse = " "), "|", paste(format(other), collapse = " ")))
      }
    }
  }
}
cat(compared, "files compared,", differs, "differences\n")
quit(status = if (differs > 0) 1 else 0)
