"""What follows from the record and the law: findings derived from reasons, never prose."""
