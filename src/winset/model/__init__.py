"""The model: parties, issues, lines and preferences, read from TOML and checked."""
