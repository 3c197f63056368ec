"""The page before anything stands on it: house style, template, grid and dummy."""
