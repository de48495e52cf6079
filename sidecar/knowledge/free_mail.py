"""Domains where anybody can have an address, so that two people there are no colleagues. Collected by hand."""

from __future__ import annotations

FREE_MAIL = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp outlook.com.br hotmail.com
    hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.co.uk live.de live.fr live.nl live.it msn.com
    passport.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.com.br yahoo.com.au yahoo.co.in
    yahoo.in yahoo.co.jp yahoo.co.id ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me
    protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com gmx.de gmx.net gmx.at gmx.ch gmx.com
    gmx.fr gmx.co.uk web.de email.de t-online.de freenet.de arcor.de mail.de posteo.de posteo.net mailbox.org
    bluewin.ch hispeed.ch sunrise.ch aon.at chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr
    libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es sapo.pt mail.pt ziggo.nl kpnmail.nl
    planet.nl xs4all.nl home.nl telenet.be skynet.be btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com
    eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net
    rogers.com shaw.ca telus.net sympatico.ca videotron.ca bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br
    terra.com.br ig.com.br mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua
    seznam.cz email.cz centrum.cz azet.sk wp.pl o2.pl onet.pl interia.pl op.pl freemail.hu citromail.hu abv.bg mail.bg
    qq.com 163.com 126.com yeah.net sina.com sohu.com foxmail.com naver.com daum.net hanmail.net kakao.com
    docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com rediffmail.com zoho.com zohomail.com zohomail.eu fastmail.com
    fastmail.fm hushmail.com hey.com mail.com email.com usa.com inbox.com duck.com telia.com online.no
    """.split()  # noqa: SIM905  # two hundred quoted strings would hide the names
)
