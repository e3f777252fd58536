"""How it is said: templates, compiled once, become typed blocks.

``blocks`` is what every later layer reads and imports nothing heavy;
``templates`` is the way in; ``values`` is what a template may see.
"""
