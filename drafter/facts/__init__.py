"""What the record shows: moments as intervals, the timeline, the evidence index, gaps.

``record.record_of`` places a case file in time and gives a ``Record``, the one thing
that analysis reads.  ``moments.Moment`` and ``intervals.Span`` are bounds in UTC;
``gaps.Gap`` is a missing fact; ``surrender.SurrenderTimeline`` has the steps from the
threat to the arrest; ``disclosure.reader_of`` says who may see a fact.
"""
