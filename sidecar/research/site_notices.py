"""What pages say that are no company's page at all, in many languages: regular expressions, by kind of page."""

from __future__ import annotations

import re
from typing import Final

from sidecar.domain.companies.company import Unread


def _compiled(shapes: tuple[tuple[Unread, str], ...]) -> tuple[tuple[Unread, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(shape, re.IGNORECASE)) for kind, shape in shapes)


IN_TITLE: Final[tuple[tuple[Unread, re.Pattern[str]], ...]] = _compiled((
    ("captcha", r"^just a moment|^attention required|^one more step|^please wait\b|^robot check|^are you (?:a )?(?:human|robot)"
                
        r"|^verify(?:ing)? (?:you are|your browser)|^security check|^checking your browser|^ddos-guard"
        r"|captcha|^access to this page has been denied"
        
                
        r"|^pardon our interruption|^bot verification|^human verification|^einen moment, bitte"
        r"|^(?:un|um) momento(?:…|\.\.\.)|^un instant(?:…|\.\.\.)|^sicherheitsüberprüfung|^nur einen moment"
        r"|^een (?:moment|ogenblik)(?: geduld)?(?:…|\.\.\.)|^chwileczkę|^bir dakika lütfen|^okamžik(?:…|\.\.\.)"
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
        
                    r"|^strona w budowie|^yapım aşamasında|^メンテナンス|^default website|^hier entsteht"
        r"|^(?:in |en |em )?(?:wartung|onderhoud|mantenimiento|manutenzione|manutenção|underhåll|vedligeholdelse|údržba"
        r"|karbantartás)\W*$"
        r"|^(?:przerwa techniczna|prace techniczne|onderhoudswerkzaamheden)\W*$"
        r"|^(?:le |notre |il |il nostro |o |el |onze )?(?:site|sito|sitio|web|página"
        r"|website)(?: web)? (?:est )?(?:actuellement )?(?:en|in|em)"
        r" (?:maintenance|construction|refonte|travaux|manutenzione|allestimento|mantenimiento|obras|manutenção|onderhoud)"),
    ("parked", 
        r"domain (?:is |name )?(?:may be )?for sale|(?:is|may be|could be) for sale(?:\s*[.!|–—-]|$)"
        r"|domain (?:name )?(?:parking"
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
IN_TEXT: Final[tuple[tuple[Unread, re.Pattern[str]], ...]] = _compiled((
    ("captcha", 
        r"checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human"
        r"|complete the (?:captcha|security check)"
        
                
        r"|enable javascript and cookies to continue|unusual traffic|are you a robot|i.m not a robot"
        r"|ich bin kein roboter|needs to review the security"
        
                
        r"|prove (?:that )?you.re (?:a )?human|not a (?:ro)?bot|ray id|bestätigen sie, dass sie ein mensch"
        r"|je ne suis pas un robot|no soy un robot|我不是机器人|人机验证|安全验证"
        r"|(?:confirm|verific|verifiqu|demuestr|comprueb|comprob|asegur)\w* (?:de )?que (?:no )?(?:eres|es|seas"
        r"|sea) (?:(?:un|una) )?"
        r"(?:robot|bot|human|persona)|(?:revisar|verificar|comprobar) la seguridad de (?:tu|su|la) conexión"
        r"|tráfico (?:inusual|sospechoso|anómalo) (?:desde|en|de|procedente de) (?:tu|su)\b|comprobando (?:tu|su"
        r"|el) navegador|(?:resuelv|complet|introdu)\w+ (?:el|este) captcha"
        r"|(?:conferm|verific|dimostr)\w* (?:di (?:non )?essere|che (?:non )?(?:sei|sia)) (?:un )?(?:robot|bot|uman"
        r"|essere umano|persona)"
        r"|non sono un robot|traffico (?:anomalo|insolito|sospetto|inconsueto) (?:dalla|sulla|proveniente dalla) (?:tua"
        r"|sua|vostra)\b"
        r"|(?:verificare|controllare|esaminare) la sicurezza della (?:tua |sua )?connessione"
        r"|(?:risolv|complet|inseri)\w+ (?:il|lo|la|questo) (?:captcha|verifica di sicurezza)|(?:controllo"
        r"|verifica) del (?:tuo |suo )?browser"
        r"|que vous (?:êtes (?:bien )?|n.êtes pas )(?:un |une )?(?:robot|bot|humain|être humain|personne)"
        r"|trafic (?:inhabituel|anormal|suspect) (?:depuis|provenant de|sur|en provenance de) (?:votre|ton)\b"
        r"|vérification de (?:votre|la sécurité de votre) (?:navigateur|connexion)"
        r"|(?:vérifier|examiner) la sécurité de votre connexion|(?:résol|complét|rempl|saisi)\w+ le captcha"
        r"|(?:confirm|verifi|prov|comprov)\w* (?:de )?que (?:você )?(?:não )?(?:é|seja) (?:um |uma )?(?:robô|robot|bot"
        r"|human|ser humano|pessoa)"
        r"|não sou um rob[ôo]|tráfego (?:incomum|invulgar|suspeito|anormal) (?:da|na|a partir da) (?:sua|tua)\b"
        r"|(?:verificar|rever|analisar|revisar) a segurança da (?:sua|tua) (?:ligação|conexão)"
        r"|(?:resolv|complet|preench)\w+ o captcha"
        r"|dat (?:u|je|jij) (?:een mens|menselijk|geen (?:ro)?bot)|ik ben geen robot|ongebruikelijk verkeer (?:van|vanaf"
        r"|vanuit) (?:uw|je)\b|(?:los|vul) de captcha"
        r"|(?:controleren|beoordelen|bekijken|controleert).{0,20} beveiliging van (?:uw|je) verbinding"
        r"|beveiliging van (?:uw|je) verbinding.{0,12}(?:controleren|beoordelen|bekijken)|(?:że"
        r"|czy) (?:nie )?jesteś (?:robot|człowiek|bot)|nie jestem robotem|nietypowy ruch (?:z|w|pochodzący z) (?:twoj|pań)"
        r"|(?:sprawdzi\w*|zweryfikowa\w*|weryfik\w+) bezpieczeństw\w+ (?:twojego |swojego )?połączenia|(?:rozwiąż"
        r"|przepisz) (?:captcha|kod|tekst z obrazka)"
        r"|att du (?:är (?:en )?människa|inte är en robot)|jag är inte en robot|at du (?:er (?:et )?menneske|ikke er en robot)"
        r"|že (?:jste|si) člověk|že nejste robot|nejsem robot|robot olmadığını|ben robot değilim|что вы (?:не робот"
        r"|человек)|я не робот"
        r"|ロボットではありません|ロボットではないこと"
        ),
    ("parked", 
        r"domain (?:name )?(?:\S+\.\w+ )?(?:is|may be) (?:for sale|parked|available for purchase|registered)"
        r"|\w\.[a-z]{2,} (?:is|may be) for sale|(?:buy|acquire"
        r"|purchase|inquire about) this domain|(?:this|your) domain (?:has expired|isn.t connected|is not connected|is pending)"
        r"|is this your domain|this domain (?:may be|is) (?:for sale|parked|available"
        r"|expired|has expired)"
        
               
        r"|(?:diese|die) domain(?: \S+)? (?:steht zum verkauf|ist (?:geparkt|registriert|zu verkaufen"
        r"|reserviert|erreichbar))|zum verkauf stehende|related searches|sponsored listings"
        
               
        r"|(?:domaine?|dominio|domínio|domein|domena|domän|domæne|domene) \S+\.\w{2,} (?:est|está|è|é|jest|is|är|er) "
        r"|\w\.[a-z]{2,} (?:est à vendre|está (?:en venta|à venda)|è in vendita|jest na sprzedaż"
        r"|is te koop|steht zum verkauf|ist zu verkaufen|är till salu|er til salg|satılık|прода[её]тся)"
        r"|parked (?:free|by|domain)|domain parking|dieser domain|domaine est (?:à vendre|réservé"
        r"|parqué|enregistré)|dominio (?:está|è) (?:en venta|in vendita|parcheggiato|aparcado)"
        
               
        r"|\b(?:domaine|dominio|domínio|domein(?:naam)?|domena|domän(?:en|namnet)?|domæne(?:t|navnet)?)(?: \S+\.\w{2,})?"
        r" (?:vient d.être|a (?:bien )?été|est|ha sido|está|fue|è stato|è|risulta|foi|está|encontra-se|is|werd|jest"
        r"|została|är|er)"
        r" (?:(?:bien|déjà|ya|già|já|al|już|door \w+ \w+|nu|redan) )?(?:enregistré|réservé|déposé|actif|parqué|registrado"
        r"|reservado|activo|aparcado"
        r"|registrato|riservato|attivo|parcheggiato|registad|registrad|reservad|ativ|estacionad|geregistreerd"
        r"|gereserveerd|actief|geparkeerd"
        r"|zarejestrowan|zarezerwowan|utrzymywan|aktywn|zaparkowan|zajęt|registrer|aktiv|parker)"
        r"|\b(?:félicitations|bravo|enhorabuena|felicidades|congratulazioni|complimenti|parabéns|gefeliciteerd|gratulacje"
        r"|glückwunsch)\b"
        r".{0,30}\b(?:domain|domaine|dominio|domínio|domein|domeinnaam|domena)\b"
        r"|the domain owner|make an offer|domena (?:jest )?(?:na sprzedaż|zaparkowana)|alan adı"
        r"|ドメイン.{0,12}(?:販売|売|取得)|域名.{0,8}(?:出售|转让)|webseite wurde noch nicht|domainfactory|udrp"
        ),
    ("placeholder", 
        r"under construction|coming soon|launching soon|internetpräsenz wurde (?:soeben )?(?:freigeschaltet|eingerichtet)"
        r"|hier entsteht|im aufbau|wird (?:derzeit "
        r"|gerade )?(?:überarbeitet|gewartet|aktualisiert)|wartungsarbeiten|(?:site|page) en construction"
        
                    
        r"|en construcción|em construção|in costruzione|w budowie|in (?:aanbouw|onderhoud)|under uppbyggnad"
        r"|準備中|メンテナンス中|建设中|建設中|قيد الإنشاء|yapım aşamasında|successfully installed"
        
                    
        r"|this is the default (?:web|welcome) page|web server is working|server is successfully installed"
        r"|back (?:soon|shortly)|scheduled maintenance|neue website.{0,30}(?:bald|demnächst|in kürze)"
        
                    
        r"|default page|no content (?:has been )?(?:uploaded|added)|website is almost here|bientôt"
        r"|próximamente|prossimamente|ми скоро|скоро (?:откр|здесь)|на реконструкции|сайт в разработке"
        r"|en (?:cours de )?(?:maintenance|refonte)\b|(?:site|page)\b.{0,30} en (?:cours de )?(?:création|rénovation"
        r"|travaux|développement)\b|fai(?:t|sons) (?:actuellement )?peau neuve"
        r"|en (?:mantenimiento|remodelación|renovación)\b|(?:sitio|web|página).{0,20} en (?:obras|desarrollo)\b"
        r"|tareas de mantenimiento"
        r"|(?:renovando|actualizando|mejorando|rediseñando) (?:nuestra|la|esta|nuestro|el)\b|todavía no hay ningún contenido"
        r"|in (?:manutenzione|allestimento|fase di (?:realizzazione|allestimento|restyling))\b|(?:sito|pagina"
        r"|web)\b.{0,30}lavori in corso"
        r"|(?:sito|pagina) (?:web )?si (?:rinnova|rifà il look|sta rinnovando)|stiamo (?:rinnovando|aggiornando"
        r"|rifacendo)|(?:torneremo|torniamo) (?:online|presto|a breve)"
        r"|em (?:manutenção|remodelação|reformulação)\b|(?:a ser|sendo) (?:renovad|atualizad|remodelad|reformulad)"
        r"|de cara nova|voltamos (?:já|em breve)|voltaremos em breve"
        r"|(?:werken|gewerkt|bezig)\b.{0,12} aan (?:een|onze) (?:nieuwe )?(?:web)?site\b|onderhoudswerkzaamheden"
        r"|nieuw jasje|wordt (?:\w+ )?(?:vernieuwd|bijgewerkt|verbouwd)|onder constructie"
        r"|snel (?:weer )?(?:terug|online)"
        r"|w (?:przebudowie|trakcie (?:budowy|przebudowy|tworzenia|modernizacji))|przerw\w+ techniczn|prace (?:techniczne"
        r"|serwisowe)"
        r"|chwilowo niedostępn|under (?:underhåll|vedligeholdelse|vedlikehold)|ve výstavbě|v rekonstrukci"
        r"|prochází údržbou|bakımda(?:dır|yız)?\b"
        r"|karbantartás alatt|în (?:construcție|mentenanță)"
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

_FILLING: Final = """
    a an the this that these it its it's is are was were be been being has have had do does did can can't cannot could
    couldn't not no nothing none page pages site website websites web homepage web-page webpage url address file document
    server host http https status code error errors fehler erreur oops sorry uh oh something went wrong please wait
    moment one just checking verifying verify human robot bot bots captcha challenge solve security secure check
    verification required needed enable your you're you yourself i i'm we we're we'll us our back soon shortly again
    later here now new to of in on at and or for from with by as if continue proceed access denied forbidden found
    unavailable temporarily temporary service gateway bad internal request timeout too many default welcome nginx apache
    iis plesk ubuntu debian centos fedora windows linux works installed coming under construction maintenance mode
    scheduled ongoing work progress launching launch store shop shopping cloudflare ddos protection performance before
    accessing browser connection exist exists longer there moved removed deleted missing login log sign signin account my
    portal area customer member members admin sedo find look looking may die der das den dem des diese dieser dieses ein
    eine einer seite seiten webseite internetseite internetauftritt internetpräsenz webauftritt nicht nichts gefunden
    mehr ist sind wird wurde wurden werden konnte leider bitte hier bald demnächst kürze zurück wieder für sie da wir
    unsere unser neue neuer neuen neues entsteht im aufbau bearbeitung zurzeit derzeit gerade anmelden anmeldung konto
    zum zur bei le la les l' un une du de notre nos votre non trouvée introuvable est sont en cours bientôt ligne arrive
    el los las una del sitio página nuestra nuestro pagina encontrada existe está estamos trabajando pronto muy
    próximamente o os um uma não em breve nosso nossa il lo gli uno della sito nostra nostro è trovata presto arrivo
    stiamo lavorando het een deze niet gevonden onze nieuwe binnenkort wordt aan gewerkt onder strona nie została
    znaleziona nasza nowa w wkrótce jest sidan kunde inte hittas vår nya är snart siden ble ikke funnet vores sivua ei
    löytynyt stránka nebyla nalezena страница сайт не найдена находится на скоро в ページ サイト は が
"""
FILLING: Final = frozenset(_FILLING.split())
"""Words that leave a notice nothing but a notice."""
ABOUT_A_PAGE: Final = re.compile(
    r"\b(?=[^\W\d_]{2})(?:(?:web)?site|web ?page|page|home ?page|url|server|document|file|domain|account|resource|address|(?:web"
    r"|internet)?seite"
    r"|(?:nuestra|la|esta|nossa|notre|nostra) web|website|internet\w*|webauftritt|webpräsenz|sitio|página|pagina|sito"
    r"|strona|witryna|sajt|sida|sidan|webb?\w*|stránk\w+|weboldal\w*"
    r"|honlap|sivu\w*|сайт\w*|страниц\w*|сторінк\w*|web ?sitesi|sitemiz|sayfa\w*|online-?shop|web ?shop|permission)\b"
    r"|ページ|サイト|网站|網站|页面|頁面|사이트|페이지|موقع|صفحة|האתר|הדף|σελίδα|ιστοσελίδα",
    re.IGNORECASE,
)
NOTHING_SAID: Final = re.compile(
    r"(?:(?:is|are|will be|has been|was|ist|sind|wird|wurde|est|sera|es|está|é|è|jest|zijn|wordt|är|er|on|je)\s+)?"
    r"(?:(?:currently|now|just|almost|temporarily|derzeit|momentan|zurzeit|bald|gerade|actuellement|bientôt|actualmente"
    r"|em breve"
    r"|attualmente|presto|momenteel|obecnie)\s+)*"
    r"(?:coming|under (?:construction|maintenance)|for sale|parked|registered|reserved|available|unavailable|back|down|offline"
    r"|temporarily|loading|checking|verif|moving|launch|being|not (?:found|available|reachable)|here|undergoing|expired"
    r"|needs? to"
    r"|im (?:aufbau|umbau)|nicht|zu verkaufen|geparkt|reserviert|registriert|en (?:construction|venta|vente)|à vendre"
    r"|em construção|in (?:costruzione|vendita|aanbouw|onderhoud)|te koop|w budowie|na sprzedaż"
    r"|website|web ?site|webseite|seite|site|page|domain|login|log)"
    r"|(?:is|ist|est|es|é|è|jest)\s+(?:(?!for|of|in|that|who|für|de|da|di|voor|dla)[\w-]+\s+){0,4}domain(?: ?names?|s)?\b"
    r"(?! ?-?(?:brok|regist|market|agen|invest|trad|compan|consult|manag|hand|makl|host))",
    re.IGNORECASE,
)
"""What a sentence may say of a name without telling anything of its work."""
SOMEBODYS_FRAME: Final[tuple[tuple[Unread, re.Pattern[str]], ...]] = _compiled((
    ("parked", r"sedo|parking|hugedomains|afternic|\bdan\.com|bodis|above\.com|parklogic|domainmarket|undeveloped"),
    ("captcha", r"incapsula|captcha|challenge|datadome|perimeterx"),
))  # fmt: skip
AN_OFFER_TO_READERS: Final = re.compile(
    r"(?i)\babo\b|abonne|subscri|suscri|abbona|tracking|advert|werbung|werbefrei|publicité|publicidad|pubblicità"
)
"""What a cookie wall has to offer besides itself."""
