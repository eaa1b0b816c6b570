"""Who said what: quotations, their speakers, and indirect speech."""
