"""Names that read like notices, houses under construction, and the notices themselves, in several languages."""

from __future__ import annotations

import pytest

from tests.research.self_made import read

PAGES = {
    '404 festival': (
     None, 'https://festival404.fr/', '404 Festival – Lyon',
     '<h1>404 Festival</h1><p>Electronic music in Lyon, every March. Tickets from May.</p>'),
    '403 coffee': (
     None, 'https://403coffee.ee/', '403 Coffee Roasters',
     '<h1>403 Coffee Roasters</h1><p>Single origin beans roasted in Tallinn.</p>'),
    '500 club': (
     None, 'https://500club.lv/', '500 Club: founders in Riga',
     '<h1>500 Startups Club</h1><p>The club brings founders together in Riga.</p>'),
    'oops': (
     None, 'https://oopskids.pt/', 'Oops Kids – roupa infantil',
     '<h1>Oops Kids</h1><p>Clothes for children, sewn in Porto.</p>'),
    'forbidden city': (
     None, 'https://forbiddencity-leeds.co.uk/', 'Forbidden City Restaurant',
     '<h1>Forbidden City Restaurant</h1><p>Peking duck in Leeds. Open every day from noon.</p>'),
    'just a moment cafe': (
     None, 'https://justamoment.cafe/', 'Just a Moment Café',
     '<h1>Just a Moment Café</h1><p>Cakes and tea in Deal, Kent. Open from nine.</p>'),
    'please wait here': (
     None, 'https://pleasewaithere.com/', 'Please Wait Here | queue design',
     '<h1>Please Wait Here</h1><p>Please Wait Here designs queues and waiting rooms for hospitals.</p>'),
    'hello world school': (
     None, 'https://helloworldschool.be/', 'Hello World',
     '<h1>Hello World</h1><p>Hello World teaches children to code in Ghent.</p>'),
    'under construction DE': (
     None, 'https://bauer-hochbau.de/', 'Bauer Hochbau',
     '<h1>Bauer Hochbau</h1><h2>Im Aufbau: drei Schulen in Kassel</h2><p>Telefon 0561 12345, Kassel.</p>'),
    'cantieri': (
     None, 'https://edilbianchi.it/', 'Edilbianchi',
     '<h1>Edilbianchi</h1><h2>In costruzione: i nostri cantieri</h2><p>Residenza Verde, Parma. Villa '
     'Rosa, Modena.</p>'),
    'w budowie': (
     None, 'https://dombud.pl/', 'Dom-Bud',
     '<h1>Dom-Bud</h1><h2>W budowie: osiedle Zielone</h2><p>Czterdzieści mieszkań w Łodzi.</p>'),
    'jp construction': (
     None, 'https://yamamoto-kensetsu.jp/', '山本建設',
     '<h1>山本建設</h1><h2>建設中：新しいマンション</h2><p>山本建設は住宅を設計しています。</p>'),
    'w budowie strona': (
     'placeholder', 'https://dombud.pl/', 'Dom-Bud',
     '<h1>Strona w budowie</h1><p>Zapraszamy wkrótce.</p>'),
    'costruzione sito': (
     'placeholder', 'https://edilbianchi.it/', 'Edilbianchi',
     '<h1>Sito in costruzione</h1><p>Torneremo presto online.</p>'),
    'tr soon': (
     'placeholder', 'https://demir.com.tr/', 'Demir',
     '<h1>Yapım aşamasında</h1><p>Web sitemiz yakında yayında.</p>'),
    'jp soon': (
     'placeholder', 'https://yamada.jp/', '山田',
     '<h1>ただいま準備中です</h1><p>ホームページは準備中です。</p>'),
    'zh parked': (
     'parked', 'https://kiesewald.cn/', '域名出售',
     '<h1>kiesewald.cn</h1><p>该域名出售，有意者请联系。</p>'),
    'pl parked': (
     'parked', 'https://kiesewald.pl/', 'kiesewald.pl',
     '<h1>kiesewald.pl</h1><p>Domena kiesewald.pl jest na sprzedaż. Złóż ofertę.</p>'),
    'fake company parked': (
     'parked', 'https://kiesewald.com/', 'kiesewald.com domain name is for sale. Inquire now.',
     '<h1>kiesewald.com</h1><p>Kiesewald.com is available for purchase. Get a price in less than 24 '
     'hours.</p><p>Questions? Talk to a domain expert.</p><footer>© 2026 DomainBazaar LLC. A GoDaddy '
     'company.</footer>'),
    'bot maker other domain': (
     None, 'https://www.fencepost.dev/', 'Fencepost',
     '<h1>Stop scrapers</h1><p>Fencepost Ltd builds bot protection. People should never have to verify '
     'you are human dialogs again.</p><footer>© 2026 Fencepost Ltd</footer>'),
    'captcha quote in h1': (
     None, 'https://www.fencepost.dev/', 'Fencepost',
     '<h1>“Verify you are human” is over</h1><p>Fencepost replaces it with a silent check.</p>'),
    'iframe booking': (
     None, 'https://alpenblick-lienz.at/', 'Pension Alpenblick',
     '<h1>Pension Alpenblick</h1><iframe src="https://booking.example/x"></iframe><p>Zimmer mit Frühstück '
     'in Lienz, ganzjährig geöffnet.</p>'),
    'object nested': (
     'frames', 'https://www.acme.com/', 'Acme',
     '<div><div><iframe src="https://x.wixsite.com/acme" '
     'style="width:100%;height:100vh;border:0"></iframe></div></div>'),
}  # fmt: skip


@pytest.mark.parametrize("which", PAGES)
def test_a_page_is_refused_for_what_it_is_and_never_for_what_it_is_called(which: str) -> None:
    kind, url, title, body = PAGES[which]
    assert read(body, url, title=title).unread == kind


NOTICES = {
    "captcha es": ("captcha", "es", "Verificación",
        "<h1>Verifique que es una persona</h1><p>Hemos detectado tráfico inusual desde "
                   "su red. Resuelva el captcha.</p>"),
    "captcha it": ("captcha", "it", "Un momento…", "<h1>Verifica che sei un essere umano</h1><p>Kiesewald.com deve verificare la "
                   "sicurezza della tua connessione prima di procedere.</p>"),
    "captcha fr": ("captcha", "fr", "kiesewald.com",
        "<h1>Prouvez que vous n’êtes pas un robot</h1><p>Nous avons détecté un trafic "
                   "inhabituel provenant de votre réseau.</p>"),
    "captcha fr cloudflare": ("captcha", "fr", "Un instant…",
        "<h1>www.kiesewald.com</h1><p>Vérification que vous êtes humain. Cela "
                              "peut prendre quelques secondes.</p>"),
    "captcha pt": ("captcha", "pt", "Verificação", "<h1>Comprove que não é um robô</h1><p>Resolva o captcha para continuar.</p>"),
    "captcha nl": ("captcha", "nl", "Een moment geduld…", "<h1>Controleer dat u een mens bent</h1>"),
    "captcha pl": ("captcha", "pl", "Weryfikacja",
        "<h1>Sprawdzamy, czy jesteś człowiekiem</h1><p>Może to potrwać kilka sekund.</p>"),
    "parked fr": ("parked", "fr", "Félicitations !",
        "<h1>Félicitations ! Votre domaine kiesewald.com a bien été créé</h1><p>Pour "
                  "mettre en ligne votre site, choisissez un hébergement.</p>"),
    "parked fr reserved": ("parked", "fr", "kiesewald.com", "<h1>kiesewald.com</h1><p>Ce nom de domaine est déjà réservé.</p>"),
    "parked es": ("parked", "es", "kiesewald.com",
        "<h1>Este dominio está registrado</h1><p>Página por defecto del proveedor.</p>"),
    "parked it": ("parked", "it", "kiesewald.com", "<h1>Il dominio kiesewald.com è già registrato</h1>"),
    "parked pt": ("parked", "pt", "kiesewald.com", "<h1>Parabéns! O seu novo domínio está ativo.</h1>"),
    "parked nl": ("parked", "nl", "kiesewald.com", "<h1>Gefeliciteerd met uw domeinnaam!</h1><p>Hier komt uw website.</p>"),
    "parked pl": ("parked", "pl", "kiesewald.com", "<h1>Domena kiesewald.com została zarejestrowana</h1>"),
    "maintenance fr": ("placeholder", "fr", "Kiesewald", "<h1>Site en maintenance</h1><p>Merci de votre patience.</p>"),
    "maintenance fr new": ("placeholder", "fr", "Kiesewald", "<h1>Kiesewald</h1><p>Notre site internet fait peau neuve.</p>"),
    "maintenance es": ("placeholder", "es", "Kiesewald", "<h1>Página en mantenimiento</h1><p>Disculpen las molestias.</p>"),
    "maintenance it": ("placeholder", "it", "Kiesewald", "<h1>Il nostro sito si rinnova</h1><p>Torneremo presto.</p>"),
    "maintenance pt": ("placeholder", "pt", "Kiesewald", "<h1>Estamos em manutenção</h1><p>O site volta dentro de momentos.</p>"),
    "maintenance nl": ("placeholder", "nl", "Onderhoud", "<h1>Even geduld</h1><p>We werken aan de website.</p>"),
    "maintenance nl new": ("placeholder", "nl", "Kiesewald", "<h1>Wij werken aan een nieuwe website</h1><p>Kom snel terug!</p>"),
    "maintenance pl": ("placeholder", "pl", "Kiesewald", "<h1>Przerwa techniczna</h1><p>Strona w trakcie przebudowy.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("which", NOTICES)
def test_a_notice_is_a_notice_in_the_languages_of_its_readers(which: str) -> None:
    kind, lang, title, body = NOTICES[which]
    facts = read(body, "https://www.kiesewald.com/", title=title, lang=lang)
    assert (facts.unread, facts.name) == (kind, None)


LIKE_NOTICES = {
    "a repairer": ("it", "Kiesewald Manutenzioni",
        "<h1>In manutenzione: 300 ascensori</h1><p>Kiesewald ripara ascensori a Lecco.</p>"),
    "a maker of robots": ("es", "Kiesewald", "<h1>¿No eres un robot?</h1><p>Kiesewald fabrica robots para almacenes.</p>"),
    "a beauty parlour": ("fr", "Kiesewald",
        "<h1>Faites peau neuve</h1><p>Votre visage fait peau neuve en une heure, à Dijon.</p>"),
    "a gardener": ("nl", "Kiesewald", "<h1>Uw tuin in onderhoud?</h1><p>Wij snoeien, maaien en planten in Assen.</p>"),
    "a restorer": ("pl", "Kiesewald", "<h1>Prace konserwacyjne</h1><p>Odnawiamy ołtarze i polichromie w Małopolsce.</p>"),
    "a guard of networks": ("es", "Kiesewald",
        "<h1>Kiesewald</h1><p>Kiesewald detecta tráfico sospechoso en redes industriales.</p>"),
    "a tunnel": ("it", "Kiesewald",
        "<h1>La sicurezza della tua connessione</h1><p>Kiesewald cifra il traffico dei piccoli uffici.</p>"),
    "a builder of roads": ("it", "Kiesewald", "<h1>Lavori in corso</h1><p>Asfaltiamo strade e piazze nel Cadore.</p>"),
    "a registrar": ("nl", "Kiesewald",
        "<h1>Is uw domeinnaam al geregistreerd?</h1><p>Kiesewald beheert domeinen voor scholen.</p>"),
    "an accountant": ("fr", "Kiesewald",
        "<form><h2>Connexion</h2><input type=password>Mot de passe oublié ?</form><h1>Vos comptes</h1>"
                      "<p>Kiesewald tient la comptabilité des artisans.</p><footer>Kiesewald SARL, Metz</footer>"),
    "a shop of keys": ("en", "Kiesewald", "<h1>Keys cut while you wait</h1><p>Kiesewald copies keys of cars and old chests.</p>"
                       "<form>Forgot password? <input type=password></form>"),
}  # fmt: skip


@pytest.mark.parametrize("which", LIKE_NOTICES)
def test_a_trade_that_speaks_like_a_notice_is_read(which: str) -> None:
    lang, title, body = LIKE_NOTICES[which]
    assert read(body, "https://www.kiesewald.com/", title=title, lang=lang).unread is None


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Kiesewald</h1><form><input type=password>Passwort vergessen?</form><p>Kiesewald Portal für unsere Kunden "
        "und Partner.</p>",
        "<form><input type=password>Forgot password?</form><p>Kiesewald is where all of our employees sign in.</p>",
    ],
)
def test_a_door_for_members_is_a_door(body: str) -> None:
    assert read(body, "https://www.kiesewald.com/", title="Kiesewald").unread == "login"


CALLED = [
    ("https://plomberie-hardel.fr/", "Plomberie Hardel & Fils, plombier chauffagiste à Angers", "<h1>Votre plombier</h1>",
     "Plomberie Hardel & Fils"),
    ("https://www.avocats-nantes.fr/", "Cabinet Berthier, avocats à Nantes",
     "<header>Cabinet Berthier</header><h1>Le droit, expliqué</h1><footer>Cabinet Berthier</footer>", "Cabinet Berthier"),
    ("https://www.imkerei-vogelsberg.de/", "Imkerei Lindenau, Honig vom Vogelsberg",
     "<h1>Honig vom Rain</h1><footer>Imkerei Lindenau, Am Rain 4, 63679 Schotten</footer>", "Imkerei Lindenau"),
    ("https://www.studiolegalepatrizi.it/", "Studio Legale Patrizi",
     "<h2>Lo Studio</h2><footer>© 2026 Studio Legale Patrizi - P.IVA 01234567890</footer>", "Studio Legale Patrizi"),
    ("https://www.kraus-hamburg.de/", "Kraus Design | Hamburg", "<h1>Form folgt Freude</h1><footer>© 2026 Kraus Design</footer>",
     "Kraus Design"),
    ("https://www.skargardsstiftelsen-ost.se/", "Skärgårdsföreningen Öst",
     "<h1>Skärgårdsföreningen Öst</h1><footer>Skärgårdsföreningen Öst, Hamngatan 2, 593 30 Västervik</footer>",
     "Skärgårdsföreningen Öst"),
    ("https://www.yunshan-bike.com.tw/", "雲山自行車股份有限公司",
     "<h1>騎得更遠</h1><p>雲山自行車股份有限公司 彰化縣和美鎮鎮平路88號</p>", "雲山自行車股份有限公司"),
    ("https://www.smithjones.com/", "Smith, Jones & Partners",
     "<h1>Law for shops and small makers of things</h1>", "Smith, Jones & Partners"),
    ("https://www.acornfurniture.com/", "Acorn Furniture, Inc.",
     "<h1>Chairs of oak and ash for small flats</h1>", "Acorn Furniture, Inc."),
    ("https://www.pipes-and-more.co.uk/", "Plumbing and heating in Leeds", "<h1>Plumbing and heating in Leeds</h1>", None),
    ("https://www.pipes-and-more.co.uk/", "Leeds", "<h1>Leeds</h1><footer>Leeds, LS1 4AB</footer>", None),
]  # fmt: skip


@pytest.mark.parametrize(("url", "title", "body", "name"), CALLED)
def test_a_name_is_told_without_its_trade_and_where_head_and_foot_agree_on_it(
    url: str, title: str, body: str, name: str | None
) -> None:
    assert read(body, url, title=title.replace("&", "&amp;")).name == name
