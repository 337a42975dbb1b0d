# A region a line, a year a column: Rscript growth.R out/claims.csv 有效发明专利
arguments <- commandArgs(trailingOnly = TRUE)
claims <- read.csv(arguments[1], fileEncoding = "UTF-8-BOM", na.strings = "")
found <- claims$indicator == arguments[2] & claims$kind == "level" & claims$status == "actual"
levels <- claims[found, c("report_region", "year", "value")]
table <- tapply(levels$value, list(levels$report_region, levels$year), max)
write.csv(table, quote = FALSE, na = "")
