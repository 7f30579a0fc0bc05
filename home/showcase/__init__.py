"""Every component and block in all its states, for editors to see and for the tests to check."""
