//! What each edit changes, and what it leaves.

use super::*;

#[test]
fn each_edit_sets_its_own_field_and_nothing_else() {
    let blank = || Deal::new("d");
    let with_guide = |guide| Deal { guide, ..blank() };
    let with_person = |person| with_people(vec![Person { id: "p1".to_owned(), ..person }]);
    let table = [
        (Edit::Customer("华东 ".to_owned()), Deal { customer: "华东 ".to_owned(), ..blank() }),
        (Edit::Title("Line 2".to_owned()), Deal { title: "Line 2".to_owned(), ..blank() }),
        (Edit::Amount(Ok(Some(amount("-0.5")))), Deal { amount: Some(amount("-0.5")), ..blank() }),
        (Edit::Currency(Currency::new("USD").unwrap()), Deal { currency: Currency::new("USD").unwrap(), ..blank() }),
        (Edit::ExpectedClose(Ok(Some(date(TODAY)))), Deal { expected_close: Some(date(TODAY)), ..blank() }),
        (Edit::Salesperson("陈晨".to_owned()), Deal { salesperson: "陈晨".to_owned(), ..blank() }),
        (Edit::Guide(GuideEdit::Name("Wang".to_owned())), with_guide(guide("Wang", false, false, false))),
        (
            Edit::Guide(GuideEdit::Title("CTO".to_owned())),
            with_guide(Guide { title: "CTO".to_owned(), ..Guide::default() }),
        ),
        (Edit::Guide(GuideEdit::Test(GuideTest::Credible, true)), with_guide(guide("", true, false, false))),
        (Edit::Guide(GuideEdit::Test(GuideTest::TrustsUs, true)), with_guide(guide("", false, true, false))),
        (Edit::Guide(GuideEdit::Test(GuideTest::WantsUs, true)), with_guide(guide("", false, false, true))),
        (Edit::Person(Role::User, PersonEdit::Name("Li".to_owned())), with_person(person("Li", &[Role::User]))),
        (
            Edit::Person(Role::User, PersonEdit::Title("Fitter".to_owned())),
            with_person(Person { title: "Fitter".to_owned(), ..person("", &[Role::User]) }),
        ),
        (
            Edit::Person(Role::Gatekeeper, PersonEdit::Stance(Stance::Opposes)),
            with_person(Person { stance: Stance::Opposes, ..person("", &[Role::Gatekeeper]) }),
        ),
        (Edit::NextAction("Call".to_owned()), Deal { next_step: step("Call", None), ..blank() }),
        (Edit::NextDate(Ok(Some(date(TODAY)))), Deal { next_step: step("", Some(TODAY)), ..blank() }),
    ];
    for (edit, expected) in table {
        let mut deal = blank();
        deal.apply(edit.clone());
        assert_eq!(deal, expected, "{edit:?}");
    }
}

#[test]
fn what_cannot_be_read_is_kept_as_typed_until_it_can() {
    let broken = "十二万?".to_owned();
    let table = [
        (Edit::Amount(Err(broken.clone())), Edit::Amount(Ok(None)), unread::AMOUNT),
        (Edit::ExpectedClose(Err(broken.clone())), Edit::ExpectedClose(Ok(None)), unread::EXPECTED_CLOSE),
        (Edit::NextDate(Err(broken.clone())), Edit::NextDate(Ok(None)), unread::NEXT_DATE),
    ];
    for (typed, corrected, field) in table {
        let mut deal = Deal {
            amount: Some(amount("7")),
            expected_close: Some(date(TODAY)),
            next_step: step("Call", Some(TODAY)),
            ..Deal::new("d")
        };
        deal.apply(typed);
        assert_eq!(deal.unread.get(field), Some(&broken));
        assert_eq!(decode("d", &encode(&deal)).as_ref(), Ok(&deal), "the typing survives storage");
        let left = [deal.amount.is_some(), deal.expected_close.is_some(), deal.next_step.date.is_some()];
        assert_eq!(left.iter().filter(|is| **is).count(), 2, "{field} has no value, the others keep theirs");
        deal.apply(corrected);
        assert!(deal.unread.is_empty());
    }
}

#[test]
fn an_amount_no_record_may_carry_counts_as_not_read() {
    for (text, fits) in [
        ("1000000000000000", true),
        ("-1000000000000000", true),
        ("999999999999999.999999", true),
        ("1000000000000000.000001", false),
        ("-1000000000000001", false),
        ("0.0000001", false),
    ] {
        let mut deal = Deal::new("d");
        deal.apply(Edit::Amount(Ok(Some(amount(text)))));
        assert_eq!(deal.amount, fits.then(|| amount(text)), "{text}");
        assert_eq!(deal.unread.get(unread::AMOUNT).map(String::as_str), (!fits).then_some(text));
        assert_eq!(decode("d", &encode(&deal)), Ok(deal));
    }
}

#[test]
fn a_role_has_one_person_on_the_form_while_the_list_may_hold_more() {
    let mut deal = with_people(vec![
        Person { id: "p3".to_owned(), ..person("Li", &[Role::User, Role::Gatekeeper]) },
        person("Han", &[Role::User]),
    ]);
    deal.apply(Edit::Person(Role::Gatekeeper, PersonEdit::Title("Engineer".to_owned())));
    assert_eq!(deal.people.len(), 2);
    assert_eq!(deal.person(Role::User).map(|p| p.title.as_str()), Some("Engineer"));
    assert_eq!(deal.person(Role::Purchaser), None);
    deal.apply(Edit::Person(Role::Purchaser, PersonEdit::Name("Zhao".to_owned())));
    assert_eq!(deal.people[2].id, "p4", "p3 is in use");
    assert_eq!(deal.people[2].roles, [Role::Purchaser]);
}

#[test]
fn a_currency_is_three_capital_letters() {
    assert_eq!(Currency::default().code(), "CNY");
    for code in ["", "cny", "CN", "CNYX", "C1Y", "人民币", "￥"] {
        assert_eq!(Currency::new(code), None, "{code:?}");
    }
}

#[test]
fn a_typed_amount_is_read_or_kept_as_typed() {
    let cny = Currency::default();
    let set = |typed: &str| amount_edits(typed, &cny);
    for (typed, value) in [("3万", "30000"), ("1.2亿", "120000000"), ("¥500", "500"), ("１２３", "123"), ("0", "0")]
    {
        assert_eq!(set(typed), [Edit::Amount(Ok(Some(amount(value))))], "{typed}");
        assert_eq!(amount_error(typed), None);
    }
    for typed in ["", "  "] {
        assert_eq!(set(typed), [Edit::Amount(Ok(None))]);
        assert_eq!(amount_error(typed), None, "an amount may stay unknown");
    }
    for typed in ["abc", "1,5", "-1", "5%", "10000000000000000"] {
        assert_eq!(set(typed), [Edit::Amount(Err(typed.to_owned()))]);
        assert!(amount_error(typed).is_some(), "{typed}");
    }
}

#[test]
fn the_sign_of_another_currency_changes_the_currency() {
    let code = |current: &str, typed: &str| {
        let mut deal = Deal { currency: Currency::new(current).unwrap(), ..Deal::new("d") };
        amount_edits(typed, &deal.currency.clone()).into_iter().for_each(|edit| deal.apply(edit));
        deal.currency.code().to_owned()
    };
    for (current, typed, expected) in [
        ("CNY", "500", "CNY"),
        ("CNY", "$500", "USD"),
        ("CNY", "€5", "EUR"),
        ("USD", "500", "USD"),
        ("USD", "500元", "CNY"),
        ("HKD", "$500", "HKD"),
        ("JPY", "¥500", "JPY"),
        ("CNY", "$abc", "CNY"),
        ("CNY", "ＵＳＤ 500", "USD"),
        ("CNY", "＄500", "USD"),
        ("HKD", "USD 500", "USD"),
        ("HKD", "US$500", "USD"),
        ("USD", "HK$500", "HKD"),
        ("USD", "$500", "USD"),
        ("AUD", "$500", "AUD"),
        ("AUD", "US$500", "USD"),
        ("USD", "NT$500", "TWD"),
        ("JPY", "500元", "CNY"),
        ("JPY", "500 CNY", "CNY"),
        ("JPY", "人民币 500", "CNY"),
        ("JPY", "ＲＭＢ５００", "CNY"),
        ("JPY", "￥500", "JPY"),
        ("USD", "￥500", "CNY"),
        ("CNY", "￡5", "GBP"),
        ("CNY", "500日元", "JPY"),
    ] {
        assert_eq!(code(current, typed), expected, "{current} {typed}");
    }
}
