"""Text as it stands: words, sentences, paragraphs, quotation marks, and lists of words."""
