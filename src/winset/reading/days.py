

def days(text, date, blocks, pieces, said):
    return ()
