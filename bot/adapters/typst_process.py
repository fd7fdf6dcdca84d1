"""Sets one paper, as a process of its own: a template and words in, a PDF out, nothing on disk.

Typst has been seen to panic on rare signs. A panic prints what it was working on, and would end a
bot that had called it; here it ends a process that nobody listens to. Run by `typesetting`, by
path: it uses nothing of ours.
"""

import json
import sys

import typst


def main() -> None:
    """Read {"template": ..., "paper": ...} as JSON from standard input, and write the PDF."""
    order = json.load(sys.stdin.buffer)
    # The words are data beside the template, and never part of it.
    paper = json.dumps(order["paper"])
    # PDF/A-2a (ISO 19005-2, level A): can be kept for long. PDF/UA-1 (ISO 14289-1): can be read
    # aloud from its tags. Typst's own fonts only: the same paper on each machine.
    done = typst.compile(
        order["template"].encode(),
        format="pdf",
        sys_inputs={"paper": paper},
        pdf_standards=["a-2a", "ua-1"],
        ignore_system_fonts=True,
    )
    sys.stdout.buffer.write(done)


if __name__ == "__main__":
    main()
