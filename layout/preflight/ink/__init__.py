"""How much ink comes onto the paper: the page composed plate by plate, and measured."""
