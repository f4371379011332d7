"""What the model does not judge: other languages, fragments, unknown words; and what it must not refuse."""

from __future__ import annotations

import pytest

from framing.annotations import load_rows, own_rows
from framing.limits import find_warning, known_share
from framing.model import Limits, load_model
from tests.conftest import ROOT

MODEL = load_model()

FOREIGN = [
    ("German", "Die Regierung hat gestern beschlossen, die Steuern auf Benzin zu senken."),
    ("German", "Der Minister sagte, dass niemand seine Wohnung verlieren werde."),
    ("French", "Le gouvernement a annoncé une baisse des impôts sur les carburants dès janvier."),
    ("French", "La ministre a déclaré que personne ne perdrait son logement."),
    ("Spanish", "El gobierno anunció ayer una rebaja de los impuestos sobre la gasolina."),
    ("Spanish", "La alcaldesa dijo que nadie perdería su vivienda este invierno."),
    ("Italian", "Il governo ha deciso ieri di ridurre le tasse sulla benzina."),
    ("Italian", "Il sindaco ha detto che nessuno perderà la casa quest'inverno."),
    ("Portuguese", "O governo decidiu ontem reduzir os impostos sobre a gasolina."),
    ("Portuguese", "A prefeita disse que ninguém perderia a casa neste inverno."),
    ("Dutch", "De regering heeft gisteren besloten de belasting op benzine te verlagen."),
    ("Dutch", "De minister zei dat niemand zijn huis zou verliezen."),
    ("Swedish", "Regeringen beslutade i går att sänka skatten på bensin."),
    ("Swedish", "Ministern sade att ingen skulle förlora sin bostad i vinter."),
    ("Danish", "Regeringen besluttede i går at sænke afgiften på benzin."),
    ("Danish", "Ministeren sagde, at ingen ville miste deres bolig."),
    ("Norwegian", "Regjeringen vedtok i går å senke avgiften på bensin."),
    ("Norwegian", "Statsråden sa at ingen skulle miste boligen sin."),
    ("Finnish", "Hallitus päätti eilen alentaa bensiinin veroa."),
    ("Finnish", "Ministeri sanoi, ettei kukaan menetä kotiaan."),
    ("Polish", "Rząd postanowił wczoraj obniżyć podatek na benzynę."),
    ("Polish", "Minister powiedział, że nikt nie straci mieszkania."),
    ("Czech", "Vláda včera rozhodla snížit daň z benzinu."),
    ("Czech", "Ministr řekl, že nikdo nepřijde o byt."),
    ("Romanian", "Guvernul a hotărât ieri să reducă taxele pe benzină."),
    ("Romanian", "Ministrul a spus că nimeni nu își va pierde locuința."),
    ("Hungarian", "A kormány tegnap úgy döntött, hogy csökkenti a benzin adóját."),
    ("Hungarian", "A miniszter azt mondta, senki sem veszíti el az otthonát."),
    ("Turkish", "Hükümet dün benzindeki vergiyi düşürmeye karar verdi."),
    ("Turkish", "Bakan kimsenin evini kaybetmeyeceğini söyledi."),
    ("Indonesian", "Pemerintah kemarin memutuskan untuk menurunkan pajak bensin."),
    ("Indonesian", "Menteri mengatakan tidak ada yang akan kehilangan rumah."),
    ("Tagalog", "Nagpasya kahapon ang pamahalaan na ibaba ang buwis sa gasolina."),
    ("Tagalog", "Sinabi ng kalihim na walang mawawalan ng tirahan."),
    ("Swahili", "Serikali iliamua jana kupunguza kodi ya mafuta ya petroli."),
    ("Swahili", "Waziri alisema hakuna atakayepoteza nyumba yake."),
    ("Welsh", "Penderfynodd y llywodraeth ddoe ostwng y dreth ar betrol."),
    ("Welsh", "Dywedodd y gweinidog na fyddai neb yn colli ei gartref."),
    ("Irish", "Shocraigh an rialtas inné an cháin ar pheitreal a laghdú."),
    ("Irish", "Dúirt an t-aire nach gcaillfeadh aon duine a dteach."),
    ("Latin", "Senatus heri decrevit ut vectigalia minuerentur."),
    ("Latin", "Consul dixit neminem domum amissurum esse."),
    ("Afrikaans", "Die regering het gister besluit om die belasting op petrol te verlaag."),
    ("Afrikaans", "Die minister het gesê dat niemand hul huis sal verloor nie."),
    ("Catalan", "El govern va decidir ahir abaixar els impostos sobre la benzina."),
    ("Catalan", "L'alcaldessa va dir que ningú perdria casa seva."),
    ("Russian", "Правительство вчера решило снизить налог на бензин."),
    ("Russian", "Министр сказал, что никто не потеряет жильё."),
    ("Ukrainian", "Уряд учора вирішив знизити податок на бензин."),
    ("Ukrainian", "Міністр сказав, що ніхто не втратить житла."),
    ("Greek", "Η κυβέρνηση αποφάσισε χθες να μειώσει τον φόρο στη βενζίνη."),
    ("Arabic", "قررت الحكومة أمس خفض الضريبة على البنزين."),
    ("Hebrew", "הממשלה החליטה אתמול להוריד את המס על הדלק."),
    ("Persian", "دولت دیروز تصمیم گرفت مالیات بنزین را کاهش دهد."),
    ("Hindi", "सरकार ने कल पेट्रोल पर कर घटाने का फैसला किया।"),
    ("Chinese", "政府昨天决定降低汽油税。"),
    ("Chinese", "部长表示，没有人会失去住房。"),
    ("Japanese", "政府は昨日、ガソリン税を引き下げることを決めた。"),
    ("Korean", "정부는 어제 휘발유세를 내리기로 결정했다."),
    ("Vietnamese", "Hôm qua chính phủ quyết định giảm thuế xăng dầu."),
    ("Thai", "เมื่อวานนี้รัฐบาลตัดสินใจลดภาษีน้ำมัน"),
]

JUDGED = [
    "Critics say the so-called reform was rammed through.",
    "Ms Nyamvura and Mr Szczepański met in Ouagadougou on Monday.",
    "POLICE SHUT HARBOUR AFTER FIRE",
    "Council Rams Through Shameful Budget",
    "It’s a fiddle, isn’t it?",
    "She quoted the poet, “la vida es sueño”, and sat down to long applause.",
    "Das Auto, the advertisement said, and the crowd laughed at it.",
    "The bacteriophage lysed the biofilm within an hour, the laboratory said.",
]


def _warning(text: str) -> str | None:
    return find_warning(*known_share(MODEL.analyser, MODEL.analyser.terms(text)), MODEL.limits)


@pytest.mark.parametrize(("language", "text"), FOREIGN, ids=[f"{language}-{i}" for i, (language, _) in enumerate(FOREIGN)])
def test_other_languages_are_named(language: str, text: str) -> None:
    assert _warning(text) == "not_english", language


@pytest.mark.parametrize("text", JUDGED)
def test_english_is_judged(text: str) -> None:
    assert _warning(text) is None


@pytest.mark.parametrize("text", ["", "?!", "No.", "Mr Okonjo-Iweala", "12 March 2026", "Yes, minister", "—"])
def test_fragments_are_too_short(text: str) -> None:
    assert _warning(text) == "too_short"


@pytest.mark.parametrize(
    "text",
    ["The florp of the wibblet was zanked by a grubbling twaddler.", "A florp and a wibblet were zanked by snorkish blimps."],
)
def test_mostly_unknown_words_are_named(text: str) -> None:
    assert _warning(text) == "unknown_words"


def test_names_and_numbers_do_not_count() -> None:
    analyser = MODEL.analyser
    assert known_share(analyser, analyser.terms("the vote in Zzyzx was 51 to 49")) == (1.0, 5)


def test_the_language_comes_before_the_length() -> None:
    assert find_warning(0.0, 1, Limits(0.6, 3)) == "not_english"
    assert find_warning(1.0, 1, Limits(0.6, 3)) == "too_short"
    assert find_warning(0.0, 0, Limits(0.6, 3)) == "too_short"
    assert find_warning(0.5, 9, Limits(0.6, 3)) == "unknown_words"
    assert find_warning(0.6, 9, Limits(0.6, 3)) is None


def test_hardly_any_of_our_own_test_sentences_is_refused() -> None:
    texts = [row.text for row in own_rows(load_rows(ROOT / "annotations"), "test")]
    refused = [text for text in texts if _warning(text)]
    assert len(refused) <= 0.005 * len(texts), refused
