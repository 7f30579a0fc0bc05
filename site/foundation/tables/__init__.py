"""Tables in files as people keep them: Excel workbooks and text with separators."""
