"""From the display list to files: the PDF for the press and the proof made from it."""
