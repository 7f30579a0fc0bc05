"""How large a table may be, so that whatever file is sent, memory and time stay bounded."""

LARGEST_FILE = 10_000_000
# Unpacked, of all parts of a workbook that are read together. A real plan needs one or two MB.
LARGEST_UNPACKED = 40_000_000
# Of one part that is read as a whole: the texts of the cells, the list of sheets, the styles.
LARGEST_TEXTS = 15_000_000
LARGEST_PART = 3_000_000
MOST_PARTS = 2_000
MOST_SHEETS = 100
MOST_ROWS = 20_000
MOST_COLUMNS = 2_000
MOST_CELLS = 400_000
# Of JSON, whose parts need many times their own size in memory: lists and objects, and what parts them.
MOST_CONTAINERS = 300_000
MOST_PARTS_OF_JSON = 1_000_000
LONGEST_TEXT = 50_000
MOST_MERGES = 20_000

TOO_LONG = (
    f"har fler än {MOST_ROWS:,} rader eller {MOST_CELLS:,} ifyllda rutor. Dela upp den, "
    "eller ta bort det som inte ska importeras."
).replace(",", "\u00a0", 2)
