"""From characters to justified lines: shaping, the rules of composition, line breaking."""
