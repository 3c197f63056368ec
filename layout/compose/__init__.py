"""Composing pages: furniture in its frames, text and pictures through the columns."""
