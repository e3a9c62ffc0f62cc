//! Deals of every kind, for properties.

use super::*;

/// Texts of all planes, and often those that go wrong elsewhere.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    const STRANGE: [&str; 8] = [
        "",
        "\0",
        "\u{202E}שלום",
        "\u{200B}",
        "👩\u{200D}👧\u{FE0F}",
        "\"\\\u{2028}\u{FEFF}",
        "e\u{301}",
        "\u{10FFFF}",
    ];
    prop_oneof![any::<String>(), prop::sample::select(&STRANGE[..]).prop_map(str::to_owned)]
}

pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?(e[+-]?[0-9]{1,4})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|digits| serde_json::from_str(&digits).unwrap()),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            any_fields(inner).prop_map(Value::Object),
        ]
    })
}

pub(super) fn any_fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = any_text().prop_map(|name| format!("x-{name}"));
    prop::collection::btree_map(name, value, 0..3).prop_map(|fields| fields.into_iter().collect())
}

pub(super) fn any_date() -> impl Strategy<Value = Option<Date>> {
    (0..=9999_i32, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| Date::new(year, month, day).ok())
}

pub(super) fn any_amount() -> impl Strategy<Value = Option<Decimal>> {
    let fits = (-1_000_000_000_000_000_i64..=1_000_000_000_000_000, 0..=6_u32);
    prop::option::of(fits.prop_map(|(units, scale)| Decimal::new(units, scale)))
}

/// Mostly none: each costs a good deal of time, and there are many places for them.
fn any_extra() -> impl Strategy<Value = Map<String, Value>> {
    prop_oneof![7 => Just(Map::new()), 1 => any_fields(any_json())]
}

fn any_step() -> impl Strategy<Value = NextStep> {
    (any_text(), any_date(), any_extra()).prop_map(|(action, date, extra)| NextStep { action, date, extra })
}

fn any_tests() -> impl Strategy<Value = GuideTests> {
    (any::<[bool; 3]>(), any_extra()).prop_map(|([credible, trusts_us, wants_us], extra)| GuideTests {
        credible,
        trusts_us,
        wants_us,
        extra,
    })
}

fn any_stances() -> impl Strategy<Value = Vec<StanceSince>> {
    let since = (any_date(), prop::sample::select(&Stance::ALL[..]), any_extra());
    let since =
        since.prop_filter_map("a day", |(date, stance, extra)| Some(StanceSince { date: date?, stance, extra }));
    prop::collection::vec(since, 0..3)
}

fn any_person() -> impl Strategy<Value = Person> {
    let texts = prop::array::uniform5(any_text());
    let roles = prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..4);
    let kinds = prop::collection::vec(prop::sample::select(&NeedKind::ALL[..]), 0..3);
    let influence = prop::option::of(prop::sample::select(&Influence::ALL[..]));
    let stance = (prop::sample::select(&Stance::ALL[..]), any_stances());
    let rest = (prop::option::of(any_tests()), any_step(), any_extra());
    (texts, roles, kinds, influence, stance, rest).prop_map(
        |(texts, roles, need_kinds, influence, (stance, stances), (guide, next_step, extra))| {
            let [name, title, department, business_need, personal_need] = texts;
            Person {
                id: String::new(),
                roles,
                name,
                title,
                department,
                stance,
                stances,
                guide,
                business_need,
                need_kinds,
                personal_need,
                influence,
                next_step,
                extra,
            }
        },
    )
}

fn any_invoice() -> impl Strategy<Value = Invoice> {
    let share = || prop::option::of((1..=100_000_000_i64).prop_map(|units| Decimal::new(units, 8)));
    (any_text(), any_amount(), any_date(), any_date(), share(), share(), any_extra()).prop_map(
        |(number, amount, due, paid, margin, rate, extra)| Invoice { number, amount, due, paid, margin, rate, extra },
    )
}

fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let results = prop::collection::btree_map(any_text(), any_text(), 0..3);
    (any_date(), any_text(), any_text(), results, any_extra()).prop_map(|(date, tool, inputs, results, extra)| {
        Snapshot { id: String::new(), date, tool, inputs, results: results.into_iter().collect(), extra }
    })
}

/// Some judgements; `deals_assessment` has them all.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let edits = [
        AssessmentEdit::Score(SubScore::Morale, Score::new(7)),
        AssessmentEdit::Ground(Some(Ground::Theirs)),
        AssessmentEdit::Factor(Factor::Price, Some(Rating::Weak)),
        AssessmentEdit::Grade(Some(Grade::B)),
    ];
    (prop::sample::subsequence(edits.to_vec(), 0..=edits.len()), any_extra()).prop_map(|(edits, extra)| {
        let mut assessment = Assessment { extra, ..Assessment::default() };
        edits.into_iter().for_each(|edit| assessment.apply(edit));
        assessment
    })
}

pub(super) fn any_deal() -> impl Strategy<Value = Deal> {
    let versions = prop::option::of(any_text());
    let facts = (any::<u64>(), any_amount(), any_date(), (any::<bool>(), versions), "[A-Z]{3}");
    let texts = prop::array::uniform5(any_text());
    let course = (prop::sample::select(&Stage::ALL[..]), prop::option::of(prop::sample::select(&End::ALL[..])));
    let tags = prop::collection::vec(any_text(), 0..3);
    let people = prop::collection::vec(any_person(), 0..4);
    let money = (any_invoice(), prop::collection::vec(any_snapshot(), 0..3));
    let texts_by_name = || prop::collection::btree_map(any_text(), any_text(), 0..3);
    let rest = (any_assessment(), texts_by_name(), texts_by_name(), any_extra());
    (facts, texts, course, tags, people, any_step(), money, rest).prop_map(
        |(facts, texts, (stage, end), tags, people, next_step, (invoice, mut snapshots), rest)| {
            let (revision, amount, expected_close, (deleted, copy_of), currency) = facts;
            let [customer, title, salesperson, lost_reason, notes] = texts;
            let (assessment, set_aside, unread, extra) = rest;
            for (number, snapshot) in (1..).zip(&mut snapshots) {
                snapshot.id = format!("n{number}");
            }
            Deal {
                id: "d".to_owned(),
                revision,
                customer,
                title,
                amount,
                currency: Currency::new(&currency).unwrap(),
                expected_close,
                salesperson,
                stage,
                end,
                lost_reason,
                tags,
                notes,
                people: numbered(people),
                next_step,
                assessment,
                invoice,
                snapshots,
                set_aside,
                deleted,
                copy_of,
                unread,
                extra,
                // The contact log and the visits have properties of their own.
                ..Deal::default()
            }
        },
    )
}
