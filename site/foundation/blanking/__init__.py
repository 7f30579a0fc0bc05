"""Blanking a wording for good in what is stored of a page: personal data that should not be kept."""
