"""A small landscape painter in NumPy: height fields, light, haze, and four pictures."""
