use super::any::deal::any_deal;
use super::*;

fn person(id: &str, name: &str) -> Person {
    Person { id: id.to_owned(), name: name.to_owned(), ..Person::default() }
}

/// A deal with a value in every part.
fn base() -> Deal {
    let mut deal = Deal { revision: 3, people: vec![person("p1", "李雷"), person("p2", "王芳")], ..Deal::new("a") };
    for edit in [
        Edit::Text(TextField::Deal(&fields::CUSTOMER), "华东机床".to_owned()),
        Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(Some(Decimal::from(300)))),
        Edit::Tags(vec!["东区".to_owned(), "重点".to_owned()]),
        Edit::AddContact(0, Contact { id: "c1".to_owned(), people: vec!["p1".to_owned()], ..Contact::default() }),
        Edit::AddVisit(0, Box::new(Visit { id: "v1".to_owned(), ..Visit::default() })),
    ] {
        deal.apply(edit);
    }
    deal
}

fn with(edits: &[Edit]) -> Deal {
    let mut deal = base();
    edits.iter().for_each(|edit| deal.apply(edit.clone()));
    deal
}

fn text(field: TextField, text: &str) -> Edit {
    Edit::Text(field, text.to_owned())
}

fn name(id: &str, name: &str) -> Edit {
    text(TextField::Person(id.to_owned(), &fields::person::NAME), name)
}

fn day(field: DateField, typed: Typed<Date>) -> Edit {
    Edit::Date(field, typed)
}

fn independent_edits() -> Vec<Edit> {
    vec![
        text(TextField::Deal(&fields::CUSTOMER), "晨光医院"),
        text(TextField::Deal(&fields::TITLE), "CT"),
        text(TextField::Deal(&fields::NOTES), "长"),
        Edit::Number(NumberField::Deal(&fields::AMOUNT), Err("大约三百万".to_owned())),
        day(DateField::Deal(&fields::EXPECTED_CLOSE), Ok(Some(date(TODAY)))),
        day(DateField::Deal(&fields::NEXT_DATE), Err("明天".to_owned())),
        text(TextField::Deal(&fields::NEXT_ACTION), "演示"),
        Edit::Stage(Stage::Value, date(TODAY)),
        Edit::Currency(Currency::new("USD").unwrap()),
        name("p1", "韩梅梅"),
        text(TextField::Person("p1".to_owned(), &fields::person::TITLE), "厂长"),
        name("p2", "小王"),
        Edit::Person("p1".to_owned(), PersonEdit::Role(Role::User, true)),
        Edit::Person("p2".to_owned(), PersonEdit::Stance(Stance::Supports, date(TODAY))),
        Edit::Person("p2".to_owned(), PersonEdit::Test(GuideTest::Credible, true)),
        Edit::Contact("c1".to_owned(), ContactEdit::Outcome(Some(MeetingOutcome::Order))),
        day(DateField::Contact("c1".to_owned(), &fields::contact::DATE), Ok(Some(date(TODAY)))),
        day(DateField::Visit("v1".to_owned(), &fields::visit::DATE), Ok(Some(date(TODAY)))),
        Edit::AddContact(1, Contact { id: "c2".to_owned(), ..Contact::default() }),
        Edit::AddVisit(1, Box::new(Visit { id: "v2".to_owned(), ..Visit::default() })),
        Edit::SetAside("no-guide".to_owned(), Some("老板一人说了算".to_owned())),
        text(TextField::Deal(&fields::INVOICE_NUMBER), "7"),
    ]
}

#[test]
fn any_two_unrelated_changes_are_merged() {
    let edits = independent_edits();
    for (one, ours) in edits.iter().enumerate() {
        for theirs in edits.iter().skip(one + 1) {
            let both = with(&[ours.clone(), theirs.clone()]);
            let sides = [with(std::slice::from_ref(ours)), with(std::slice::from_ref(theirs))];
            assert_eq!(merge(&base(), &sides[0], &sides[1]), Ok(both.clone()), "{ours:?} and {theirs:?}");
            assert_eq!(merge(&base(), &sides[1], &sides[0]), Ok(both), "{theirs:?} and {ours:?}");
        }
    }
}

#[test]
fn a_field_changed_on_both_sides_is_reported() {
    let amount = |units: i64| Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(Some(Decimal::from(units))));
    let stance = |stance| Edit::Person("p1".to_owned(), PersonEdit::Stance(stance, date(TODAY)));
    for (ours, theirs, paths) in [
        (
            text(TextField::Deal(&fields::CUSTOMER), "一"),
            text(TextField::Deal(&fields::CUSTOMER), "二"),
            vec!["customer"],
        ),
        (amount(1), amount(2), vec!["amount"]),
        (Edit::Number(NumberField::Deal(&fields::AMOUNT), Err("多".to_owned())), amount(2), vec!["amount"]),
        (Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(None)), amount(2), vec!["amount"]),
        (name("p2", "一"), name("p2", "二"), vec!["people.p2.name"]),
        (stance(Stance::Supports), stance(Stance::Opposes), vec!["people.p1.stance", "people.p1.stances"]),
        (Edit::Stage(Stage::Trust, date(TODAY)), Edit::Stage(Stage::Value, date(TODAY)), vec!["stage"]),
        (
            day(DateField::Deal(&fields::NEXT_DATE), Err("明天".to_owned())),
            day(DateField::Deal(&fields::NEXT_DATE), Ok(Some(date(TODAY)))),
            vec!["next_step.date"],
        ),
        (
            day(DateField::Contact("c1".to_owned(), &fields::contact::DATE), Err("昨天".to_owned())),
            day(DateField::Contact("c1".to_owned(), &fields::contact::DATE), Ok(Some(date(TODAY)))),
            vec!["log.c1.date"],
        ),
    ] {
        let sides = [with(std::slice::from_ref(&ours)), with(std::slice::from_ref(&theirs))];
        let paths: Vec<String> = paths.into_iter().map(str::to_owned).collect();
        assert_eq!(merge(&base(), &sides[0], &sides[1]), Err(paths.clone()), "{ours:?} and {theirs:?}");
        assert_eq!(merge(&base(), &sides[1], &sides[0]), Err(paths), "{theirs:?} and {ours:?}");
    }
}

#[test]
fn a_move_noted_on_two_days_keeps_the_earlier_day() {
    let moved = |day: &str| with(&[Edit::Stage(Stage::Value, date(day)), Edit::End(Some(End::Lost), date(day))]);
    let (early, late) = (moved("2026-03-02"), moved("2026-03-05"));
    for sides in [[&early, &late], [&late, &early]] {
        assert_eq!(merge(&base(), sides[0], sides[1]).map(|deal| deal.reached), Ok(early.reached.clone()));
    }
}

#[test]
fn an_item_is_removed_unless_the_other_side_changed_it() {
    let gone = with(&[Edit::RemovePerson("p1".to_owned())]);
    let titled = with(&[text(TextField::Deal(&fields::TITLE), "CT")]);
    let merged = merge(&base(), &gone, &titled).unwrap();
    assert_eq!((merged.people, merged.title.as_str()), (vec![person("p2", "王芳")], "CT"));
    let all_gone = with(&[Edit::RemovePerson("p1".to_owned()), Edit::RemovePerson("p2".to_owned())]);
    assert_eq!(merge(&base(), &titled, &all_gone).unwrap().people, []);

    let renamed = with(&[name("p1", "韩梅梅")]);
    for sides in [[&gone, &renamed], [&renamed, &gone]] {
        let names: Vec<_> =
            merge(&base(), sides[0], sides[1]).unwrap().people.into_iter().map(|one| one.name).collect();
        assert!(names.contains(&"韩梅梅".to_owned()) && names.len() == 2, "{names:?}");
    }
}

#[test]
fn tags_are_merged_as_a_set() {
    let tags = |tags: &[&str]| Edit::Tags(tags.iter().map(|&tag| tag.to_owned()).collect());
    let merged = merge(&base(), &with(&[tags(&["东区", "新"])]), &with(&[tags(&["急", "东区", "重点"])]));
    assert_eq!(merged.unwrap().tags, ["东区", "新", "急"]);
    let met = |id: &str| Edit::Contact("c1".to_owned(), ContactEdit::Met(id.to_owned(), true));
    let merged = merge(
        &base(),
        &with(&[met("p2")]),
        &with(&[Edit::Contact("c1".to_owned(), ContactEdit::Met("p1".to_owned(), false))]),
    );
    assert_eq!(merged.unwrap().log[0].people, ["p2"]);
    let twice = merge(&base(), &with(&[tags(&["新", "新"])]), &with(&[tags(&[])]));
    assert_eq!(twice, Err(vec!["tags".to_owned()]), "a list with duplicates is not merged as a set");
}

#[test]
fn new_people_with_the_same_id_are_kept_apart() {
    let mut ours =
        with(&[Edit::AddPerson(Box::new(person("p3", "赵一"))), Edit::AddPerson(Box::new(person("p4", "赵二")))]);
    ours.apply(Edit::Contact("c1".to_owned(), ContactEdit::Met("p3".to_owned(), true)));
    ours.visits[0].people = vec!["p1".to_owned(), "p3".to_owned()];
    ours.visits[0].questions =
        vec![Question { id: "q1".to_owned(), person: Some("p3".to_owned()), ..Question::default() }];
    ours.apply(day(DateField::Person("p3".to_owned(), &fields::person::NEXT_DATE), Err("后天".to_owned())));
    let theirs = with(&[Edit::AddPerson(Box::new(person("p3", "钱一")))]);
    let merged = merge(&base(), &ours, &theirs).unwrap();
    let people: Vec<_> = merged.people.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    assert_eq!(people, [("p1", "李雷"), ("p2", "王芳"), ("p5", "赵一"), ("p4", "赵二"), ("p3", "钱一")]);
    assert_eq!(merged.log[0].people, ["p1", "p5"]);
    assert_eq!(merged.visits[0].people, ["p1", "p5"]);
    assert_eq!(merged.visits[0].questions[0].person.as_deref(), Some("p5"));
    assert_eq!(merged.unread.keys().collect::<Vec<_>>(), ["people.p5.next_step.date"]);

    let same = with(&[Edit::AddPerson(Box::new(person("p3", "钱一"))), text(TextField::Deal(&fields::TITLE), "CT")]);
    assert_eq!(
        merge(&base(), &same, &theirs).unwrap().people.len(),
        3,
        "the same new person on both sides is added once"
    );
}

#[test]
fn new_snapshots_with_the_same_id_are_kept_apart() {
    let noted = |tool: &str| with(&[Edit::AddSnapshot(Snapshot::take("", tool, "", date(TODAY)).unwrap())]);
    let merged = merge(&base(), &noted("clv"), &noted("bad-debt")).unwrap();
    let ids: Vec<_> = merged.snapshots.iter().map(|one| (one.id.as_str(), one.tool.as_str())).collect();
    assert_eq!(ids, [("n2", "clv"), ("n1", "bad-debt")]);
    assert_eq!(merge(&base(), &noted("clv"), &noted("clv")).unwrap().snapshots.len(), 1);
}

#[test]
fn a_change_outweighs_a_deletion() {
    let deleted = Deal { deleted: true, ..base() };
    let changed = with(&[text(TextField::Deal(&fields::TITLE), "CT")]);
    for sides in [[&deleted, &changed], [&changed, &deleted]] {
        let merged = merge(&base(), sides[0], sides[1]).unwrap();
        assert_eq!((merged.deleted, merged.title.as_str()), (false, "CT"));
    }
    for sides in [[&deleted, &base()], [&base(), &deleted], [&deleted, &deleted]] {
        assert!(merge(&base(), sides[0], sides[1]).unwrap().deleted);
    }
    let (brought_back, as_it_was) = (Deal { title: "CT".to_owned(), ..base() }, base());
    for sides in [[&deleted, &brought_back], [&brought_back, &deleted], [&deleted, &as_it_was], [&as_it_was, &deleted]]
    {
        assert!(!merge(&deleted, sides[0], sides[1]).unwrap().deleted, "a restoration wins");
    }
}

#[test]
fn unknown_fields_are_merged_like_any_other() {
    let unknown = |colour: &str, size: &str| {
        let text = format!("{{\"schema\":2,\"later\":{{\"colour\":{colour},\"size\":{size}}}}}");
        decode("a", &text).unwrap()
    };
    let base = unknown("1", "1");
    let merged = merge(&base, &unknown("2.50", "1"), &unknown("1", "3")).unwrap();
    assert_eq!(merged.extra["later"], json!({"colour": Value::Number("2.50".parse().unwrap()), "size": 3}));
    assert_eq!(merge(&base, &unknown("2", "1"), &unknown("3", "1")), Err(vec!["later.colour".to_owned()]));
}

#[test]
fn the_import_origin_is_merged_as_a_whole() {
    let imported = |id: &str, revision: u64| {
        let text = format!("{{\"schema\":2,\"imported\":{{\"id\":\"{id}\",\"revision\":{revision},\"print\":\"x\"}}}}");
        decode("a", &text).unwrap()
    };
    let (base, ours, theirs) = (imported("a", 1), imported("b", 1), imported("a", 2));
    assert_eq!(merge(&base, &ours, &theirs), Err(vec!["imported".to_owned()]));
}

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_change_on_one_side_is_kept(base in any_deal(), ours in any_deal()) {
        let ours = Deal { id: base.id.clone(), ..ours };
        let as_ours = Deal { revision: base.revision, ..ours.clone() };
        prop_assert_eq!(merge(&base, &ours, &base), Ok(as_ours.clone()));
        prop_assert_eq!(merge(&base, &base, &ours), Ok(ours.clone()));
        prop_assert_eq!(merge(&base, &ours, &ours), Ok(ours));
    }

    #[test]
    fn changes_on_both_sides_are_merged_or_reported(base in any_deal(), ours in any_deal(), theirs in any_deal()) {
        let (ours, theirs) = (Deal { id: base.id.clone(), ..ours }, Deal { id: base.id.clone(), ..theirs });
        if let Ok(merged) = merge(&base, &ours, &theirs) {
            prop_assert_eq!(decode(&merged.id, &encode(&merged)), Ok(merged.clone()));
            for (merged, base, ours, theirs) in [
                (&merged.customer, &base.customer, &ours.customer, &theirs.customer),
                (&merged.notes, &base.notes, &ours.notes, &theirs.notes),
                (&merged.lost_reason, &base.lost_reason, &ours.lost_reason, &theirs.lost_reason),
            ] {
                prop_assert_eq!(merged, if ours == base { theirs } else { ours });
                prop_assert!(theirs == base || merged == theirs);
            }
        }
    }
}
