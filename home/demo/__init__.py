"""The demonstration: Hagfors plan as the municipality's article tells it, and made-up examples."""
