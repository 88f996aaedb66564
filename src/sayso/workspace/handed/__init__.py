"""What the workspace hands on from the packages below it, by name, a file a subject.

Pages and commands know these packages by no other way; a contract holds that.
"""
