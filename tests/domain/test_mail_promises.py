"""A promise in a mail is a first person, a verb of doing and a day, in the writer's own words; anything less is none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sidecar.domain.mails.last_mail import exchange_of
from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_promises import absence_in, asks_for_silence, promised, promises_in

SAID_ON = date(2026, 11, 10)
"""A Tuesday."""
ME, PETRA = "marta@lindenfels.example", "petra@kranzler.example"


def mail(text: str, *, sender: str = PETRA, to: str = ME, day: int = 10, subject: str = "Pilot", **more: object) -> Mail:
    sent_at = datetime(2026, 11, day, 9, tzinfo=UTC)
    return Mail(
        id=f"{sender}{day}{text[:9]}", sender=sender, sender_name="", to=(to,), sent_at=sent_at, offset="+0100",
        subject=subject, text=text, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "words", "due"),
    [
        ("Ich schicke Ihnen bis Freitag das überarbeitete Angebot.", "bis Freitag", "2026-11-13"),
        ("Bis Montag bekommen Sie von mir die Teilnehmerliste.", "Bis Montag", "2026-11-16"),
        ("We will send our questions by Friday.", "by Friday", "2026-11-13"),
        ("Te mando los datos de uso antes del viernes.", "antes del viernes", "2026-11-12"),
        ("I'll get back to you tomorrow.", "tomorrow", "2026-11-11"),
        ("We'll share the slides on Tuesday.", "on Tuesday", "2026-11-17"),
        ("Je vous enverrai le devis d'ici vendredi.", "d'ici vendredi", "2026-11-13"),
        ("Je vous envoie le devis avant le 20 novembre.", "avant le 20 novembre", "2026-11-19"),
        ("Envio-lhe a proposta até sexta-feira.", "até sexta-feira", "2026-11-13"),
        ("Vou enviar o contrato amanhã.", "amanhã", "2026-11-11"),
        ("Le invio l'offerta entro venerdì.", "entro venerdì", "2026-11-13"),
        ("Ti mando i dati entro la fine della settimana.", "entro la fine della settimana", "2026-11-13"),
        ("Ik stuur u de offerte uiterlijk vrijdag.", "uiterlijk vrijdag", "2026-11-13"),
        ("Ik stuur je voor vrijdag de cijfers.", "voor vrijdag", "2026-11-12"),
        ("We zullen de lijst morgen opsturen.", "morgen", "2026-11-11"),
        ("Wir werden Ihnen bis zum 13. November die Liste zusenden.", "bis zum 13. November", "2026-11-13"),
        ("Als Nächstes melde ich mich bis Ende der Woche bei Ihnen.", "bis Ende der Woche", "2026-11-13"),
        ("You'll have the draft by next Wednesday.", "by next Wednesday", "2026-11-18"),
        ("I'm sending the contract on Monday.", "on Monday", "2026-11-16"),
        ("Will send the numbers by EOD Friday.", "by EOD Friday", "2026-11-13"),
        ("I will get it to you by Friday, and if you have questions, call me.", "by Friday", "2026-11-13"),
        ("Nous vous transmettrons les documents la semaine prochaine.", "la semaine prochaine", "2026-11-20"),
        ("Les enviaremos el informe el 20 de noviembre.", "20 de noviembre", "2026-11-20"),
        ("Voy a enviarle el contrato mañana.", "mañana", "2026-11-11"),
        ("I'll send you the file Friday.", "Friday", "2026-11-13"),
        ("Wie besprochen gebe ich Ihnen bis Donnerstag Bescheid.", "bis Donnerstag", "2026-11-12"),
        ("By Friday, I'll send the plan.", "By Friday", "2026-11-13"),
        ("I'll let you know by Friday whether it works.", "by Friday", "2026-11-13"),
        ("Bis nächste Woche lassen wir Ihnen die Muster zukommen.", "Bis nächste Woche", "2026-11-20"),
        ("I'll send the offer, the slides and the list by Friday.", "by Friday", "2026-11-13"),
        ("Ich schicke Ihnen, wie besprochen, bis Freitag das Angebot.", "bis Freitag", "2026-11-13"),
        ("Wir melden uns morgen.", "morgen", "2026-11-11"),
    ],
)
def test_a_promise_has_its_due_words_and_their_day(sentence: str, words: str, due: str) -> None:
    assert promised(sentence, SAID_ON) == (words, date.fromisoformat(due))


@pytest.mark.parametrize(
    "sentence",
    [
        "I will send it by Friday if you agree.",
        "Le invio l offerta entro venerdì se va bene.",
        "Could you share the slides by Tuesday?",
        "I'll bring the audit numbers.",
        "I hope to send it by Friday.",
        "I can send it by Friday.",
        "We might send it by Friday.",
        "I will not send it by Friday.",
        "I'll send it as soon as I get it on Friday.",
        "I will send you the notes from Tuesday's meeting.",
        "I'll send the agenda for Friday.",
        "I'll send feedback on the call on Thursday.",
        "If you agree, I will send it by Friday.",
        "Falls Sie zustimmen, schicke ich es bis Freitag.",
        "Ich kann Ihnen das bis Freitag schicken.",
        "Schicken Sie mir bitte bis Freitag die Liste.",
        "Bitte senden Sie uns bis Freitag die Liste.",
        "Ich versuche, es bis Freitag zu schicken.",
        "Wir senden die Rechnung jeden Montag.",
        "Anbei schicke ich Ihnen heute die Liste.",
        "Je pense vous envoyer cela avant vendredi.",
        "Envíame los datos antes del viernes.",
        "Le enviamos los datos el viernes.",
        "Mandami i dati entro venerdì.",
        "Kunt u ons de lijst vóór vrijdag sturen.",
        "He said I will send it by Friday.",
        "I will send you the Monday report.",
        "I will review it once it arrives on Friday.",
        "We sent it by Friday.",
        "They will send it by Friday.",
        "Sie bekommen bis Montag von Herrn Meyer die Liste.",
        "Ich warte bis Montag.",
        "We ship every Friday.",
        "I'll call you if it is ready on Friday.",
        "Please tell me when I will get the file by Friday.",
        "I'll send the draft and you have to answer by Friday.",
        "I'll forward the list you need by Friday.",
        "Ich schicke Ihnen das bis Freitag gültige Angebot.",
        "Ich gebe Ihnen bis Freitag Zeit.",
        "I'll confirm Tuesday.",
        "Je vous confirme vendredi 13 novembre.",
        "We will check whether they can deliver by Friday.",
        "The offer is valid until Friday, I will send the rest.",
        "Ich sende Ihnen das Angebot, das bis Freitag gilt.",
        "Wir stellen Ihnen das Tool bis Freitag vor, wenn Sie mögen.",
        "If possible I'll send it by Friday.",
        "Ich würde es bis Freitag schicken.",
        "Wir machen bis Freitag Urlaub.",
        "Te confirmo el viernes.",
        "I'll email him to get an answer by Friday.",
        "I'll send you the report due Friday.",
        "Se conseguir, envio-lhe a proposta até sexta.",
        "I'm not sure we will send it by Friday.",
        "I doubt we'll send it by Friday.",
        "Nobody said we will deliver by Friday.",
        "Unless you object, I will send it by Friday.",
        "Wir liefern die Ware, sobald sie am Freitag da ist.",
        "Do not think we will deliver by Friday.",
        "I will return to the office on Monday.", "I'll check in at the hotel on Friday.",
        "We will deliver the keynote on Friday.",
        "I will get back to work on Monday.", "Ich melde mich am Montag krank.", "Wir liefern ab Montag wieder.",
        "Ich schreibe am Freitag eine Prüfung.", "Te paso a buscar el viernes.", "I'll let you decide by Friday.",
        "We will process orders placed by Friday.", "Ich leite das Team bis Freitag.", "Ich bestelle bis Freitag nichts.",
        "Je vous rappelle que le délai expire vendredi.", "I will respond upon my return on Monday.", "I am out until Monday.",
        "Wir erhalten bis Freitag die Liste von Ihnen.", "By Friday you will receive the goods from DHL.",
    ],
)  # fmt: skip
def test_a_question_a_hedge_a_condition_or_another_s_day_is_no_promise(sentence: str) -> None:
    assert promised(sentence, SAID_ON) is None


def test_the_quote_is_the_whole_sentence_with_the_date_in_it() -> None:
    text = "Liebe Frau Ruiz,\n\ndanke. Ich schicke Ihnen bis zum\n13. November das Angebot, z. B. als PDF. Bis dann.\n\nPetra"
    (found,) = promises_in(mail(text))
    assert found.quote == "Ich schicke Ihnen bis zum 13. November das Angebot, z. B. als PDF."
    assert found.due == date(2026, 11, 13)


def test_no_promise_is_read_out_of_newsletters_and_quotations() -> None:
    assert promises_in(mail("We will send the catalogue by Friday.", is_automatic=True)) == ()
    assert promises_in(mail("She wrote: “I will send it by Friday.”")) == ()


def test_each_side_promises_for_itself_and_a_later_mail_may_have_kept_it() -> None:
    theirs = mail("Bis Montag bekommen Sie von mir die Liste.", day=12)
    ours = mail("Ich schicke Ihnen bis Freitag das Angebot.", sender=ME, to=PETRA)
    beside = mail("I will send you the file by Friday.", sender=ME, to="tom@other.example")
    found = exchange_of([theirs, ours, beside], PETRA)
    assert [(one.sender, one.due.isoformat(), one.is_followed) for one in found.promises] == [
        (PETRA, "2026-11-16", False), (ME, "2026-11-13", False),
    ]  # fmt: skip
    later = mail("Anbei die Unterlagen.", sender=ME, to=PETRA, day=13)
    assert [one.is_followed for one in exchange_of([theirs, ours, later], PETRA).promises] == [False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please don't mention the Fenwater incident, the inquest is still open.", "Bitte erwähnen Sie den Brand nicht.",
        "Bitte das Thema Fusion nicht ansprechen.", "Merci de ne pas évoquer l'accident.",
        "Por favor, no menciones el accidente.",
        "Por favor não mencione o acidente.", "Per favore non menzionare l'incidente.", "Noem het ongeval alsjeblieft niet.",
        "Avoid mentioning the strike.",
    ],
)  # fmt: skip
def test_who_asks_not_to_mention_something_is_heard(sentence: str) -> None:
    assert asks_for_silence(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please don't mention it.", "Why don't you mention the offer?", "I did not mention the price.", "Bitte nicht vergessen.",
        "Please do not reply to this mail.", "Das Angebot erwähnen wir nicht.", "Por favor no responda.",
    ],
)  # fmt: skip
def test_other_requests_are_no_wish_for_silence(sentence: str) -> None:
    assert not asks_for_silence(sentence)


def test_a_colleague_s_wish_counts_where_the_mail_names_the_client() -> None:
    named = mail("Kranzler: please do not mention the fire.", sender="tom@lindenfels.example", subject="Tuesday")
    other = mail("Please do not mention the flood.", sender="tom@lindenfels.example", subject="Adatum", day=11)
    assert [one.quote for one in exchange_of([named, other], PETRA).silences] == ["Kranzler: please do not mention the fire."]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Estou de férias até 4 de dezembro. Em caso de urgência, fale com João Prado.", None, "2026-12-04"),
        ("I am out of office until 4 December.", None, "2026-12-04"),
        ("I am on leave from 1 December to 12 December.", "2026-12-01", "2026-12-12"),
        ("I'm out of the office and will be back on Monday, 7 December.", None, "2026-12-06"),
        ("Ich bin vom 23.11. bis einschließlich 04.12.2026 nicht im Büro.", "2026-11-23", "2026-12-04"),
        ("Ab dem 7. Dezember bin ich wieder erreichbar.", None, "2026-12-06"),
        ("Je suis absent du 23 novembre au 4 décembre inclus.", "2026-11-23", "2026-12-04"),
        ("Vuelvo a la oficina el 7 de diciembre.", None, "2026-12-06"),
        ("Sono in ferie fino al 4 dicembre.", None, "2026-12-04"),
        ("Ik ben tot en met 4 december afwezig.", None, "2026-12-04"),
    ],
)
def test_an_automatic_reply_says_until_when_its_writer_is_away(text: str, since: str | None, until: str) -> None:
    found = absence_in(mail(text, is_automatic=True, subject="Automatic reply", day=19))
    assert found is not None
    assert (found.since and found.since.isoformat(), found.until.isoformat()) == (since, until)
    assert absence_in(mail(text, day=19)) is None


@pytest.mark.parametrize(
    "text",
    [
        "I will be away until further notice.", "Our offices are closed on 25 December.", "I am out of office until 12/4/2026.",
        "Register until 4 December.", "I am away until 4 December. Tom is away until 9 December.",
    ],
)  # fmt: skip
def test_an_absence_without_one_plain_day_is_none(text: str) -> None:
    assert absence_in(mail(text, is_automatic=True, day=19)) is None
