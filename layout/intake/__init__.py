"""Taking in what others wrote: Word files, Markdown, plain text, ninjs.

Readers turn a file into a :class:`~layout.intake.manuscript.Manuscript`, lines and
pictures in their order; the parts of a page are recognised in it; a folder is written
that builds. Nothing is guessed in silence: every doubt is a finding at its line.
"""
