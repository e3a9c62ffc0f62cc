//! What each edit changes and what it leaves unchanged.

use super::*;

fn text(field: TextField, typed: &str) -> Edit {
    Edit::Text(field, typed.to_owned())
}

#[test]
fn each_edit_changes_only_its_own_field() {
    let blank = || Deal::new("d");
    let invoice = |invoice| Deal { invoice, ..blank() };
    let usd = || Currency::new("USD").unwrap();
    let table = [
        (text(TextField::Deal(&fields::CUSTOMER), "华东 "), Deal { customer: "华东 ".to_owned(), ..blank() }),
        (text(TextField::Deal(&fields::TITLE), "Line 2"), Deal { title: "Line 2".to_owned(), ..blank() }),
        (text(TextField::Deal(&fields::SALESPERSON), "陈晨"), Deal { salesperson: "陈晨".to_owned(), ..blank() }),
        (text(TextField::Deal(&fields::LOST_REASON), "price"), Deal { lost_reason: "price".to_owned(), ..blank() }),
        (text(TextField::Deal(&fields::NOTES), "a\nb"), Deal { notes: "a\nb".to_owned(), ..blank() }),
        (text(TextField::Deal(&fields::NEXT_ACTION), "Call"), Deal { next_step: step("Call", None), ..blank() }),
        (
            text(TextField::Deal(&fields::INVOICE_NUMBER), "7"),
            invoice(Invoice { number: "7".to_owned(), ..Invoice::default() }),
        ),
        (
            Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(Some(amount("-0.5")))),
            Deal { amount: Some(amount("-0.5")), ..blank() },
        ),
        (
            Edit::Number(NumberField::Deal(&fields::INVOICE_AMOUNT), Ok(Some(amount("5")))),
            invoice(Invoice { amount: Some(amount("5")), ..Invoice::default() }),
        ),
        (
            Edit::Number(NumberField::Deal(&fields::INVOICE_MARGIN), Ok(Some(amount("0.1")))),
            invoice(Invoice { margin: Some(amount("0.1")), ..Invoice::default() }),
        ),
        (
            Edit::Number(NumberField::Deal(&fields::INVOICE_RATE), Ok(Some(amount("0.05")))),
            invoice(Invoice { rate: Some(amount("0.05")), ..Invoice::default() }),
        ),
        (
            Edit::Date(DateField::Deal(&fields::EXPECTED_CLOSE), Ok(Some(date(TODAY)))),
            Deal { expected_close: Some(date(TODAY)), ..blank() },
        ),
        (
            Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(Some(date(TODAY)))),
            Deal { next_step: step("", Some(TODAY)), ..blank() },
        ),
        (
            Edit::Date(DateField::Deal(&fields::INVOICE_DUE), Ok(Some(date(TODAY)))),
            invoice(Invoice { due: Some(date(TODAY)), ..Invoice::default() }),
        ),
        (
            Edit::Date(DateField::Deal(&fields::INVOICE_PAID), Ok(Some(date(TODAY)))),
            invoice(Invoice { paid: Some(date(TODAY)), ..Invoice::default() }),
        ),
        (Edit::Currency(usd()), Deal { currency: usd(), ..blank() }),
        (
            Edit::Stage(Stage::Needs, date(TODAY)),
            Deal { stage: Stage::Needs, reached: reached(&[(Stage::Needs, TODAY)]), ..blank() },
        ),
        (
            Edit::End(Some(End::Lost), date(TODAY)),
            Deal {
                end: Some(End::Lost),
                reached: StageHistory { ended: Some(date(TODAY)), ..StageHistory::default() },
                ..blank()
            },
        ),
        (Edit::Tags(vec!["VIP".to_owned()]), Deal { tags: vec!["VIP".to_owned()], ..blank() }),
        (
            Edit::SetAside("no-guide".to_owned(), Some("known".to_owned())),
            Deal { set_aside: [("no-guide".to_owned(), "known".to_owned())].into_iter().collect(), ..blank() },
        ),
        (Edit::AddPerson(Box::new(person("Li", &[Role::User]))), with_people(vec![person("Li", &[Role::User])])),
    ];
    for (edit, expected) in table {
        let mut deal = blank();
        deal.apply(edit.clone());
        assert_eq!(deal, expected, "{edit:?}");
    }
}

#[test]
fn an_edit_changes_only_the_addressed_person() {
    let two = || with_people(vec![person("Li", &[Role::User]), person("Han", &[])]);
    let change = |edit| Edit::Person("p2".to_owned(), edit);
    let set = |field| text(TextField::Person("p2".to_owned(), field), "x");
    let x = || "x".to_owned();
    type Change = fn(&mut Person);
    let table: Vec<(Edit, Change)> = vec![
        (set(&fields::person::NAME), |person| person.name = "x".to_owned()),
        (set(&fields::person::TITLE), |person| person.title = "x".to_owned()),
        (set(&fields::person::DEPARTMENT), |person| person.department = "x".to_owned()),
        (set(&fields::person::PHONE), |person| person.phone = "x".to_owned()),
        (set(&fields::person::EMAIL), |person| person.email = "x".to_owned()),
        (set(&fields::person::NOTE), |person| person.note = "x".to_owned()),
        (set(&fields::person::BUSINESS_NEED), |person| person.business_need = "x".to_owned()),
        (set(&fields::person::PERSONAL_NEED), |person| person.personal_need = "x".to_owned()),
        (set(&fields::person::NEXT_ACTION), |person| person.next_step.action = "x".to_owned()),
        (Edit::Date(DateField::Person("p2".to_owned(), &fields::person::NEXT_DATE), Ok(Some(date(TODAY)))), |person| {
            person.next_step.date = Some(date(TODAY));
        }),
        (change(PersonEdit::Role(Role::Gatekeeper, true)), |person| person.roles = vec![Role::Gatekeeper]),
        (change(PersonEdit::Guide(true)), |person| person.guide = Some(GuideTests::default())),
        (change(PersonEdit::Test(GuideTest::TrustsUs, true)), |person| {
            person.guide = Some(GuideTests { trusts_us: true, ..GuideTests::default() });
        }),
        (change(PersonEdit::NeedKind(NeedKind::Cost, true)), |person| person.need_kinds = vec![NeedKind::Cost]),
        (change(PersonEdit::Influence(Some(Influence::High))), |person| person.influence = Some(Influence::High)),
    ];
    for (edit, expected) in table {
        let (mut deal, mut wanted) = (two(), two());
        deal.apply(edit.clone());
        expected(&mut wanted.people[1]);
        assert_eq!(deal, wanted, "{edit:?}");
    }
    for nobody in [
        text(TextField::Person("p9".to_owned(), &fields::person::NAME), &x()),
        Edit::Date(DateField::Person("p9".to_owned(), &fields::person::NEXT_DATE), Err(x())),
        Edit::Person("p9".to_owned(), PersonEdit::Guide(true)),
        Edit::RemovePerson("p9".to_owned()),
        Edit::RemoveSnapshot("n9".to_owned()),
    ] {
        let mut deal = two();
        deal.apply(nobody);
        assert_eq!(deal, two());
    }
}

#[test]
fn stances_are_recorded_by_day() {
    let mut deal = with_people(vec![person("Li", &[])]);
    for (stance, day) in [
        (Stance::Neutral, "2026-03-01"),
        (Stance::Opposes, "2026-03-02"),
        (Stance::Supports, "2026-03-02"),
        (Stance::Supports, "2026-03-05"),
        (Stance::Neutral, "2026-03-04"),
    ] {
        deal.apply(Edit::Person("p1".to_owned(), PersonEdit::Stance(stance, date(day))));
    }
    let history: Vec<_> = deal.people[0].stances.iter().map(|since| (since.date.to_string(), since.stance)).collect();
    let expected = [("2026-03-01", Stance::Neutral), ("2026-03-02", Stance::Supports), ("2026-03-04", Stance::Neutral)];
    assert_eq!(history, expected.map(|(day, stance)| (day.to_owned(), stance)));
    assert_eq!(deal.people[0].stance, Stance::Neutral);
}

#[test]
fn removing_a_person_can_be_undone() {
    let whole = with_people(vec![person("Li", &[Role::User]), person("Han", &[])]);
    let mut deal = whole.clone();
    let removal = Edit::RemovePerson("p2".to_owned());
    let back = deal.restoring(&removal).unwrap();
    deal.apply(Edit::Date(DateField::Person("p2".to_owned(), &fields::person::NEXT_DATE), Err("soon".to_owned())));
    deal.apply(removal);
    assert_eq!(deal, with_people(vec![person("Li", &[Role::User])]), "unread texts are removed with the person");
    deal.apply(back);
    assert_eq!(deal, whole);
    assert_eq!(deal.restoring(&Edit::RemovePerson("p9".to_owned())), None);
    assert_eq!(deal.restoring(&text(TextField::Deal(&fields::TITLE), "x")), None);
}

#[test]
fn choosing_a_stage_reopens_an_ended_deal() {
    let mut deal = Deal::new("d");
    deal.apply(Edit::Stage(Stage::Collect, date(TODAY)));
    deal.apply(Edit::End(Some(End::Paid), date(TODAY)));
    assert!(!deal.is_open());
    assert_eq!(deal.stage, Stage::Collect, "the stage is kept");
    deal.apply(Edit::Stage(Stage::Value, date(TODAY)));
    assert!(deal.is_open());
}

#[test]
fn unreadable_input_is_kept_as_typed() {
    let full = || Deal {
        amount: Some(amount("7")),
        expected_close: Some(date(TODAY)),
        next_step: step("Call", Some(TODAY)),
        ..with_people(vec![Person { next_step: step("Ask", Some(TODAY)), ..person("Li", &[]) }])
    };
    let dates = [
        DateField::Deal(&fields::EXPECTED_CLOSE),
        DateField::Deal(&fields::NEXT_DATE),
        DateField::Deal(&fields::INVOICE_DUE),
        DateField::Deal(&fields::INVOICE_PAID),
        DateField::Person("p1".to_owned(), &fields::person::NEXT_DATE),
    ];
    let numbers = [
        NumberField::Deal(&fields::AMOUNT),
        NumberField::Deal(&fields::INVOICE_AMOUNT),
        NumberField::Deal(&fields::INVOICE_MARGIN),
        NumberField::Deal(&fields::INVOICE_RATE),
    ];
    let broken = "十二万?".to_owned();
    let dates = dates.map(|field| {
        (Edit::Date(field.clone(), Err(broken.clone())), Edit::Date(field.clone(), Ok(None)), field.path())
    });
    let numbers = numbers.map(|field| {
        (Edit::Number(field.clone(), Err(broken.clone())), Edit::Number(field.clone(), Ok(None)), field.path())
    });
    for (typed, corrected, path) in dates.into_iter().chain(numbers) {
        let mut deal = full();
        deal.apply(typed);
        assert_eq!(deal.unread.get(&path), Some(&broken));
        assert_eq!(decode("d", &encode(&deal)).as_ref(), Ok(&deal), "unread text is stored");
        let mut emptied = full();
        emptied.apply(corrected.clone());
        deal.apply(corrected);
        assert_eq!(deal, emptied, "{path} has no value, all other fields are unchanged");
    }
}

#[test]
fn a_number_outside_storable_bounds_is_unreadable() {
    for (field, text, fits) in [
        (NumberField::Deal(&fields::AMOUNT), "1000000000000000", true),
        (NumberField::Deal(&fields::AMOUNT), "-1000000000000000", true),
        (NumberField::Deal(&fields::INVOICE_AMOUNT), "999999999999999.999999", true),
        (NumberField::Deal(&fields::AMOUNT), "1000000000000000.000001", false),
        (NumberField::Deal(&fields::INVOICE_AMOUNT), "-1000000000000001", false),
        (NumberField::Deal(&fields::AMOUNT), "0.0000001", false),
        (NumberField::Deal(&fields::INVOICE_MARGIN), "1", true),
        (NumberField::Deal(&fields::INVOICE_MARGIN), "0", false),
        (NumberField::Deal(&fields::INVOICE_MARGIN), "1.1", false),
        (NumberField::Deal(&fields::INVOICE_RATE), "10", true),
        (NumberField::Deal(&fields::INVOICE_RATE), "10.1", false),
    ] {
        let mut deal = Deal::new("d");
        deal.apply(Edit::Number(field.clone(), Ok(Some(amount(text)))));
        assert_eq!(field.read(&deal), fits.then(|| amount(text)), "{text}");
        assert_eq!(deal.unread.get(field.spec().key).map(String::as_str), (!fits).then_some(text));
        assert_eq!(decode("d", &encode(&deal)), Ok(deal));
    }
}

#[test]
fn beginning_a_person_twice_adds_one() {
    let mut deal = Deal::new("d");
    let name = |typed: &str| text(TextField::Person("p1".to_owned(), &fields::person::NAME), typed);
    for typed in ["L", "Li"] {
        deal.apply(Edit::BeginPerson("p1".to_owned()));
        deal.apply(name(typed));
    }
    let people: Vec<_> = deal.people.iter().map(|person| (person.id.as_str(), person.name.as_str())).collect();
    assert_eq!(people, [("p1", "Li")]);
}

#[test]
fn every_person_has_a_unique_id() {
    let mut deal = with_people(vec![Person { id: "p3".to_owned(), ..person("Li", &[]) }]);
    for wanted in ["", "p1", "mine"] {
        deal.apply(Edit::AddPerson(Box::new(Person { id: wanted.to_owned(), ..Person::in_role(Role::Purchaser) })));
    }
    let ids: Vec<_> = deal.people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2", "p3", "mine"]);
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
    let set = |typed: &str| number_edits(&NumberField::Deal(&fields::AMOUNT), typed, &cny);
    for (typed, value) in [("3万", "30000"), ("1.2亿", "120000000"), ("¥500", "500"), ("１２３", "123"), ("0", "0")]
    {
        assert_eq!(set(typed), [Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(Some(amount(value))))], "{typed}");
        assert_eq!(number_error(&NumberField::Deal(&fields::AMOUNT), typed), None);
    }
    for typed in ["", "  "] {
        assert_eq!(set(typed), [Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(None))]);
        assert_eq!(number_error(&NumberField::Deal(&fields::AMOUNT), typed), None, "an empty amount is valid");
    }
    for typed in ["abc", "1,5", "-1", "5%", "10000000000000000"] {
        assert_eq!(set(typed), [Edit::Number(NumberField::Deal(&fields::AMOUNT), Err(typed.to_owned()))]);
        assert!(number_error(&NumberField::Deal(&fields::AMOUNT), typed).is_some(), "{typed}");
    }
}

#[test]
fn a_foreign_currency_sign_changes_the_currency() {
    let code = |current: &str, typed: &str| {
        let mut deal = Deal { currency: Currency::new(current).unwrap(), ..Deal::new("d") };
        number_edits(&NumberField::Deal(&fields::AMOUNT), typed, &deal.currency.clone())
            .into_iter()
            .for_each(|edit| deal.apply(edit));
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

#[test]
fn a_second_version_can_become_the_only_one() {
    let mut deal = Deal { copy_of: Some("a".to_owned()), ..Deal::new("z") };
    deal.apply(Edit::OneVersion);
    assert_eq!(deal, Deal::new("z"));
}

fn reached(stages: &[(Stage, &str)]) -> StageHistory {
    StageHistory { stages: stages.iter().map(|(stage, day)| (*stage, date(day))).collect(), ..StageHistory::default() }
}

#[test]
fn a_deal_records_when_it_reached_its_stage() {
    let mut deal = Deal::new("d");
    for (edit, expected) in [
        (Edit::Stage(Stage::Trust, date("2026-03-01")), vec![(Stage::Trust, "2026-03-01")]),
        (
            Edit::Stage(Stage::Value, date("2026-03-09")),
            vec![(Stage::Trust, "2026-03-01"), (Stage::Value, "2026-03-09")],
        ),
        // Going back keeps the day of that stage and drops those after it.
        (Edit::Stage(Stage::Trust, date("2026-03-12")), vec![(Stage::Trust, "2026-03-01")]),
        // It is unknown when the deal was at this stage before.
        (Edit::Stage(Stage::Analyse, date("2026-03-13")), vec![]),
        (Edit::Stage(Stage::Collect, date("2026-03-14")), vec![(Stage::Collect, "2026-03-14")]),
        // Choosing the same stage again changes nothing.
        (Edit::Stage(Stage::Collect, date("2026-03-15")), vec![(Stage::Collect, "2026-03-14")]),
    ] {
        deal.apply(edit.clone());
        assert_eq!(deal.reached, reached(&expected), "{edit:?}");
    }
    deal.apply(Edit::End(Some(End::Paid), date("2026-04-01")));
    assert_eq!(deal.reached.ended, Some(date("2026-04-01")));
    deal.apply(Edit::Stage(Stage::Collect, date("2026-04-02")));
    assert_eq!(deal.reached, reached(&[(Stage::Collect, "2026-03-14")]), "a reopened deal has not ended");
}

#[test]
fn a_stage_change_that_loses_days_can_be_undone() {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let mut deal = Deal::new("a");
    for (stage, reached) in [(Stage::Trust, "2026-02-01"), (Stage::Needs, "2026-03-01")] {
        let forward = Edit::Stage(stage, day(reached));
        assert_eq!(deal.restoring(&forward), None, "going forward loses nothing");
        deal.apply(forward);
    }
    deal.apply(Edit::End(Some(End::Lost), day("2026-03-20")));
    let today = day("2026-04-01");
    for change in [Edit::Stage(Stage::Trust, today), Edit::End(None, today)] {
        let back = deal.restoring(&change).expect("days are lost");
        let mut changed = deal.clone();
        changed.apply(change);
        assert_ne!(changed, deal);
        changed.apply(back);
        assert_eq!(changed, deal);
    }
}
