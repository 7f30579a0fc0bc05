"""Articles from a municipality's old website, read into drafts."""
