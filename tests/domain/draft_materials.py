"""Material for many drafts, as varied as real clients are, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from sidecar.domain.followups.draft import Addressee, Agreed, Called, DraftKind, Form, Material, Point, WayIn
from sidecar.domain.followups.gate import Circle

READ_BY_CHECKERS: Final = ("en", "de")
"""Languages of which a dictionary is here, so that two checkers can read the drafts."""
FIRST: Final = [
    "Aiko",
    "Rafael",
    "Priya",
    "Zsófia",
    "Björn",
    "Siobhán",
    "Chidi",
    "Yusuf",
    "Mei-Ling",
    "Jürgen",
    "Aaliyah",
    "Tomás",
    "Ngọc",
    "Øystein",
    "Renée",
    "Ioana",
    "Kwame",
    "Saoirse",
    "Mateusz",
    "Fatima",
    "Lars",
    "Anjali",
    "Dmytro",
    "Hye-jin",
    "Paolo",
    "Ana",
    "Łukasz",
    "Noor",
    "Camille",
    "Viktor",
    "Amara",
    "Jan",
    "Sölvi",
    "Leila",
    "Andrés",
    "Ingrid",
    "Bao",
    "Elif",
]
LAST: Final = [
    "Tanaka",
    "Ibáñez",
    "Raghunathan",
    "Szabó",
    "Lindqvist",
    "O’Connell",
    "Okonkwo",
    "Demir",
    "Chen",
    "Müller",
    "Haddad",
    "García Márquez",
    "Nguyễn",
    "Haugen",
    "Lefèvre",
    "Popescu",
    "Mensah",
    "Byrne",
    "Kowalczyk",
    "Al-Sayed",
    "van den Berg",
    "Deshpande",
    "Shevchenko",
    "Park",
    "Di Stefano",
    "Sørensen",
    "Wójcik",
    "Rahman",
    "Dubois",
    "Novák",
    "Eze",
    "de Vries",
    "Jónsdóttir",
    "Karimi",
    "Castro",
    "Dahl",
    "Tran",
    "Yıldız",
]
COMPANIES: Final = [
    "Kestrel Pumps",
    "Brightwater Organics",
    "Nordlys Kraft",
    "Halvorsen Marine",
    "Tessellate Labs",
    "Okoye Textiles",
    "Fjord & Sons",
    "Café Lumière",
    "Sunfield Dairy",
    "Van Houten Logistics",
    "Blauwerk",
    "Quercus Timber",
    "Meridian Freight",
    "Adatum",
    "Lumo Health",
    "Zelena Energija",
    "Ironbark",
    "Pacific Loom",
    "Granite & Vale",
    "Hanseatic Tools",
    "Silverbrook",
    "Tidewater Rail",
    "Corvid Analytics",
    "Maple Ridge",
    "Ostara",
    "Palmetto Glass",
]
PROJECTS: Final = {
    "en": [
        "New sensors in the north plant",
        "Spring collection",
        "Migration of the price lists",
        "Pilot in the second warehouse",
        "Winter stock",
        "Training for the night shift",
        "Cold chain monitoring",
        "New packing line",
        "Supplier portal",
        "Energy audit",
        "Harvest planning",
        "Replacement of the old scanners",
        "Label printing",
        "Return process",
        "Spare parts contract",
        "Roof inspection",
        "Route planning",
        "Annual maintenance",
        "Dashboard for the store managers",
        "Water treatment",
        "Fleet tablets",
        "Hotel booking system",
        "Recipe database",
    ],
    "de": [
        "Einführung der Sensoren",
        "Katalog für das Frühjahr",
        "Umzug der Preislisten",
        "Probelauf im zweiten Lager",
        "Schulung der Nachtschicht",
        "Neue Packstraße",
        "Energieprüfung",
        "Ernteplanung",
        "Ersatz der alten Scanner",
        "Etikettendruck",
        "Rücksendungen",
        "Wartungsvertrag",
        "Dachprüfung",
        "Tourenplanung",
        "Wasseraufbereitung",
        "Portal für Lieferanten",
        "Anzeige für die Filialen",
        "Verwaltung der Rezepte",
    ],
}
POINTS: Final = {
    "en": [
        "send the updated price list",
        "name somebody for the test",
        "check the network in hall three",
        "send photos of the old labels",
        "agree on a date for the audit",
        "find out who signs the order",
        "compare the two offers",
        "book the room for the training",
        "count the scanners in the second warehouse",
        "ask the lawyers about the contract",
        "return the signed form",
        "decide between the two suppliers",
        "measure the distance to the gate",
        "describe the fault with the printer",
        "share the figures of last winter",
        "send the drawing of the roof",
        "give us access to the test system",
        "order the spare parts",
        "write down the steps of the return process",
        "explain the new tax number",
        "collect the wishes of the drivers",
        "test the tablets in the rain",
        "set up an account for the new colleague",
        "repeat the measurement on the second line",
        "translate the safety rules",
        "tell the store managers about the change",
        "look for a quieter place for the pump",
    ],
    "de": [
        "die neue Preisliste schicken",
        "jemanden für die Probe nennen",
        "das Netz in Halle drei prüfen",
        "Bilder der alten Etiketten senden",
        "einen Tag für die Prüfung festlegen",
        "die beiden Angebote vergleichen",
        "den Raum für die Schulung buchen",
        "die Scanner im zweiten Lager zählen",
        "das unterschriebene Blatt zurückschicken",
        "die Zeichnung des Daches senden",
        "den Fehler am Drucker beschreiben",
        "die Zahlen vom letzten Winter teilen",
        "die Ersatzteile bestellen",
        "die Wünsche der Fahrer sammeln",
        "die Messung an der zweiten Linie wiederholen",
        "einen ruhigeren Platz für die Pumpe suchen",
    ],
}
CONCERNS: Final = {
    "en": [
        "I am not sure that the date will hold.",
        "We tried something like this before, and it did not work.",
        "My team has no time for another system.",
        "What happens to our data if we stop?",
        "The price is higher than we planned.",
        "I do not see how this helps the drivers.",
        "Who answers when it breaks at night?",
    ],
    "de": [
        "Ich bin nicht sicher, ob der Tag hält.",
        "So etwas haben wir schon versucht, und es ging nicht gut.",
        "Meine Leute haben keine Zeit für noch ein System.",
        "Wer hilft, wenn es nachts ausfällt?",
        "Der Preis ist höher als geplant.",
    ],
}
BLOCKS: Final = {
    "en": ("I have set up measuring systems for twelve years.", "I have worked with warehouses since 2014.", ""),
    "de": ("Seit zwölf Jahren richte ich Messgeräte ein.", "Ich arbeite seit 2014 mit Lagern.", ""),
}
SNIPPETS: Final = {
    "en": ("Please have the serial number ready.", "A headset helps.", "The test system is at https://vm.example.com/start"),
    "de": ("Bitte die Nummer des Geräts bereithalten.", "Kopfhörer helfen.", "Das Testsystem: https://vm.example.com/start"),
}
MAILED: Final[tuple[DraftKind, ...]] = ("welcome", "thanks", "check_in", "one_to_one", "reschedule", "warn")
PLACES: Final = (
    "Porto", "Linz", "Gdańsk", "Lyon", "Leeds", "Austin", "Osaka", "Pune", "Lagos", "Oslo", "Turin", "Graz", "Aarhus", "Malmö",
    "Cork", "Brno", "Zagreb", "Bilbao", "Nantes", "Utrecht", "Dresden", "Boston", "Perth", "Lima", "Quito", "Accra", "Cluj",
)  # fmt: skip
DAY: Final = date(2026, 11, 23)


def materials(count: int, seed: int = 7, kinds: tuple[DraftKind, ...] = MAILED) -> Iterator[tuple[Material, Circle]]:
    """So many drafts to be written, each for a client of its own, with whom it may address."""
    random = Random(seed)  # noqa: S311
    for number in range(count):
        yield _one(random, number, kinds[number % len(kinds)])


def _one(random: Random, number: int, kind: DraftKind) -> tuple[Material, Circle]:
    language = READ_BY_CHECKERS[(number // len(MAILED)) % len(READ_BY_CHECKERS)]
    company = random.choice(COMPANIES)
    domain = f"client{number}.example.com"
    names = [f"{random.choice(FIRST)} {random.choice(LAST)}" for _ in range(random.choice((1, 1, 1, 2, 3)))]
    names = list(dict.fromkeys(names))
    to = tuple(Addressee(address=f"person{at}@{domain}", name=name) for at, name in enumerate(names))
    me = f"{random.choice(FIRST)} {random.choice(LAST)}"
    points, project = list(POINTS[language]), f"{random.choice(PROJECTS[language])}, {random.choice(PLACES)}"
    random.shuffle(points)
    met_on = DAY - timedelta(days=random.randrange(1, 80))
    made = Material(
        kind=kind, client=domain, client_name=company, me=me, language=language, to=to, form=_form(random, to), subject=project,
        project=project if random.random() < 0.8 else "", when="Mon 30 Nov, 14:00 (Berlin, UTC+1)", met_on=met_on,
        next_on=random.choice(("", "Mon 7 Dec, 10:00 (Berlin)")),
        way_in=WayIn(url=f"https://teams.microsoft.com/l/{number}", number=random.choice(("", "+49 30 123456")), code="123 456#"),
        blocks=tuple(one for one in (random.choice(BLOCKS[language]),) if one),
        snippets=tuple(random.sample(SNIPPETS[language], random.randrange(3))),
        decisions=tuple(random.sample(points, random.randrange(3))),
        promises=tuple(_agreed(random, points[at], names) for at in range(random.randrange(4))),
        points=tuple(_point(random, points[-1 - at], met_on) for at in range(random.choice((0, 1, 1, 2, 3)))),
        concern=random.choice(CONCERNS[language]), late=Agreed(side="ours", what=points[0], due_on=random.choice((None, DAY))),
        new_on=random.choice((None, DAY + timedelta(days=9))), slot=random.choice(("", "Tue 1 Dec, 09:00 (Berlin)")),
        seed=str(number),
    )  # fmt: skip
    if not made.points and not made.project:
        made = replace(made, project=project)
    elsewhere = {f"client{other}.example.com": company for other in (number - 1, number + 1)}
    circle = Circle(people={one.address: one.name for one in to}, ours=(me,), companies=(company,), elsewhere=elsewhere)
    return made, circle


def _form(random: Random, to: tuple[Addressee, ...]) -> Form:
    called = {}
    for one in to:
        first, _, last = one.name.partition(" ")
        ways = (Called(how="first", text=first), Called(how="full", text=one.name), Called(how="titled", text=f"Dr. {last}"))
        called[one.address] = random.choice(ways)
    return Form(you=random.choice(("sie", "du")), called=called, is_known=True)


def _point(random: Random, text: str, met_on: date) -> Point:
    due_on = DAY + timedelta(days=random.randrange(40)) if random.random() < 0.4 else None
    return Point(text=text, side=random.choice(("theirs", "ours", "parked")), day=met_on, due_on=due_on)


def _agreed(random: Random, what: str, names: list[str]) -> Agreed:
    side = random.choice(("ours", "theirs"))
    return Agreed(
        side=side, what=what, who=random.choice(names) if side == "theirs" else "",  # type: ignore[arg-type]
        due_on=random.choice((None, DAY + timedelta(days=random.randrange(30)))),
    )  # fmt: skip
