"""Taking figures of an indicator from files: Kolada's JSON, BRÅ's workbooks, plain tables."""
