"""The model file: TOML in, with every fault at once, and TOML out."""
