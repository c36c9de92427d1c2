"""What can be called, and how: signatures, as the prompt shows them, and their parameters."""
