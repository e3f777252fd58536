"""What the law says: dated, cited records with their marks, in force on a day."""
