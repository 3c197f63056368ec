"""Reading what the editor wrote: issue.yaml, the texts and the pictures beside it.

The only room of the engine that knows YAML and Markdown. What leaves it is
frozen, and every value can be traced to its file, line and column.
"""
