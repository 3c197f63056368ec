"""A page's content streams read as a press reads them: marks on paper, in order."""
