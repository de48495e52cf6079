"""Self-made pages that look like what they are not: real companies that read like notices, notices like companies."""

from __future__ import annotations

import json

import pytest

from sidecar.research.site import could_not_read, read_page
from tests.research.self_made import read, told

BIG_MARKUP = json.dumps({
    "@context": "https://schema.org", "@type": "Organization", "name": "Larkholt Bindery", "url": "https://www.larkholt.com/",
    "hasOfferCatalog": [{"@type": "Offer", "itemOffered": {"@type": "Service", "name": f"Binding {n}"}} for n in range(60)],
})  # fmt: skip
BIG = f'<script type="application/ld+json">{BIG_MARKUP}</script>'

REAL = {
    "a builder's sites under construction": (
        "<h1>Harrow Build</h1><h2>Under construction: our latest sites</h2>"
        "<p>Harrow Build puts up schools and small clinics in Kent.</p><p>Call us for a visit.</p>",
        "https://www.harrowbuild.co.uk/", "Harrow Build"),
    "a builder who only lists": (
        "<h1>Harrow Build</h1><h2>Under construction: our latest sites</h2><ul><li>Twelve flats, Leeds</li>"
        "<li>Primary school, York</li></ul>", "https://www.harrowbuild.co.uk/", "Harrow Build"),
    "a house coming soon": (
        "<h1>Pell Homes</h1><h2>Coming soon</h2><p>Forty flats by the river in Derby.</p>"
        "<p>Pell Homes develops flats for people who rent.</p>", "https://www.pellhomes.co.uk/", "Pell Homes"),
    "a name that begins with an error": (
        "<h1>404 Brewing Company</h1><p>We brew pale ale and stout in Bath.</p><p>Taproom open Friday to Sunday.</p>",
        "https://www.404brewing.com/", "404 Brewing Company"),
    "a long page with such a name": (
        "<h1>404 Brewing Company</h1>" + "<p>404 Brewing Company brews pale ale, stout and porter in Bath for pubs "
        "and shops all over the West Country, and tours start on the hour.</p>" * 9,
        "https://www.404brewing.com/", "404 Brewing Company"),
    "a maker of bot protection": (
        "<h1>Wardline</h1><p>Wardline stops bots without asking anybody to “verify you are human”.</p>"
        "<p>No more “I'm not a robot” boxes: our service protects shops and banks.</p>",
        "https://www.wardline.io/", "Wardline – bot protection"),
    "a maker of captchas": (
        "<h1>Mildcaptcha</h1><p>Mildcaptcha is a captcha that people like. It asks nobody to verify you are human.</p>",
        "https://www.mildcaptcha.com/", "Mildcaptcha | the captcha people like"),
    "a broker of domains": (
        "<h1>Namewell Brokers</h1><p>Namewell Brokers is an agency for domain names in Dublin.</p>"
        "<p>Somebody holds the name you want? We buy this domain for you and make an offer to the domain owner.</p>"
        '<a href="/about">About us</a> <a href="/contact">Contact</a>',
        "https://www.namewell.ie/", "Namewell Brokers – domain for sale? We find the owner"),
    "a company of maintenance": (
        "<h1>Maintenance Partners</h1><p>Maintenance Partners repairs lifts and doors in hospitals.</p>",
        "https://www.maintenance-partners.be/", "Maintenance Partners"),
    "a company called Login": (
        "<h1>Login Logistik</h1><p>Login Logistik fährt Paletten durch Bayern.</p>",
        "https://www.login-logistik.de/", "Login Logistik GmbH"),
    "who looks for leaks": (
        "<h1>Dripfind</h1><p>Dripfind finds leaks where others said they could not be found.</p>",
        "https://www.dripfind.com/", "Dripfind"),
    "a lock maker": (
        "<h1>Boltmere</h1><p>Access denied: Boltmere makes locks that thieves give up on.</p>",
        "https://www.boltmere.com/", "Boltmere locks"),
    "a maker of cookie banners": (
        "<h1>Bannerly</h1><p>Bannerly builds cookie banners that people accept or refuse with one click.</p>"
        "<p>Consent for cookies, privacy and tracking in one place.</p>", "https://www.bannerly.eu/", "Bannerly"),
    "a baker of cookies": (
        "<h1>Cookies</h1><p>Crumbhall bakes cookies. All cookies are made by hand; we accept all cards.</p>",
        "https://www.crumbhall.com/", "Crumbhall"),
    "a page with much markup": (
        f'<div id="main"><h1>Larkholt Bindery</h1><p>Books bound by hand.</p></div>'
        f'<script type="application/ld+json">{BIG_MARKUP}</script>', "https://www.larkholt.com/", "Larkholt Bindery"),
    "markup in a drawn application": (
        f'<div id="root"><h1>Larkholt Bindery</h1><p>Larkholt binds books by hand for libraries.</p></div>'
        f'<script type="application/ld+json">{BIG_MARKUP}</script><script src="/count.js"></script>',
        "https://www.larkholt.com/", "Larkholt Bindery"),
    "a site builder": (
        "<h1>Baufix Web</h1><p>Baufix Web baut Websites für Handwerker. Hier entsteht Ihre neue Seite in drei Tagen.</p>",
        "https://www.baufix-web.de/", "Baufix Web"),
    "a school of programming": (
        "<h1>Codelane</h1><p>Codelane trains beginners. No JavaScript required, we start from nothing.</p>",
        "https://www.codelane.org/", "Codelane"),
}  # fmt: skip

NOBODYS = {
    "cloudflare": ("captcha", "<h1>www.norvane.com</h1><h2>Verify you are human by completing the action below.</h2>"
                   "<p>norvane.com needs to review the security of your connection before proceeding.</p>",
                   "https://www.norvane.com/", "Just a moment..."),
    "a guard that praises itself": (
        "captcha", "<h1>Checking your browser before accessing norvane.com</h1>"
        "<p>Shieldgate is a leading provider of protection against bots.</p>",
        "https://www.norvane.com/", "Shieldgate"),
    "a question alone": ("captcha", "<p>Please complete the CAPTCHA to go on. We have detected unusual traffic.</p>",
                         "https://www.norvane.com/", "norvane.com"),
    "parked with a market's praise": (
        "parked", "<h1>veldoria.com</h1><p>The domain veldoria.com is for sale.</p><p>DomainBazaar is the leading marketplace "
        "for domains. We offer safe payment and we help you with the transfer.</p><a href='/contact'>Contact</a>",
        "https://www.veldoria.com/", "veldoria.com is for sale | DomainBazaar"),
    "parked under its own name": (
        "parked", "<h1>Veldoria</h1><p>Veldoria is a premium domain name. Buy this domain today.</p>",
        "https://www.veldoria.com/", "Veldoria"),
    "parked in German": ("parked", "<h1>kiesewald.de</h1><p>Diese Domain steht zum Verkauf.</p><p>Wir sind für Sie da.</p>",
                         "https://www.kiesewald.de/", "kiesewald.de"),
    "parked with searches": ("parked", "<h1>Related searches</h1><ul><li>Loans</li><li>Hotels</li></ul>",
                             "https://www.veldoria.com/", "veldoria.com"),
    "not built yet": ("placeholder", "<h1>Acme Pumps</h1><p>Our new website is under construction. We are back soon.</p>"
                      "<p>4 Kings Park, Leeds</p>", "https://www.acmepumps.co.uk/", "Acme Pumps"),
    "soon, under its own name": ("placeholder", "<h1>Acme Pumps is coming soon</h1><p>We are working on our new website.</p>",
                                 "https://www.acmepumps.co.uk/", "Acme Pumps"),
    "not built yet, German": ("placeholder", "<h1>Hier entsteht eine neue Internetpräsenz</h1><p>Wir sind bald für Sie da.</p>",
                              "https://www.kiesewald.de/", "kiesewald.de"),
    "only its heading": ("placeholder", "<h1>Under construction</h1>", "https://www.kiesewald.de/", "Kiesewald"),
    "not found within a company's frame": (
        "error", "<h1>Page not found</h1><p>Try the search.</p><footer>Halmstedt makes doors. © Halmstedt Ltd</footer>",
        "https://www.halmstedt.com/gone", "404 Not Found – Halmstedt"),
    "not found with an excuse": ("error", "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found.</p>",
                                 "https://www.halmstedt.com/gone", "Page not found | Halmstedt"),
    "only scripts": ("script_only", '<div id="root"></div><script src="/a.js"></script>', "https://www.tideglass.com/",
                     "Tideglass"),
    "scripts beside markup": (
        "script_only", f'<div id="root"></div><script src="/a.js"></script>{BIG}',
        "https://www.larkholt.com/", "Larkholt"),
    "asks for scripts": ("script_only", '<div id="app">You need to enable JavaScript to run this app.</div><script src="/a.js">'
                         "</script>", "https://www.tideglass.com/", "Tideglass"),
    "a cookie wall": ("consent", "<h1>We value your privacy</h1><p>We and our partners store cookies and process personal data. "
                      "Accept all cookies to continue, or pay.</p>", "https://www.zeitblick.example/", "Zeitblick"),
    "signing in": ("login", '<form><h1>Sign in</h1><input type="password">Forgot your password?</form>',
                   "https://app.tideglass.com/", "Sign in to Tideglass"),
}  # fmt: skip


REAL |= {
    'car parks': (
        '<h1>Parked</h1><p>Parked runs car parks in Bristol and Bath.</p><p>Your car is parked by people, not '
        'robots.</p>',
        'https://www.parked.co.uk/', 'Parked – car parks in Bristol'),
    'films': (
        '<h1>Coming Soon Films</h1><p>Coming Soon Films distributes documentaries in Ireland.</p><h2>Coming '
        'soon</h2><p>The River</p>',
        'https://www.comingsoonfilms.ie/', 'Coming Soon Films'),
    'links': (
        '<h1>Linkwart</h1><p>Linkwart findet tote Links, bevor Ihre Kunden „Seite nicht gefunden“ lesen.</p>',
        'https://www.linkwart.de/', 'Fehler 404? Nie wieder | Linkwart'),
    'botwall': (
        '<h1>Botwall</h1><p>Botwall schützt Shops in ganz Europa.</p><p>Kein „Ich bin kein Roboter“ mehr.</p>',
        'https://www.botwall.de/', 'Botwall'),
    'botwe': (
        '<h1>Human checks are over</h1><p>We protect shops from bots.</p><p>Nobody has to verify you are human on a '
        'site of ours, and no puzzle is shown to buyers.</p>',
        'https://www.botwall.de/', 'Botwall'),
    'es builder': (
        '<h1>Construcciones Peña</h1><h2>En construcción: nuestras obras</h2><p>Construcciones Peña construye '
        'viviendas en Vigo.</p>',
        'https://www.construccionespena.es/', 'Construcciones Peña'),
    'gelato': (
        '<h1>Gelateria Bianchi</h1><p>Prossimamente: gelato al pistacchio.</p><p>Gelato artigianale nel centro di '
        'Parma dal 1960.</p>',
        'https://www.gelateriabianchi.it/', 'Gelateria Bianchi'),
    'jp menu': (
        '<h1>そば処山田</h1><p>冬メニューは準備中です。</p><p>山田は手打ちそばを提供しています。</p>',
        'https://www.yamada-soba.jp/', 'そば処山田'),
    'lift': (
        '<h1>Liftwerk</h1><p>Liftwerk wartet Aufzüge in Kliniken. Wartungsarbeiten dauern bei uns eine Stunde.</p>',
        'https://www.liftwerk.de/', 'Wartungsarbeiten | Liftwerk'),
    'no-js box': (
        '<div class="no-js">Please enable JavaScript to see all of our site.</div><h1>Pell Homes</h1><p>Pell Homes '
        'develops flats for people who rent.</p><script src=a.js></script>',
        'https://www.pellhomes.co.uk/', 'Pell Homes'),
    'registrar': (
        '<h1>Regisfy</h1><p>Regisfy registers domain names for shops. Is this domain available? Search now.</p>',
        'https://www.regisfy.com/', 'Regisfy | Is this domain available?'),
    'iframe and text': (
        '<h1>Acorn</h1><p>Acorn makes oak furniture for small flats in Wales.</p><iframe src="/x"></iframe>',
        'https://www.acorn.example/', 'Acorn'),
    'not found gallery': (
        '<h1>Not Found Gallery</h1><p>Not Found Gallery shows young painters from Ghent and sells their prints.</p>',
        'https://www.notfoundgallery.be/', 'Not Found Gallery'),
    'maintenance mode music': (
        '<h1>Under Construction</h1><p>Under Construction Records publishes techno from Leipzig.</p>',
        'https://www.underconstruction-records.de/', 'Under Construction Records'),
    'parking firm': (
        '<h1>Parkwell</h1><p>Domain parking? No, car parking: Parkwell operates garages in Graz.</p>',
        'https://www.parkwell.at/', 'Parkwell'),
    'consent lawyers': (
        '<h1>Consent Legal</h1><p>Consent Legal advises shops on cookies, consent and privacy.</p>',
        'https://www.consentlegal.eu/', 'Consent Legal'),
    'password maker': (
        '<h1>Keyhut</h1><p>Keyhut stores passwords for teams. Forgot your password? Not with Keyhut.</p><form><input '
        'type=password></form>',
        'https://www.keyhut.com/', 'Keyhut'),
    'robot toy': (
        '<h1>Robbi</h1><p>Are you a robot? Robbi makes tin toys for children in Sonneberg.</p>',
        'https://www.robbi-toys.de/', 'Robbi Toys'),
    'webdesign de': (
        '<h1>Pixelhof</h1><p>Im Aufbau: drei neue Websites für Winzer.</p><p>Pixelhof gestaltet Websites in '
        'Mainz.</p>',
        'https://www.pixelhof.de/', 'Pixelhof'),
    'short real': (
        '<h1>Maler Huber</h1><p>Malerarbeiten in Passau. Tel. 0851 12345</p>',
        'https://www.maler-huber.de/', 'Maler Huber'),
    'short real no verb soon': (
        '<h1>Bar Lumen</h1><p>Cocktails in Ghent. Open from 6 pm.</p><h2>Coming soon: our summer garden</h2>',
        'https://www.barlumen.be/', 'Bar Lumen'),
    'brokers de': (
        '<h1>Domainhandel Krause</h1><p>Domainhandel Krause vermittelt Domains. Diese Domain kaufen? Wir fragen den '
        'Inhaber.</p>',
        'https://www.domainhandel-krause.de/', 'Domainhandel Krause – Domain kaufen leicht gemacht'),
    'broker we': (
        '<h1>Namewell</h1><p>We are domain brokers in Dublin. We buy this domain for you from its owner; make an '
        'offer today.</p><nav><a href=/about>About us</a><a href=/contact>Contact</a><a '
        'href=/services>Services</a></nav><footer>© 2026 Namewell Ltd</footer>',
        'https://www.namewell.ie/', 'Namewell – domain brokers'),
    'hcaptcha own': (
        "<h1>Stop bots. Start protecting user privacy.</h1><p>Puzzlepass is the leading alternative to asking 'are "
        "you a robot'.</p><p>Verify you are human with a smile.</p>",
        'https://www.puzzlepass.com/', 'Puzzlepass: verify you are human without puzzles'),
}  # fmt: skip
NOBODYS |= {
    'ddosguard': (
        'captcha',
        '<h1>Checking your browser before accessing norvane.com</h1><p>DDoS-Guard is a provider of protection.</p>',
        'https://norvane.com/', 'DDoS-Guard'),
    'fr parked': (
        'parked',
        '<h1>veldoria.fr</h1><p>Le nom de domaine veldoria.fr est à vendre.</p>',
        'https://www.veldoria.fr/', 'veldoria.fr'),
    'es soon': (
        'placeholder',
        '<h1>Sitio en construcción</h1><p>Volvemos pronto.</p>',
        'https://www.pena.es/', 'Peña'),
    'suspended': (
        'error',
        '<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more '
        'information.</p>',
        'https://www.kiesewald.com/', 'Account Suspended'),
    'login tagline': (
        'login',
        '<h1>Sign in</h1><form><input type=password></form><p>Tideglass is a platform for tide tables.</p>',
        'https://app.tideglass.com/', 'Sign in | Tideglass'),
    'cookie wall own name': (
        'consent',
        '<h1>Zeitblick mit Werbung</h1><p>Zeitblick bietet ein Abo ohne Tracking. Wir und unsere Partner verwenden '
        'Cookies und verarbeiten personenbezogene Daten, um Werbung zu zeigen. Alle akzeptieren und weiter.</p>',
        'https://www.zeitblick.de/', 'Zeitblick'),
    'godaddy': (
        'placeholder',
        '<h1>Launching Soon</h1><p>Future home of something quite cool.</p>',
        'https://www.kiesewald.com/', 'kiesewald.com'),
    'expired': (
        'parked',
        '<h1>kiesewald.com</h1><p>This domain has expired. Is this your domain? Renew now.</p>',
        'https://www.kiesewald.com/', 'kiesewald.com'),
    'plesk': (
        'placeholder',
        "<h1>Web Server's Default Page</h1><p>This page is generated by Plesk, the leading hosting automation "
        'software. You see this page because there is no website at this address.</p>',
        'https://www.kiesewald.com/', 'Domain Default page'),
    '522': (
        'error',
        "<h1>Connection timed out</h1><p>The initial connection between Cloudflare's network and the origin web "
        'server timed out.</p>',
        'https://www.norvane.com/', 'norvane.com | 522: Connection timed out'),
    '403': (
        'error',
        '<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>',
        'https://www.norvane.com/', '403 Forbidden'),
    'soft error nl': (
        'error',
        '<h1>Pagina niet gevonden</h1><p>Wij maken bruggen.</p>',
        'https://www.brug.nl/x', 'Pagina niet gevonden - Brug'),
    'soon with taste': (
        'placeholder',
        '<h1>Our new website is coming soon</h1><p>Kiesewald Catering</p><p>Follow us on Instagram</p>',
        'https://www.kiesewald.com/', 'Kiesewald Catering'),
    'wix': (
        'parked|placeholder|error',
        "<h1>Looks like this domain isn't connected to a website yet</h1><p>Is this your domain? Connect it to your "
        'site now.</p>',
        'https://www.kiesewald.com/', 'ConnectYourDomain'),
    'hcaptcha page': (
        'captcha',
        '<p>Please verify you are a human</p><p>Access to this page has been denied because we believe you are using '
        'automation tools to browse the website.</p>',
        'https://www.kiesewald.com/', 'Access to this page has been denied'),
    'de captcha': (
        'captcha',
        '<h1>Sicherheitsüberprüfung</h1><p>Bestätigen Sie, dass Sie ein Mensch sind.</p>',
        'https://www.kiesewald.de/', 'Einen Moment, bitte …'),
    'parked de 2': (
        'parked|placeholder',
        '<h1>Willkommen auf kiesewald.de</h1><p>Diese Domain wurde von unserem Kunden registriert und ist noch nicht '
        'in Verwendung. Diese Webseite wurde noch nicht eingerichtet. DomainFactory bietet Webhosting.</p>',
        'https://www.kiesewald.de/', 'kiesewald.de'),
    'parked strato': (
        'parked|placeholder',
        '<h1>Diese Internetpräsenz wurde soeben freigeschaltet</h1><p>STRATO ist einer der größten Webhoster.</p>',
        'https://www.kiesewald.de/', 'STRATO'),
    'parked own-name we': (
        'parked',
        '<h1>Kiesewald</h1><p>The domain kiesewald.com may be for sale. Contact us to make an '
        'offer.</p><p>Kiesewald.com is available.</p>',
        'https://www.kiesewald.com/', 'Kiesewald.com'),
    'parked pretty': (
        'parked',
        '<h1>Kiesewald.com</h1><p>Kiesewald is a brandable domain name. Get it before someone else does.</p><p>Buy '
        'now for $4,995. We offer safe payment.</p>',
        'https://www.kiesewald.com/', 'Kiesewald.com - premium domain name for sale'),
    'imperva': (
        'error|captcha',
        '<h1>Access denied</h1><p>Error 15. This request was blocked by our security service. Your IP: 1.2.3.4. '
        'Incident ID: 123-456</p>',
        'https://www.norvane.com/', 'Access Denied'),
    'aws waf': (
        'captcha',
        "<p>Let's confirm you are human</p><p>Complete the security check before continuing. This step verifies that "
        'you are not a bot.</p>',
        'https://www.norvane.com/', 'Human Verification'),
    'px': (
        'captcha',
        '<h1>Press & Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 1234</p>',
        'https://www.norvane.com/', 'Access to this page has been denied.'),
    'maint shop': (
        'placeholder',
        "<h1>We'll be back soon!</h1><p>Sorry for the inconvenience but we're performing some maintenance at the "
        'moment.</p><p>— The Team</p>',
        'https://www.norvane.com/', 'Site Maintenance'),
    'maint de': (
        'placeholder',
        '<h1>Wartungsarbeiten</h1><p>Wir sind gleich wieder für Sie da. Unsere Website wird gerade überarbeitet.</p>',
        'https://www.norvane.de/', 'Norvane – Wartungsmodus'),
    'maint own name': (
        'placeholder',
        '<h1>Norvane</h1><p>Norvane is upgrading its website. Please come back soon.</p>',
        'https://www.norvane.com/', 'Norvane'),
    '404 spa': (
        'error',
        '<h1>404</h1><p>This page could not be found.</p>',
        'https://www.norvane.com/a', '404: This page could not be found'),
    '500': (
        'error',
        '<h1>Internal Server Error</h1><p>The server encountered an internal error and was unable to complete your '
        'request.</p>',
        'https://www.norvane.com/', '500 Internal Server Error'),
    'db': (
        'error',
        '<h1>Error establishing a database connection</h1>',
        'https://www.norvane.com/', 'Database Error'),
    'spa text': (
        'script_only',
        '<div id="root"><noscript>x</noscript></div><p>Tideglass © 2026</p><script src=/a.js></script>',
        'https://www.tideglass.com/', 'Tideglass'),
    'flash frames': (
        'frames',
        '<frameset rows="*"><frame src="https://hosting.example/~acme/"><noframes><body>Acme makes pumps. <a '
        'href=x>x</a></body></noframes></frameset>',
        'https://www.acme.com/', 'Acme'),
}  # fmt: skip


@pytest.mark.parametrize("which", REAL)
def test_a_real_company_is_read_though_it_speaks_of_what_notices_say(which: str) -> None:
    body, url, title = REAL[which]
    assert read(body, url, title=title).unread is None


@pytest.mark.parametrize("which", NOBODYS)
def test_a_page_that_is_only_a_notice_is_refused(which: str) -> None:
    kind, body, url, title = NOBODYS[which]
    assert read(body, url, title=title).unread in kind.split("|")


@pytest.mark.parametrize(
    "html",
    [
        '<html><head><title>Old Firm</title></head><frameset><frame src="nav.htm"><frame src="main.htm"></frameset>',
        '<html><title>Old Firm</title><frameset><frame src="a.htm"><noframes>Your browser has no frames.</noframes></frameset>',
        '<html><title>Old Firm</title><body><iframe src="/start.html" width="100%" height="100%"></iframe></body>',
        '<html><title>Old Firm</title><body><div><iframe src="https://elsewhere.example/"></iframe></div><p>Old Firm</p></body>',
    ],
)
def test_a_page_made_of_frames_says_that_it_is(html: str) -> None:
    facts = read_page(html.encode(), "https://www.oldfirm.com/")
    assert facts.unread == "frames" and "frames" in could_not_read(facts.unread, "www.oldfirm.com")


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<frameset><frame src="https://www.sedoparking.com/veldoria.com"></frameset>', "parked"),
        ('<body><iframe src="/_Incapsula_Resource?x=1"></iframe></body>', "captcha"),
        ('<body><iframe src="https://www.googletagmanager.com/ns.html"></iframe></body>', "empty"),
        ("<body></body>", "empty"),
    ],
)
def test_a_frame_around_a_notice_is_that_notice(html: str, kind: str) -> None:
    assert read_page(f"<html><title>Veldoria</title>{html}</html>".encode(), "https://www.veldoria.com/").unread == kind


def test_a_page_nested_deeply_is_read_and_not_called_empty() -> None:
    facts = read("<div>" * 900 + "<p>Acorn makes oak furniture for small flats.</p>", "https://www.acorn.example/", title="Acorn")
    assert "oak furniture" in told(facts)
