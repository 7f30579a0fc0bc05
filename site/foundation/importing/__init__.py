"""What all imports share: reading files that may be anything, refusing them, and the editor's form."""
