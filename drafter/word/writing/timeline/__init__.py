"""A timeline as Word draws it: ``sheet`` places everything, ``drawing`` writes it down.

``letters`` says how much room words take, ``columns`` spreads their boxes.
"""
