"""Why nothing is taken from a row or a cell."""

from giaoban.catalogues import N_

# A row.
A_GROUP = N_("the sum of several units, or their name")
A_MEAN = N_("an average of other rows, which is worked out of them")
A_TOTAL = N_("a total of other times")
SOME_SUM = N_("a sum of some rows above")
ALL_SUM = N_("a sum of several groups, or of the whole table")
NO_UNIT = N_("a plan, a time or a comparison, and no unit")
NO_TIME = N_("what stands there as its time is none that is understood")
COMPARING = N_("a part of a comparison")
UNNAMED = N_("nothing says what it is of")
UNSURE = N_("it may be a plan, a result or of another time, and nothing says which")
# A cell of a row with figures.
NO_NUMBER = N_("no number that is understood")
A_YEAR = N_("it may be a year: where it is a number, put its unit behind it")
MERGED = N_("merged over several columns or rows")
APART = N_("it is in %, and its row is not")
A_RATE = N_("a number of each year of several, and no target")
A_NOTE = N_("a note")
