//! Phone and mail links, contact cards, and colleagues known from other deals.

use abacus_deals::{Deal, End, Person, Role, colleagues, mail_link, of_same_customer, phone_link, vcard_file};

#[test]
fn a_phone_number_is_linked_in_any_spelling() {
    for (typed, number) in [
        ("13800001111", "13800001111"),
        (" 138 0000-1111 ", "13800001111"),
        ("+86 (21) 6000.1111", "+862160001111"),
        ("１３８００００１１１１", "13800001111"),
        ("110", "110"),
    ] {
        assert_eq!(phone_link(typed), Some(format!("tel:{number}")), "{typed}");
    }
}

#[test]
fn other_text_is_not_a_phone_link() {
    for typed in ["", " ", "12", "1234567890123456", "021-6000 转 8", "86+21", "a", "138/139", "javascript:1"] {
        assert_eq!(phone_link(typed), None, "{typed}");
    }
}

#[test]
fn only_an_email_address_is_a_mail_link() {
    assert_eq!(mail_link(" li.lei+a@example.com "), Some("mailto:li.lei+a@example.com".to_owned()));
    assert_eq!(
        mail_link("李雷@例子.中国").as_deref(),
        Some("mailto:%E6%9D%8E%E9%9B%B7@%E4%BE%8B%E5%AD%90.%E4%B8%AD%E5%9B%BD")
    );
    for typed in ["", "a", "a@", "@b.c", "a@b", "a@b.", "a b@c.d", "a@b.c?bcc=x@y.z", "a@b@c.d", "a@b.c,d@e.f"] {
        assert_eq!(mail_link(typed), None, "{typed}");
    }
}

#[test]
fn people_are_exported_as_contact_cards() {
    let li = Person {
        name: " 李雷 ".to_owned(),
        title: "主任; 高工".to_owned(),
        department: "设备科".to_owned(),
        phone: "138 0000 1111".to_owned(),
        email: "li@example.com".to_owned(),
        ..Person::default()
    };
    let nobody = Person { phone: "110".to_owned(), ..Person::in_role(Role::User) };
    let bare = Person { name: "Ann".to_owned(), ..Person::default() };
    let deal = |customer: &str, people: Vec<Person>| Deal { customer: customer.to_owned(), people, ..Deal::new("d") };
    assert_eq!(
        vcard_file(&deal("华东,机床", vec![li, nobody])),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:李雷;;;;\r\nFN:李雷\r\nORG:华东\\,机床;设备科\r\nTITLE:主任\\; 高工\r\n\
         TEL;TYPE=WORK:138 0000 1111\r\nEMAIL;TYPE=INTERNET:li@example.com\r\nEND:VCARD\r\n"
    );
    assert_eq!(vcard_file(&deal("", vec![bare])), "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ann;;;;\r\nFN:Ann\r\nEND:VCARD\r\n");
    assert_eq!(vcard_file(&deal("x", vec![])), "");
}

#[test]
fn deals_of_the_same_customer_are_found_in_any_spelling() {
    let deal = |id: &str, customer: &str| Deal { customer: customer.to_owned(), ..Deal::new(id) };
    let over = Deal { end: Some(End::Lost), ..deal("a", "ACME  ltd") };
    let gone = Deal { deleted: true, ..deal("c", "acme ltd") };
    let others = [over, deal("b", "Ａｃｍｅ ltd "), gone, deal("d", "Acme"), deal("e", "")];
    let found = |customer: &str| {
        let ours = deal("e", customer);
        of_same_customer(&ours, others.iter()).into_iter().map(|other| other.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found("acme\u{200B} LTD"), ["b", "a"], "the open one first");
    assert_eq!((found("Acm"), found(" ")), (vec![], vec![]));
}

#[test]
fn colleagues_of_the_same_customer_are_listed_once() {
    let person =
        |name: &str, phone: &str| Person { name: name.to_owned(), phone: phone.to_owned(), ..Person::default() };
    let deal = |id: &str, customer: &str, people: Vec<Person>| Deal {
        customer: customer.to_owned(),
        people: people.into_iter().map(|one| Person { roles: vec![Role::User], ..one }).collect(),
        ..Deal::new(id)
    };
    let ours = deal("a", " ＡＣＭＥ", vec![person("Bo", "")]);
    let others = [
        deal("b", "Acme", vec![person("Ann", ""), person("BO", "1"), person(" ", "2")]),
        deal("c", "acme", vec![person("ann", "138"), person("Cy", "")]),
        deal("d", "Beta", vec![person("Di", "")]),
        Deal { deleted: true, ..deal("e", "Acme", vec![person("Ed", "")]) },
    ];
    let found = colleagues(&ours, others.iter());
    let found: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.phone.as_str(), one.roles.len())).collect();
    assert_eq!(found, [("Ann", "138", 0), ("Cy", "", 0)]);
    assert!(colleagues(&Deal::new("f"), others.iter()).is_empty(), "the customer is unknown");
}
