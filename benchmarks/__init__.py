"""Speed and memory beside peers, as ratios of one interleaved run: ``python -m benchmarks``."""
