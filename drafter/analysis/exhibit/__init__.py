"""The surrender-timeline exhibit: what counsel chose to show, if it may leave the office.

``view.exhibit_view`` makes the one thing its template sees; ``checks`` are the gates,
``numbering`` numbers the rows.
"""
