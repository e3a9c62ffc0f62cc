//! The fields of the form: each shows what was typed and is stored under its public name.

use super::*;

/// A deal with two of everything that has an id.
fn deal() -> Deal {
    let question = |id: &str| Question { id: id.to_owned(), ..Question::default() };
    let visit =
        |id: &str| Visit { id: id.to_owned(), questions: ["q1", "q2"].map(question).into(), ..Visit::default() };
    let contact = |id: &str| Contact { id: id.to_owned(), ..Contact::default() };
    Deal {
        visits: ["v1", "v2"].map(visit).into(),
        log: ["l1", "l2"].map(contact).into(),
        ..with_people(vec![person("Li", &[]), person("Wang", &[])])
    }
}

/// The value at a path of a record; list items are named by id.
fn at(record: &Value, path: &str) -> Value {
    path.split('.').fold(record.clone(), |value, part| match value {
        Value::Array(list) => list.into_iter().find(|one| one["id"] == part).unwrap_or_default(),
        mut value => value[part].take(),
    })
}

fn record(deal: &Deal) -> Value {
    serde_json::from_str(&encode(deal)).unwrap()
}

fn text_fields() -> Vec<TextField> {
    let own = fields::FIELDS.iter().filter_map(|field| match field {
        DealField::Text(field) => Some(TextField::Deal(field)),
        _ => None,
    });
    let mut all: Vec<_> = own.collect();
    for id in ["p1", "p2"] {
        all.extend(fields::person::TEXTS.iter().map(|text| TextField::Person(id.to_owned(), text)));
    }
    for id in ["l1", "l2"] {
        all.extend(fields::contact::TEXTS.iter().map(|text| TextField::Contact(id.to_owned(), text)));
    }
    for id in ["v1", "v2"] {
        let question =
            |question: &str| TextField::Question(id.to_owned(), question.to_owned(), &fields::visit::QUESTION);
        let line = |quadrant| TextField::Quadrant(id.to_owned(), quadrant, &fields::visit::LINE);
        all.extend(fields::visit::TEXTS.iter().map(|text| TextField::Visit(id.to_owned(), text)));
        all.extend(["q1", "q2"].map(question));
        all.extend(Quadrant::ALL.map(line));
    }
    all
}

fn date_fields() -> Vec<DateField> {
    let own = fields::FIELDS.iter().filter_map(|field| match field {
        DealField::Date(field) => Some(DateField::Deal(field)),
        _ => None,
    });
    let mut all: Vec<_> = own.collect();
    for number in ["1", "2"] {
        let id = |list: &str| format!("{list}{number}");
        all.extend(fields::person::DATES.iter().map(|day| DateField::Person(id("p"), day)));
        all.extend(fields::contact::DATES.iter().map(|day| DateField::Contact(id("l"), day)));
        all.extend(fields::visit::DATES.iter().map(|day| DateField::Visit(id("v"), day)));
    }
    all
}

#[test]
fn a_text_is_shown_and_stored_under_its_key() {
    let fields = text_fields();
    for field in &fields {
        let mut changed = deal();
        changed.apply(Edit::Text(field.clone(), "typed".to_owned()));
        let (record, path) = (record(&changed), field.path());
        assert_eq!(at(&record, &path), "typed", "{path} in {record}");
        for other in &fields {
            let before = deal();
            let expected = if other == field { "typed" } else { other.read(&before) };
            assert_eq!(other.read(&changed), expected, "{} after {path}", other.path());
        }
    }
    let names: std::collections::BTreeSet<_> = fields.iter().map(TextField::path).collect();
    assert_eq!(names.len(), fields.len(), "names are unique");
}

#[test]
fn a_day_is_shown_and_stored_under_its_key() {
    let fields = date_fields();
    for field in &fields {
        let mut changed = deal();
        changed.apply(field.edit(TODAY.to_owned()));
        let (record, path) = (record(&changed), field.path());
        assert_eq!(at(&record, &path), TODAY, "{path} in {record}");
        for other in &fields {
            let expected = if other == field { TODAY } else { "" };
            assert_eq!((other.show(&changed).as_str(), other.read(&changed).is_some()), (expected, other == field));
        }
        changed.apply(field.edit("soon".to_owned()));
        assert_eq!((field.show(&changed).as_str(), field.read(&changed)), ("soon", None), "{path}: kept as typed");
        changed.apply(field.edit(String::new()));
        assert_eq!(changed, deal(), "{path}");
    }
}

#[test]
fn a_field_of_a_missing_person_is_empty_and_ignores_edits() {
    let nobody = || "x".to_owned();
    for field in [
        TextField::Person(nobody(), &fields::person::NAME),
        TextField::Contact(nobody(), &fields::contact::NOTE),
        TextField::Visit(nobody(), &fields::visit::GOAL),
        TextField::Question(nobody(), "q1".to_owned(), &fields::visit::QUESTION),
        TextField::Question("v1".to_owned(), nobody(), &fields::visit::QUESTION),
        TextField::Quadrant(nobody(), Quadrant::Facts, &fields::visit::LINE),
    ] {
        let mut unchanged = deal();
        unchanged.apply(Edit::Text(field.clone(), "typed".to_owned()));
        assert_eq!((field.read(&unchanged), &unchanged), ("", &deal()), "{}", field.path());
    }
    for field in [
        DateField::Person(nobody(), &fields::person::NEXT_DATE),
        DateField::Contact(nobody(), &fields::contact::DATE),
        DateField::Visit(nobody(), &fields::visit::DATE),
    ] {
        let mut unchanged = deal();
        unchanged.apply(field.edit(TODAY.to_owned()));
        assert_eq!(unchanged, deal(), "{}", field.path());
    }
}

#[test]
fn fields_have_suitable_length_limits() {
    let limits = |field: &TextField| (field.text_limits().is_multiline, field.text_limits().max_chars);
    for field in text_fields() {
        let path = field.path();
        let last = path.rsplit('.').next().unwrap();
        let expected = match last {
            "notes" | "note" => (true, 5000),
            "business_need" | "personal_need" | "action_words" | "goal" | "expected_words" | "text" => (true, 1000),
            "action" => (path == "next_step.action", if path == "next_step.action" { 1000 } else { 200 }),
            "customer" | "name" | "title" | "department" | "number" | "line" => (false, 200),
            _ => continue,
        };
        assert_eq!(limits(&field), expected, "{path}");
    }
}

#[test]
fn numbers_are_formatted_and_unreadable_input_is_kept() {
    let cny = Currency::new("CNY").unwrap();
    for (field, typed, value, shown) in [
        (NumberField::Deal(&fields::AMOUNT), "3万", "30000", "30,000"),
        (NumberField::Deal(&fields::INVOICE_AMOUNT), "1234.5", "1234.5", "1,234.5"),
        (NumberField::Deal(&fields::INVOICE_MARGIN), "12.5", "0.125", "12.5"),
        (NumberField::Deal(&fields::INVOICE_RATE), "5%", "0.05", "5"),
    ] {
        let mut changed = deal();
        number_edits(&field, typed, &cny).into_iter().for_each(|edit| changed.apply(edit));
        let path = field.path();
        assert_eq!((field.read(&changed), field.show(&changed)), (Some(amount(value)), shown.to_owned()), "{path}");
        assert_eq!(at(&record(&changed), &path), value, "{path}");
        number_edits(&field, "much", &cny).into_iter().for_each(|edit| changed.apply(edit));
        assert_eq!((field.read(&changed), field.show(&changed)), (None, "much".to_owned()), "{path}");
    }
}
