//! Contact cards from phones become people of a deal.

use abacus_core::text::Locale;
use abacus_deals::transfer::{BadFile, Encoding, is_cards, kind};
use abacus_deals::{
    BadCards, Card, CardExtra, CardMatch, Cards, Deal, MOST_CARD_BYTES, MOST_CARDS, Person, match_cards, read_cards,
    vcard_file,
};
use proptest::prelude::*;

use crate::any::deal::any_deal;

/// Decodes UTF-16, and the GBK words used in these tests.
fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    const WORDS: [(&[u8], &str); 3] =
        [(b"\xC0\xEE\xC0\xD7", "李雷"), (b"\xB4\xC7\x5C", "辭"), (b"\xC1\xAA\xCD\xA8", "联通")];
    match encoding {
        Encoding::Utf16Le => {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        }
        Encoding::Gb18030 => {
            let mut text = String::new();
            let mut rest = bytes;
            while let [first, after @ ..] = rest {
                if let Some((word, meant)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
                    text.push_str(meant);
                    rest = &rest[word.len()..];
                } else if first.is_ascii() {
                    text.push(char::from(*first));
                    rest = after;
                } else {
                    return None;
                }
            }
            Some(text)
        }
        Encoding::Utf8 | Encoding::Utf16Be | Encoding::Big5 => None,
    }
}

fn read(file: &[u8]) -> Cards {
    read_cards(file, &decode).expect("cards")
}

fn one(file: impl AsRef<[u8]>) -> Card {
    let mut cards = read(file.as_ref()).cards;
    assert_eq!(cards.len(), 1);
    cards.pop().unwrap()
}

/// A card with these lines.
fn card(lines: &[u8]) -> Vec<u8> {
    [b"BEGIN:VCARD\r\n", lines, b"\r\nEND:VCARD\r\n"].concat()
}

#[test]
fn an_escaped_semicolon_is_a_note_and_empty_parts_are_not() {
    let note = |line: &str| one(card(format!("FN:Li\r\nNOTE:{line}").as_bytes())).note("", Locale::En);
    assert_eq!((&*note("\\;"), &*note(";;")), (";", ""));
}

#[test]
fn an_android_card_of_version_2_1_is_read() {
    let card = one(card(
        b"VERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E9=9B=B7;;;\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E9=9B=B7\r\n\
        TEL;CELL;PREF:138-0000-1111\r\nTEL;WORK:021-60001111\r\nTEL;WORK;FAX:021-60001112\r\n\
        EMAIL;HOME:li@example.com\r\n\
        ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=8D=8E=E4=B8=9C=E6=9C=BA=\r\n\
        =E5=BA=8A;=E8=AE=BE=E5=A4=87=E7=A7=91\r\n\
        TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=B8=BB=E4=BB=BB\r\n\
        NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:a=0D=0Ab\r\n\
        PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg\r\nABAQ==\r\n\r\n\
        X-QQ:12345",
    ));
    let person = Person {
        name: "李雷".to_owned(),
        title: "主任".to_owned(),
        department: "设备科".to_owned(),
        phone: "138-0000-1111".to_owned(),
        email: "li@example.com".to_owned(),
        ..Person::default()
    };
    assert_eq!((&card.person, &*card.company, card.has_picture, card.unread), (&person, "华东机床", true, 0));
    assert_eq!(
        card.note(" 华东机床", Locale::Zh),
        "a\nb\n即时通讯：QQ 12345\n其他电话：021-60001111\n传真：021-60001112"
    );
    assert!(card.note("", Locale::En).starts_with("Company: 华东机床\na\nb\n"));
}

#[test]
fn an_iphone_card_of_version_3_0_is_read() {
    let card = one(card(
        "VERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\nN:李;雷;;;\r\nFN:李雷\r\n\
         ORG:华东机床\\, 上海;\r\nTITLE:主任\\; 高\r\n 工\r\n\
         item1.EMAIL;type=INTERNET;type=pref:li@example.com\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n\
         TEL;type=HOME;type=VOICE:021 1\r\nTEL;type=CELL;type=VOICE:138 0000 1111\r\nTEL;type=CELL:138 0000 1111\r\n\
         item2.ADR;type=WORK:;;人民路 1 号;上海;;200000;中国\r\nBDAY:1980-01-02\r\nNOTE:一\\n二; 三\\, 四\r\n\
         PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg=="
            .as_bytes(),
    ));
    assert_eq!((&*card.person.title, &*card.company, &*card.person.department), ("主任; 高工", "华东机床, 上海", ""));
    assert_eq!((&*card.person.phone, &*card.person.email), ("138 0000 1111", "li@example.com"));
    let extras: Vec<_> = card.extras.iter().map(|(what, value)| (*what, value.as_str())).collect();
    assert_eq!(
        extras,
        [
            (CardExtra::Address, "人民路 1 号 上海 200000 中国"),
            (CardExtra::Birthday, "1980-01-02"),
            (CardExtra::Note, "一\n二; 三, 四"),
            (CardExtra::Phone, "021 1"),
        ]
    );
}

#[test]
fn a_card_of_version_4_0_is_read() {
    let card = one(card(
        b"VERSION:4.0\nFN:Ann Lee\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+86-21-6000-1111\n\
        EMAIL:mailto:ann@example.com\nPHOTO:data:image/jpeg;base64,AAAA\nLOGO:https://example.com/a.png\nRELATED:urn:x",
    ));
    assert_eq!((&*card.person.name, &*card.person.phone), ("Ann Lee", "+86-21-6000-1111"));
    assert_eq!((&*card.person.email, card.has_picture), ("ann@example.com", true));
    assert_eq!(card.note("", Locale::En), "LOGO: https://example.com/a.png\nRELATED: urn:x");
}

#[test]
fn a_missing_full_name_is_assembled_from_its_parts() {
    for (line, name) in [
        ("N:李;雷;;;", "李雷"),
        ("N:Lee;Ann;B.;Dr.;", "Dr. Ann B. Lee"),
        ("N:;Ann", "Ann"),
        ("FN:\r\nN:李;雷", "李雷"),
        ("N:李;雷\r\nFN:老李", "老李"),
    ] {
        assert_eq!(one(card(format!("VERSION:3.0\r\n{line}").as_bytes())).person.name, name, "{line}");
    }
}

#[test]
fn chinese_encodings_are_read() {
    for (lines, name) in [
        (&b"VERSION:2.1\r\nFN;CHARSET=GBK:\xC0\xEE\xC0\xD7"[..], "李雷"),
        (b"VERSION:2.1\r\nFN;CHARSET=GB2312;QUOTED-PRINTABLE:=C0=EE=C0=D7", "李雷"),
        (b"VERSION:3.0\r\nFN:\xC0\xEE\xC0\xD7", "李雷"),
        // Its last byte is a backslash, but not an escape.
        (b"VERSION:3.0\r\nFN;CHARSET=GBK:\xB4\xC7\x5C", "辭"),
        // These bytes happen to be valid UTF-8; the next line is not.
        (b"VERSION:3.0\r\nFN:\xC1\xAA\xCD\xA8\r\nTITLE:\xC0\xEE\xC0\xD7", "联通"),
        (b"VERSION:3.0\r\nFN;CHARSET=ISO-8859-1:\xC9mile", "Émile"),
    ] {
        assert_eq!(one(card(lines)).person.name, name);
    }
    let wide: Vec<u8> = "\u{feff}BEGIN:VCARD\nFN:李雷\nEND:VCARD\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(one(wide).person.name, "李雷");
    assert_eq!(one("\u{feff}begin:vcard\nfn:李雷\nend:vcard\n").person.name, "李雷");
}

#[test]
fn unreadable_properties_are_counted() {
    let card = one(card(b"VERSION:2.1\r\nFN:Ann\r\nTITLE;CHARSET=BIG5:\xA7\xF5\r\nNOTE;CHARSET=BIG5:a"));
    assert_eq!((&*card.person.name, &*card.person.title, card.unread), ("Ann", "", 1));
    assert_eq!(card.note("", Locale::En), "a", "ASCII is the same everywhere");
}

#[test]
fn several_cards_in_one_file_are_kept_apart() {
    let file = [
        &b"\r\nBEGIN:VCARD\r\nFN:A\r\nNOTE:broken\r\noff\r\nBEGIN:VCARD\r\nFN:B\r\nAGENT:\r\n"[..],
        b"BEGIN:VCARD\r\nFN:C\r\nEND:VCARD\r\nTEL:1234567\r\nEND:VCARD\r\nTEL:9\r\nBEGIN:VCARD\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nFN:D",
    ];
    let Cards { cards, beyond, breaks_off } = read(&file.concat());
    let names: Vec<_> = cards.iter().map(|card| (&*card.person.name, &*card.person.phone)).collect();
    assert_eq!((names, beyond, breaks_off), (vec![("A", ""), ("C", ""), ("B", "1234567"), ("D", "")], 0, true));
    assert_eq!(cards[0].note("", Locale::En), "broken\noff");
}

#[test]
fn files_without_cards_are_refused() {
    for file in [&b""[..], b"{}", b"customer,deal\n", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", b"BEGIN:VCARD\r\nEND:VCARD"]
    {
        assert_eq!(read_cards(file, &decode), Err(BadCards::NotCards));
    }
    assert!(is_cards(b"\xEF\xBB\xBF\r\nbegin:vcard") && !is_cards(b"BEGIN:VCAR"));
    for name in ["a.vcf", "a.csv", "a.json"] {
        assert_eq!(kind(name, b"BEGIN:VCARD\nFN:A\nEND:VCARD\n"), Err(BadFile::ContactCards));
    }
    let large = [&b"BEGIN:VCARD\n"[..], &vec![b'a'; MOST_CARD_BYTES]].concat();
    assert_eq!(read_cards(&large, &decode), Err(BadCards::TooLarge));
    let many = "BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(MOST_CARDS + 3);
    let Cards { cards, beyond, .. } = read(many.as_bytes());
    assert_eq!((cards.len(), beyond), (MOST_CARDS, 3));
}

#[test]
fn known_people_are_recognised_and_not_duplicated() {
    let person = |name: &str, phone: &str| Person {
        id: format!("p-{name}"),
        name: name.to_owned(),
        phone: phone.to_owned(),
        ..Person::default()
    };
    let mut deal = Deal {
        customer: "Acme".to_owned(),
        people: vec![person("Ann", ""), person("Bo", "+86 138 0000 1111")],
        ..Deal::new("d")
    };
    let file = "BEGIN:VCARD\nFN:Cy\nORG:Other\nEND:VCARD\nBEGIN:VCARD\nFN: ann\nTEL:12\nTITLE:Head\nEND:VCARD\n\
                BEGIN:VCARD\nFN:B.\nTEL:13800001111\nEND:VCARD\nBEGIN:VCARD\nFN:cy\nTEL:1\nEND:VCARD\n\
                BEGIN:VCARD\nFN:Di\nORG:ACME\nEND:VCARD\n";
    let offered = match_cards(&deal, &read(file.as_bytes()).cards, Locale::En);
    let told: Vec<_> = offered
        .iter()
        .map(|one| {
            let what = match &one.card_match {
                CardMatch::New => "new".to_owned(),
                CardMatch::Duplicate => "twice".to_owned(),
                CardMatch::Known { name, adds, .. } => {
                    format!("{name}: {}", adds.iter().map(|field| field.meta.key).collect::<Vec<_>>().join(" "))
                }
            };
            (one.person.name.as_str(), what, one.is_of_customer, one.is_of_use())
        })
        .collect();
    let row = |name, what: &str, is_of_customer, is_of_use| (name, what.to_owned(), is_of_customer, is_of_use);
    assert_eq!(
        told,
        [
            row("Di", "new", true, true),
            row("Cy", "new", false, true),
            row("ann", "Ann: title phone", false, true),
            row("B.", "Bo: ", false, false),
            row("cy", "twice", false, true),
        ]
    );
    offered
        .iter()
        .filter(|one| one.card_match != CardMatch::Duplicate)
        .flat_map(|one| one.edits())
        .for_each(|edit| deal.apply(edit));
    let people: Vec<_> = deal.people.iter().map(|one| (&*one.name, &*one.title, &*one.phone, &*one.note)).collect();
    assert_eq!(
        people,
        [
            ("Ann", "Head", "12", ""),
            ("Bo", "", "+86 138 0000 1111", ""),
            ("Di", "", "", ""),
            ("Cy", "", "", "Company: Other")
        ]
    );
    let again = match_cards(&deal, &read(file.as_bytes()).cards, Locale::En);
    let useful: Vec<_> = again.iter().filter(|one| one.is_of_use()).map(|one| &*one.person.name).collect();
    assert_eq!(useful, ["cy"], "only the second card of the same name adds a number");
}

/// What a line of a card can contain. Invisible text is not written.
fn shown(text: &str) -> String {
    if !(Person { name: text.to_owned(), ..Person::default() }).is_named() {
        return String::new();
    }
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || "\n\t".contains(*c))
        .collect();
    text.trim().to_owned()
}

proptest! {
    #[test]
    fn reading_cards_never_fails(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _whatever = read_cards(&bytes, &decode);
        let _whatever = read_cards(&card(&bytes), &decode);
    }

    #[test]
    fn lines_of_cards_never_fail(lines in prop::collection::vec(
        "(BEGIN:VCARD|END:VCARD|VERSION:2\\.1|VERSION:3\\.0|AGENT:|[A-Z]{1,5}(;(PREF|CELL|BASE64|CHARSET=GBK|ENCODING=QUOTED-PRINTABLE|X=\"a:b\"))*:[=;\\\\,a-fA-F0-9\u{674e} ]{0,12}=?| [a=]{0,4})", 0..20,
    ), end in "\r\n|\n|\r") {
        let _whatever = read_cards(format!("BEGIN:VCARD{end}{}", lines.join(&end)).as_bytes(), &decode);
    }

    #[test]
    fn our_own_export_is_read_back(deal in any_deal()) {
        let file = vcard_file(&deal);
        let cards = read_cards(file.as_bytes(), &decode).map(|cards| cards.cards).unwrap_or_default();
        let named: Vec<_> = deal.people.iter().filter(|person| person.is_named()).collect();
        prop_assert_eq!(cards.len(), named.len());
        for (card, person) in cards.iter().zip(named) {
            let Person { name, title, department, phone, email, note, .. } = &card.person;
            for (read, written) in [(name, &person.name), (title, &person.title), (department, &person.department),
                (phone, &person.phone), (email, &person.email)] {
                prop_assert_eq!(read.clone(), shown(written));
            }
            prop_assert!(note.is_empty());
            prop_assert_eq!(card.note(&deal.customer, Locale::Zh), shown(&person.note));
        }
    }
}
