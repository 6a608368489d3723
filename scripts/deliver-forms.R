# Writes a survey's two files in six forms in which survey tools deliver them.
# Rscript deliver-forms.R DATA SURVEY OUT: DATA holds codebook/ and synthetic/; OUT gets answers-FORM and frame-FORM.
# Numbers are those of SPSS: no is 0 and yes 1, other categories 1, 2, 3 … in the codebook's order; 97 don't know, 98 not relevant.
args <- commandArgs(trailingOnly = TRUE)
data <- args[1]; survey <- args[2]; out <- args[3]
options(encoding = "UTF-8")
book <- jsonlite::fromJSON(file.path(data, "codebook", paste0(survey, ".json")), simplifyVector = FALSE)

# What a number's question has beside numbers: in SPSS -97 and -98 with labels.
reasons <- function(field) {
  missing <- Filter(function(one) nzchar(one$value), field$missingValues)
  data.frame(
    code = vapply(missing, `[[`, "", "value"), number = vapply(missing, function(one) if (one$reason == "dont_know") -97 else -98, 0), label = vapply(missing, `[[`, "", "label"))
}

codes <- function(field) {
  values <- vapply(field$categories, `[[`, "", "value")
  yes_no <- length(values) == 2 && setequal(values, c("yes", "no"))
  missing <- Filter(function(one) nzchar(one$value), field$missingValues)
  data.frame(
    code = c(values, vapply(missing, `[[`, "", "value")),
    number = c(if (yes_no) as.integer(values == "yes") else seq_along(values), vapply(missing, function(one) if (one$reason == "dont_know") 97 else 98, 0)),
    label = c(vapply(field$categories, `[[`, "", "label"), vapply(missing, `[[`, "", "label")),
    missing = c(rep(FALSE, length(values)), rep(TRUE, length(missing))))
}

text <- function(path, table, separator, encoding, mark = raw()) {
  lines <- c(paste(names(table), collapse = separator), do.call(paste, c(unname(as.list(table)), sep = separator)))
  bytes <- iconv(paste0(paste(lines, collapse = "\r\n"), "\r\n"), "UTF-8", encoding, toRaw = TRUE)[[1]]
  writeBin(c(mark, bytes), path)
}

for (resource in book$resources) {
  name <- if (resource$name == "responses") "answers" else "frame"
  fields <- resource$schema$fields
  rows <- read.csv(file.path(data, "synthetic", survey, paste0(resource$name, ".csv")), colClasses = "character", na.strings = NULL, check.names = FALSE, encoding = "UTF-8")
  at <- function(ending) file.path(out, paste0(name, ending))
  asked <- vapply(fields, function(field) if (is.null(field$question)) field$title else field$question, "")
  labels <- numbers <- rows
  spss <- list()
  for (field in fields) {
    column <- rows[[field$name]]
    if (is.null(field$categories) && field$type == "string") {
      spss[[field$name]] <- column
    } else if (is.null(field$categories)) {
      list <- reasons(field)
      place <- match(column, list$code)
      labels[[field$name]] <- ifelse(is.na(place), column, list$label[place])
      spss[[field$name]] <- suppressWarnings(ifelse(is.na(place), as.numeric(column), list$number[place]))
      if (nrow(list) > 0) spss[[field$name]] <- haven::labelled_spss(spss[[field$name]], stats::setNames(list$number, list$label), na_values = list$number)
    } else {
      list <- codes(field)
      place <- match(column, list$code)
      labels[[field$name]] <- ifelse(is.na(place), "", list$label[place])
      numbers[[field$name]] <- ifelse(is.na(place), "", format(list$number[place], trim = TRUE))
      spss[[field$name]] <- haven::labelled_spss(list$number[place], stats::setNames(list$number, list$label), na_values = if (any(list$missing)) list$number[list$missing])
    }
    attr(spss[[field$name]], "label") <- if (is.null(field$question)) field$title else field$question
  }

  text(at("-codes.csv"), rows, ",", "UTF-8")
  text(at("-labels.csv"), stats::setNames(labels, asked), ";", "UTF-8", as.raw(c(0xEF, 0xBB, 0xBF)))
  haven::write_sav(as.data.frame(spss, check.names = FALSE), at("-numbers.sav"))
  sheet <- labels
  for (field in Filter(function(field) field$type %in% c("integer", "number") && nrow(reasons(field)) == 0, fields)) sheet[[field$name]] <- as.numeric(sheet[[field$name]])
  sheet[] <- lapply(sheet, function(column) if (is.character(column)) ifelse(nzchar(column), column, NA) else column)
  openxlsx::write.xlsx(stats::setNames(sheet, asked), at("-excel.xlsx"))
  text(at("-semicolons.csv"), stats::setNames(labels, asked), ";", "CP1252")
  text(at("-tabs.tsv"), numbers, "\t", "UTF-16LE", as.raw(c(0xFF, 0xFE)))
}
