"""The record: documents, passages, and what they say was said, done, agreed and foretold."""
