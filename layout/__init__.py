"""Banxin 版心: structured content in, a print-ready newspaper page out."""

__version__ = "0.1.0"
