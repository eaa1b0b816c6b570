from winset.dates import Edtf
def days(text, date, blocks, pieces, said):
    return ()
def stated_days(text): return []
