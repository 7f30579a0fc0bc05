"""What Swedish text needs: dates in words, the order of the alphabet, plain addresses."""
