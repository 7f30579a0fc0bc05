"""How editors do the ten things they do, in the admin, with pictures."""
