"""From styled text to justified lines: shaping, breaking, justification."""
