"""How a document looks: blocks to .docx bytes, and .docx bytes back to text.

``writing`` and ``reading`` are the two ways; what lies here beside them is the format that both
know.  ``package.digest`` says whether two files are the same draft.  Nothing here touches the
disk but the opening of the office's style file.
"""
