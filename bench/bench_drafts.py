"""A thousand drafts over varied material: mistakes by two checkers, names, recipients, and what any two have in common.

German is checked where a dictionary is installed (DICPATH names a folder of Hunspell's), else that is said.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from figures import report

sys.path.insert(0, str(Path(__file__).parents[1]))


def main() -> None:
    """The figures of the issue, each with its promise."""
    from tests.domain.draft_figures import in_turn, measured, shared
    from tests.domain.draft_materials import materials

    many = list(materials(1000))
    began = time.perf_counter()
    found, _ = measured(many)
    took = time.perf_counter() - began
    print(f"{found.drafts} drafts ({dict(found.kinds)}), {took:.1f} s")
    print(f"{found.unchecked} of them are German: read by the dictionary alone, where one is installed")
    for name, told in (
        ("mistakes by the proofreader", found.by_proof), ("words in no dictionary", found.by_dictionary),
        ("wrong names", found.wrong_names), ("wrong recipients", found.wrong_recipients), ("worn phrases", found.worn),
        ("other objections", found.stopped),
    ):  # fmt: skip
        for one in told[:5]:
            print(f"    {one}")
        report(name, [len(told)], f"of {found.drafts} drafts", at_most=0)
    check_ins = list(materials(400, seed=11, kinds=("check_in",)))
    common = shared(check_ins, in_turn(check_ins))
    print(
        f"{len(common)} pairs of check-ins: mean {sum(common) / len(common):.4f}, over .20: {sum(one >= 0.2 for one in common)}"
    )
    report("the most that two clients' check-ins share", [max(common)], "of the 8-word sequences", at_most=0.2)


if __name__ == "__main__":
    main()
