"""Which defense it is; § 28; and whether the court has the defense for each count."""
