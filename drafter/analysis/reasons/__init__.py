"""Every reason of a case: the rules of its court and the effects of its evidence, on its facts."""
