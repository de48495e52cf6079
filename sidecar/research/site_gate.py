"""Pages that are no company's page at all: parked, under construction, behind a captcha, a cookie wall, a login or an error."""

from __future__ import annotations

import re
from typing import Final

from sidecar.domain.company import Unread
from sidecar.research.site_text import Seen

LITTLE: Final = 900
"""Letters of visible text below which a page may be nothing but a notice."""
VERY_LITTLE: Final = 40


def _compiled(shapes: tuple[tuple[Unread, str], ...]) -> tuple[tuple[Unread, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(shape, re.IGNORECASE)) for kind, shape in shapes)


_IN_TITLE: Final[tuple[tuple[Unread, re.Pattern[str]], ...]] = _compiled((
    ("captcha", r"^just a moment|^attention required|^one more step|^please wait\b|^robot check|^are you (?:a )?(?:human|robot)"
                
        r"|^verify(?:ing)? (?:you are|your browser)|^security check|^checking your browser|^ddos-guard"
        r"|captcha|^access to this page has been denied"
        
                
        r"|^pardon our interruption|^bot verification|^human verification|^einen moment, bitte"
        r"|^un momento…|^un instant…|^sicherheitsüberprüfung"
        ),
    ("error", 
        r"^(?:error\s*)?(?:40[0134]|410|429|50[0234]|52\d)\b|\b(?:error|fehler|erreur)\s*(?:40\d"
        r"|50\d)\b|^(?:4|5)0\d[ :–-]|^(?:page |site )?not found$"
        
              
        r"|^page (?:not|introuvable)|^seite nicht gefunden|^page non trouvée|^página no encontrada"
        r"|^pagina non trovata|^access denied|^forbidden$"
        
              
        r"|^bad gateway|^service (?:temporarily )?unavailable|^internal server error|^account suspended"
        r"|^site not found|^website not found"
        
              
        r"|^(?:database|fatal) error|^error establishing|^object not found|^oops|^nothing found"
        r"|^pagina niet gevonden|^sidan (?:kunde inte )?hitta"
        
              r"|^nie znaleziono|ページが見つかりません|^页面不存在|页面未找到|^404"),
    ("placeholder", 
        r"^welcome to nginx|^apache2? .*default page|^apache http server test|^iis(?: windows)? ?server"
        r"|^test page for|^index of /|^default (?:web ?site|page)"
        
                    
        r"|^plesk|^default plesk|^coming soon|^under construction|^website under construction"
        r"|^maintenance|^site (?:under )?maintenance|wartungs(?:modus|arbeiten)"
        
                    
        r"|^in bearbeitung|^en construction|^en construcción|^em construção|^in costruzione|^w budowie"
        r"|^準備中|^hello world!?$|^it works!?$"
        
                    
        r"|^future home of|^(?:web)?site (?:is )?coming soon|^launching soon|^we.ll be (?:right )?back"
        r"|^scheduled maintenance"
        
                    r"|^strona w budowie|^yapım aşamasında|^メンテナンス|^default website|^hier entsteht"),
    ("parked", 
        r"domain (?:is |name )?(?:may be )?for sale|(?:is|may be) for sale[.!|]|domain (?:name )?(?:parking"
        r"|parked)|parked (?:domain|free)|domain steht zum verkauf"
        
               
        r"|diese domain|domain kaufen|buy this domain|hugedomains|sedo\b|dan\.com|afternic|dominio en venta"
        r"|dominio in vendita|domaine à vendre|domena na sprzedaż"
        
               
        r"|this domain|godaddy.*(?:parked|coming)|related searches$|domain(?:\.\w+)? verkauf"
        r"|domain reserviert|registered at"
        ),
    ("login", 
        r"^(?:log ?in|sign ?in|anmelden|anmeldung|login|einloggen|connexion|se connecter|iniciar sesión"
        r"|accedi|inloggen|zaloguj|logga in|entrar|giriş|ログイン|登录)"
        
              r"(?:$|[\s|–—:·-])|outlook web app|webmail|^sign in to your account"),
    ("consent", 
        r"^before you continue|^bevor sie fortfahren|^cookie(?: consent|-?einstellungen| wall)"
        r"|^consent|^datenschutzeinstellungen|^privacy (?:gate|choices)"
        
                r"|^we value your privacy|zustimmung erforderlich|^avant de continuer|^cookies?$"),
))  # fmt: skip
_IN_TEXT: Final[tuple[tuple[Unread, re.Pattern[str]], ...]] = _compiled((
    ("captcha", 
        r"checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human"
        r"|complete the (?:captcha|security check)"
        
                
        r"|enable javascript and cookies to continue|unusual traffic|are you a robot|i.m not a robot"
        r"|ich bin kein roboter|needs to review the security"
        
                
        r"|prove (?:that )?you.re (?:a )?human|not a (?:ro)?bot|ray id|bestätigen sie, dass sie ein mensch"
        r"|je ne suis pas un robot|no soy un robot|我不是机器人|人机验证|安全验证"
        ),
    ("parked", 
        r"domain (?:name )?is (?:for sale|parked|available for purchase|registered)|(?:buy|acquire"
        r"|purchase|inquire about) this domain|this domain (?:may be|is) (?:for sale|parked|available"
        r"|expired|has expired)"
        
               
        r"|(?:diese|die) domain(?: \S+)? (?:steht zum verkauf|ist (?:geparkt|registriert|zu verkaufen"
        r"|reserviert|erreichbar))|zum verkauf stehende|related searches|sponsored listings"
        
               
        r"|parked (?:free|by|domain)|domain parking|dieser domain|domaine est (?:à vendre|réservé"
        r"|parqué|enregistré)|dominio (?:está|è) (?:en venta|in vendita|parcheggiato|aparcado)"
        
               
        r"|the domain owner|make an offer|domena (?:jest )?(?:na sprzedaż|zaparkowana)|alan adı"
        r"|ドメイン.{0,12}(?:販売|売|取得)|域名.{0,8}(?:出售|转让)|webseite wurde noch nicht|domainfactory|udrp"
        ),
    ("placeholder", 
        r"under construction|coming soon|launching soon|hier entsteht|im aufbau|wird (?:derzeit "
        r"|gerade )?(?:überarbeitet|gewartet|aktualisiert)|wartungsarbeiten|(?:site|page) en construction"
        
                    
        r"|en construcción|em construção|in costruzione|w budowie|in (?:aanbouw|onderhoud)|under uppbyggnad"
        r"|準備中|メンテナンス中|建设中|建設中|قيد الإنشاء|yapım aşamasında|successfully installed"
        
                    
        r"|this is the default (?:web|welcome) page|web server is working|server is successfully installed"
        r"|back (?:soon|shortly)|scheduled maintenance|neue website.{0,30}(?:bald|demnächst|in kürze)"
        
                    
        r"|default page|no content (?:has been )?(?:uploaded|added)|website is almost here|bientôt"
        r"|próximamente|prossimamente|ми скоро|скоро (?:откр|здесь)|на реконструкции|сайт в разработке"
        ),
    ("error", 
        r"page (?:you .{0,40})?(?:was|could|can) ?not (?:be )?found|seite (?:konnte )?(?:wurde )?nicht gefunden"
        r"|page (?:demandée )?(?:est )?introuvable|404 not found|error 404|404 error|access denied"
        
              
        r"|you don.t have permission|internal server error|temporarily unavailable|account (?:has been )?suspended"
        r"|página no (?:existe|encontrada)|pagina non (?:è stata )?trovata|bandwidth limit"
        
              
        r"|website is (?:not available|unavailable|offline)|ページは見つかりません|ページが見つかりません|does not exist"
        r"|existiert nicht|could not be found|datenbankfehler|database connection"
        ),
    ("consent", 
        r"(?:accept|akzeptier|accepter|aceptar|accett|accepteer|zaakceptuj|godkänn|aceitar|同意).{0,40}(?:cookies?"
        r"|continue|weiter|all|alle|tout|todas|tutt)|cookies?.{0,200}(?:accept|akzeptier|accepter"
        r"|aceptar|accett|zustimm)"
        
                r"|mit werbung|before you continue|consent to|zustimmen und weiter|einwilligung|werbefrei"),
    ("login", 
        r"forgot (?:your )?password|passwort vergessen|mot de passe oublié|olvid(?:ó|aste) (?:su"
        r"|tu) contraseña|password dimenticata|wachtwoord vergeten|nie pamiętasz hasła|esqueceu"
        ),
    ("script_only", 
        r"(?:enable|activate|requires?|aktivieren|activer|habilit\w+|turn on).{0,20}javascript"
        r"|javascript (?:is |to be )?(?:required|enabled|disabled|deaktiviert)"
        ),
))  # fmt: skip


def why_unread(page: Seen) -> Unread | None:
    """Why a page tells nothing about whose it is; None for a page that does."""
    bodies = [block for block in page.blocks if block.zone != "overlay"]
    text = " ".join(block.text for block in bodies)
    told = sum(not letter.isspace() for letter in text)
    if told < LITTLE * 2 and (kind := _first(_IN_TITLE, page.title)):
        return kind
    whole = page.text
    if told < LITTLE and (kind := _notice(page, whole)):
        return kind
    if told < VERY_LITTLE:
        return _empty(page, whole)
    return "script_only" if told < 200 and _is_shell(page, text) else None


def _notice(page: Seen, text: str) -> Unread | None:
    """A short page that is nothing but a notice; a short page that only mentions one has other things to say."""
    heads = " ".join(block.text for block in page.blocks if block.tag in ("h1", "h2", "title"))
    for kind, shape in _IN_TEXT:
        found = shape.search(text)
        if not found:
            continue
        if kind == "login":
            return kind if page.has_password and len(text) < 400 else None
        if kind == "consent":
            return kind if _share_about_consent(page) > 0.6 else None
        if kind in ("placeholder", "error") and len(text) > 450 and not shape.search(heads):
            continue
        return kind
    return "login" if page.has_password and len(text) < 300 else None


def _share_about_consent(page: Seen) -> float:
    about = re.compile(
        r"cookie|consent|privacy|datenschutz|tracking|zustimm|akzeptier|partner|zwecke|personenbezogen"
        r"|werbung|accept|consent|données|datos|dati",
        re.I,
    )
    letters = [(len(block.text), block.zone == "overlay" or bool(about.search(block.text))) for block in page.blocks]
    return sum(count for count, is_about in letters if is_about) / max(1, sum(count for count, _ in letters))


def _empty(page: Seen, text: str) -> Unread:
    if page.script_size > 500 or re.search(r'<div[^>]+id=["\']?(?:root|app|__next|__nuxt|main)\b|<app-root', page.html):
        return "script_only"
    return "consent" if len(text) > 200 else "empty"


def _is_shell(page: Seen, text: str) -> bool:
    return bool(_first(_IN_TEXT[-1:], text)) or (
        bool(re.search(r'<div[^>]+id=["\']?(?:root|app|__next|__nuxt)["\' >]|<app-root', page.html)) and page.script_size > 2000
    )


def _first(shapes: tuple[tuple[Unread, re.Pattern[str]], ...], text: str) -> Unread | None:
    return next((kind for kind, shape in shapes if shape.search(text)), None)
