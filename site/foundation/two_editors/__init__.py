"""Two editors on the same page or contact: nobody's text is lost, whichever way it is saved."""
