"""A region a line, a year a column: python growth.py out/claims.parquet 有效发明专利"""

import sys

import pandas as pd

table, indicator = sys.argv[1:]
claims = pd.read_parquet(table)
levels = claims[(claims.indicator == indicator) & (claims.kind == "level") & (claims.status == "actual")]
print(levels.pivot_table(index="report_region", columns="year", values="value", aggfunc="max").to_csv(), end="")
