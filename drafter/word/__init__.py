"""How a document looks: blocks to .docx bytes, and .docx bytes back to text.

``writer.WordWriter`` writes, ``reader.read_blocks`` reads, ``package.digest``
says whether two files are the same draft.  Nothing here touches the disk but
the opening of the office's style file.
"""
