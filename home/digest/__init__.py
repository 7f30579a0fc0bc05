"""The letter that reminds those responsible of what waits for them."""
