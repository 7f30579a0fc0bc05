"""The plan as open data: files, an interface for programs, and the catalogue that tells of both.

What there is stands once, in `datasets`: everything else reads it there.
"""
