"""Four eyes: what one person wrote is approved by another before the public reads it."""
