"""Source that is read and not run: the expressions of an input, the bodies of functions and classes."""
