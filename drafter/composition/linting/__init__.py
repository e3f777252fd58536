"""What is wrong with templates, found before any case is read.

``lint`` is the way in; ``shapes`` and ``fields`` know what a name may stand for, ``checker``
walks the templates of an edition with that, ``law`` and ``reach`` look at the files alone.
"""
