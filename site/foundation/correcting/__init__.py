"""Correcting what stood wrong on a published page, in the open: the form, and the ways to it."""
