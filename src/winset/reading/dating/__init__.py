"""Words that name days, as EDTF."""
