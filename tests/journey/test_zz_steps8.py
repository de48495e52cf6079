import collections, time as T
from tests.journey import fortnight
C = collections.Counter(); TT = collections.Counter()
orig = fortnight.Fortnight._go
async def go(self, to):
    here = self.here
    rows = await here.companion.database.pool.fetch("select entrypoint, payload from queue.pgqueuer where status='queued' and execute_after - statement_timestamp() <= $1 order by execute_after", to - here.companion.clock())
    k = ",".join(sorted({r["entrypoint"] + ("-ben" if fortnight.BEN.id in r["payload"].decode() else "") for r in rows} - {"sweep","watch","watch-ben"})) or "-"
    t = T.monotonic(); await orig(self, to); C[k]+=1; TT[k]+=T.monotonic()-t
fortnight.Fortnight._go = go
from tests.journey.test_first_two_weeks import *
from tests.journey.test_first_two_weeks import _play
def test_zz_steps(played):
    for k, n in C.most_common(): print('STEP', k, n, round(TT[k],1))
    print("TOTAL", sum(C.values()), round(sum(TT.values()),1))
