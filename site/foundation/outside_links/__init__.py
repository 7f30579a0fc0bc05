"""Links to other websites: where they stand, and whether they still lead anywhere."""
