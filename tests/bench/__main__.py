"""`make bench`: every figure beside a peer or a floor, measured in this run."""

from tests.bench import ask, need, reports, start, store, telegram

PARTS = (
    ("Telegram, beside a bare python-telegram-bot Application", telegram.rows),
    ("The store, beside a bare append-and-sync loop", store.rows),
    ("Reports sent in, beside files that are only written and synced", reports.rows),
    ("Answering, beside nothing: it needs no network", ask.rows),
    ("Hearing a cry for help, by messages nothing was learned from", need.rows),
    ("Starting, beside importing the same libraries", start.rows),
)

if __name__ == "__main__":
    for title, rows in PARTS:
        print(f"\n{title}", flush=True)
        for name, figure in rows():
            print(f"  {name:<64} {figure:>24}", flush=True)
