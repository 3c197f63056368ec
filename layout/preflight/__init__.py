"""Preflight: what a press would find wrong with a finished PDF, ours or anybody's.

:func:`~layout.preflight.check.check_pdf` is the way in. Importing it costs nothing; what
reads PDFs is loaded when it is called.
"""
