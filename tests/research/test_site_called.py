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
