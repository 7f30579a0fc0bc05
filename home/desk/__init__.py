"""The editors' own place in the admin: what they meet first, and the buttons they press most."""
