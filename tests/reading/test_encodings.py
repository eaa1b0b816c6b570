"""Older encodings, told from the letters alone: a made-up report in many languages."""

from __future__ import annotations

import pytest

from winset.reading import read_document

REPORTS = {
    "cs": (
        "Ministři obou přístavů se včera sešli v Tarnu, aby jednali o kvótách na sledě. "
        "Podle mluvčího nebyla žádná dohoda podepsána, protože severní flotila odmítla nový "
        "plán. „Příští týden se sejdeme znovu,“ řekl vyjednavač. Rybáři čekají na břehu a "
        "nevěří, že se něco změní. Rada žádá, aby lodě zůstaly v přístavu až do května, a "
        "výbor má připravit zprávu o škodách na moři."
    ),
    "pl": (
        "Ministrowie obu portów spotkali się wczoraj w Tarnie, żeby rozmawiać o kwotach "
        "połowowych. Według rzecznika nie podpisano żadnej umowy, ponieważ północna flota "
        "odrzuciła nowy plan. „Spotkamy się znowu w przyszłym tygodniu” – powiedział "
        "negocjator. Rybacy czekają na brzegu i nie wierzą, że coś się zmieni. Rada żąda, "
        "aby łodzie pozostały w porcie do maja, a komisja ma przygotować sprawozdanie."
    ),
    "hu": (
        "A két kikötő miniszterei tegnap találkoztak Tarnban, hogy a heringkvótákról "
        "tárgyaljanak. A szóvivő szerint nem írtak alá megállapodást, mert az északi flotta "
        "elutasította az új tervet. A jövő héten újra találkozunk, mondta a főtárgyaló. A "
        "halászok a parton várnak, és nem hiszik, hogy bármi megváltozik. A tanács azt kéri, "
        "hogy a hajók májusig a kikötőben maradjanak, és a bizottság készítsen jelentést a "
        "károkról."
    ),
    "hr": (
        "Ministri obiju luka sastali su se jučer u Tarnu kako bi razgovarali o kvotama za "
        "haringe. Prema riječima glasnogovornika, nije potpisan nikakav sporazum jer je "
        "sjeverna flota odbacila novi plan. Sljedeći tjedan ćemo se ponovno sastati, rekao "
        "je pregovarač. Ribari čekaju na obali i ne vjeruju da će se išta promijeniti. "
        "Vijeće traži da brodovi ostanu u luci do svibnja, a odbor će pripremiti izvješće o "
        "štetama."
    ),
    "ro": (
        "Miniştrii celor două porturi s-au întâlnit ieri la Tarn pentru a discuta despre "
        "cotele de hering. Potrivit purtătorului de cuvânt, nu a fost semnat niciun acord, "
        "deoarece flota din nord a respins noul plan. Ne vom întâlni din nou săptămâna "
        "viitoare, a spus negociatorul. Pescarii aşteaptă pe mal şi nu cred că se va schimba "
        "ceva. Consiliul cere ca bărcile să rămână în port până în mai."
    ),
    "ru": (
        "Министры обоих портов вчера встретились в Тарне, чтобы обсудить квоты на сельдь. По "
        "словам представителя, соглашение не было подписано, поскольку северный флот "
        "отклонил новый план. «На следующей неделе мы встретимся снова», — сказал "
        "переговорщик. Рыбаки ждут на берегу и не верят, что что-то изменится. Совет "
        "требует, чтобы суда оставались в порту до мая, а комитет подготовил доклад."
    ),
    "uk": (
        "Міністри обох портів учора зустрілися в Тарні, щоб обговорити квоти на оселедець. "
        "За словами речника, угоду не підписали, оскільки північний флот відхилив новий "
        "план. «Наступного тижня ми зустрінемося знову», — сказав переговірник. Рибалки "
        "чекають на березі й не вірять, що щось зміниться. Рада вимагає, щоб човни "
        "залишалися в порту до травня, а комітет підготував доповідь про збитки."
    ),
    "bg": (
        "Министрите на двете пристанища се срещнаха вчера в Тарн, за да обсъдят квотите за "
        "херинга. По думите на говорителя не е подписано споразумение, тъй като северният "
        "флот отхвърли новия план. Следващата седмица ще се срещнем отново, каза "
        "преговарящият. Рибарите чакат на брега и не вярват, че нещо ще се промени. Съветът "
        "иска лодките да останат в пристанището до май, а комитетът да подготви доклад."
    ),
    "el": (
        "Οι υπουργοί των δύο λιμανιών συναντήθηκαν χθες στο Ταρν για να συζητήσουν τις "
        "ποσοστώσεις της ρέγγας. Σύμφωνα με τον εκπρόσωπο δεν υπογράφηκε καμία συμφωνία, "
        "επειδή ο βόρειος στόλος απέρριψε το νέο σχέδιο. Την επόμενη εβδομάδα θα "
        "συναντηθούμε ξανά, είπε ο διαπραγματευτής. Οι ψαράδες περιμένουν στην ακτή και δεν "
        "πιστεύουν ότι κάτι θα αλλάξει. Το συμβούλιο ζητά τα πλοία να μείνουν στο λιμάνι."
    ),
    "tr": (
        "İki limanın bakanları dün Tarn'da ringa kotalarını görüşmek üzere bir araya geldi. "
        "Sözcüye göre kuzey filosu yeni planı reddettiği için hiçbir anlaşma imzalanmadı. "
        "Müzakereci, gelecek hafta yeniden görüşeceğiz dedi. Balıkçılar kıyıda bekliyor ve "
        "hiçbir şeyin değişeceğine inanmıyor. Konsey, teknelerin mayıs ayına kadar limanda "
        "kalmasını istiyor; komite de zararlar hakkında bir rapor hazırlayacak."
    ),
    "de": (
        "Die Minister beider Häfen trafen sich gestern in Tarn, um über die Heringsquoten zu "
        "verhandeln. Nach Angaben des Sprechers wurde keine Übereinkunft unterzeichnet, weil "
        "die nördliche Flotte den neuen Plan ablehnte. „Nächste Woche treffen wir uns "
        "wieder“, sagte der Unterhändler. Die Fischer warten am Ufer und glauben nicht, dass "
        "sich etwas ändern könnte. Der Rat fordert, dass die Schiffe im Hafen bleiben "
        "müssen."
    ),
    "fr": (
        "Les ministres des deux ports se sont réunis hier à Tarn pour négocier les quotas de "
        "hareng. Selon le porte-parole, aucun accord n’a été signé, car la flotte du nord a "
        "rejeté le nouveau plan. « Nous nous reverrons la semaine prochaine », a déclaré le "
        "négociateur. Les pêcheurs attendent sur la côte et ne croient pas que quelque chose "
        "changera. Le conseil demande que les bateaux restent au port jusqu’en mai."
    ),
    "pt": (
        "Os ministros dos dois portos reuniram-se ontem em Tarn para negociar as quotas do "
        "arenque. Segundo o porta-voz, não foi assinado nenhum acordo, porque a frota do "
        "norte rejeitou o novo plano. Na próxima semana voltaremos a reunir-nos, afirmou o "
        "negociador. Os pescadores esperam na costa e não acreditam que alguma coisa vá "
        "mudar. O conselho pede que as embarcações permaneçam no porto até maio; não há "
        "outra opção."
    ),
    "no": (
        "Ministrene fra de to havnene møttes i går i Tarn for å forhandle om sildekvotene. "
        "Ifølge talsmannen ble ingen avtale undertegnet, fordi den nordlige flåten avviste "
        "den nye planen. Neste uke møtes vi igjen, sa forhandleren. Fiskerne venter på "
        "stranden og tror ikke at noe vil endre seg. Rådet ber om at båtene blir liggende i "
        "havnen til mai, og utvalget skal skrive en rapport om skadene på sjøen."
    ),
    "ja": (
        "両港の大臣は昨日、ニシンの漁獲枠をめぐってタルンで会談した。報道官によると、北の船団"
        "が新しい計画を拒んだため、合意には署名されなかった。「来週また会う」と交渉担当者は述"
        "べた。漁師たちは岸で待っており、何かが変わるとは思っていない。評議会は五月まで船を港"
        "にとどめるよう求め、委員会は海の被害について報告をまとめる。両港の大臣は昨日、ニシン"
        "の漁獲枠をめぐってタルンで会談した。次の会合は六月に開かれる予定で、双方の代表団はそ"
        "れぞれの案を持ち寄ることになっている。"
    ),
    "zh": (
        "两个港口的部长昨天在塔恩会晤，就鲱鱼配额进行谈判。据发言人说，由于北方船队拒绝了新计"
        "划，没有签署任何协议。谈判代表说：“我们下周再见。”渔民们在岸边等待，不相信会有什么改"
        "变。理事会要求船只留在港内直到五月，委员会将准备一份关于海上损失的报告。下一次会议定"
        "于六月举行，双方代表团将各自提出方案，并就渔船的数量和捕捞期限作出说明。理事会主席表"
        "示，会谈仍将继续。"
    ),
    "ko": (
        "두 항구의 장관들은 어제 타른에서 만나 청어 할당량을 협상했다. 대변인에 따르면 북쪽 "
        "선단이 새 계획을 거부했기 때문에 합의문에 서명하지 못했다. 협상 대표는 다음 주에 "
        "다시 만나겠다고 말했다. 어부들은 해안에서 기다리고 있으며 무언가 바뀔 것이라고 믿지 "
        "않는다. 위원회는 오월까지 배를 항구에 두라고 요구하며 바다의 피해에 관한 보고서를 "
        "준비할 것이다."
    ),
}
WRITTEN = {
    "cs": "cp1250 iso8859_2",
    "pl": "cp1250 iso8859_2",
    "hu": "cp1250",
    "hr": "cp1250 iso8859_2",
    "ro": "cp1250",
    "ru": "cp1251 koi8_r cp866 iso8859_5",
    "uk": "cp1251 koi8_u",
    "bg": "cp1251",
    "el": "cp1253",
    "tr": "cp1254",
    "de": "cp1252",
    "fr": "cp1252",
    "pt": "cp1252",
    "no": "cp1252",
    "ja": "cp932 euc_jp",
    "zh": "gb18030 big5",
    "ko": "cp949",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(one, encoding) for one, names in WRITTEN.items() for encoding in names.split()],
)
def test_a_report_is_read_as_it_was_written(language: str, encoding: str) -> None:
    data = REPORTS[language].encode(encoding, "ignore")
    assert read_document(data, "a.txt").text == data.decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "The bank holds 10 m³ of sand, 12 °C warm at ½ a fathom, as the café’s chart has it.",
            "cp1252",
        ),
        ("Müller of São Paulo met José of Malmö and Søren of Zürich.", "cp1252"),
        ("Wałęsa and Gdańsk spoke with Łódź and Śląsk about the catch.", "cp1250"),
        ("“No,” said Anna Berg — and left.", "cp1252"),
        ("Tarn, Elmira and Holm", "utf-8"),
    ],
)
def test_a_few_foreign_letters_in_english_are_read_as_written(text: str, encoding: str) -> None:
    found = read_document((f"{text} " + "The ports met again. " * 20).encode(encoding), "a.txt")
    assert found.text.startswith(text)
    assert found.encoding == encoding


def test_a_page_and_a_mail_that_name_no_encoding_are_told_by_their_letters() -> None:
    words = REPORTS["pl"]
    page = f"<html><body><article><p>{words}</p></article></body></html>"
    assert read_document(page.encode("cp1250"), "a.html").text == words
    mail = f"From: a@b.example\nTo: c@d.example\nSubject: Talks\n\n{words}"
    assert read_document(mail.encode("cp1250"), "a.eml").text == words
