"""From the files that municipalities keep to the pages of the plan."""
