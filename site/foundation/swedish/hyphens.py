"""Where a long compound may be broken when a heading is wider than a telephone.

Browsers hyphenate Swedish where they have the dictionary; many have none, and then a word is cut
anywhere, without a hyphen. A linking "s" after an ending that makes nouns is a seam that needs no
dictionary: trygghets-undersökningen, tillgänglighets-redogörelse.
"""

import re

SOFT_HYPHEN = "\u00ad"
LONG_WORD = 15

_LONG = re.compile(rf"\w{{{LONG_WORD},}}")
_SEAM = re.compile(
    r"(?<=\w)(hets|nings|ions|skaps|tets|elses|brotts|läges|samhälls|arbets|närings)(?!lig)(?=[^\W\d_]{4})"
    r"|^(brotts|läges|samhälls|arbets|närings)(?!lig)(?=[^\W\d_]{4})",
    re.IGNORECASE,
)


def with_seams(text: str) -> str:
    """The text with a soft hyphen at every seam of its long words; it reads and sounds the same."""
    return _LONG.sub(lambda word: _SEAM.sub(rf"\g<0>{SOFT_HYPHEN}", word[0]), text)
