"""How it is said: templates, compiled once, become typed blocks.

``blocks`` is what every later layer reads and imports nothing heavy; ``documents`` composes one.
``templating.templates`` is the way in to templates; ``templating.values`` is what one may see.
"""
