"""What annotations say: where they stand, of objects, in source and in stubs, and what they mean."""
