//! Every choice has a unique code and unique labels in both languages.

use super::*;

#[track_caller]
fn told_apart<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, label: impl Fn(T) -> Text) {
    let distinct = |texts: Vec<&str>| {
        let mut texts = texts;
        texts.sort_unstable();
        texts.dedup();
        texts.len()
    };
    assert_eq!(distinct(all.iter().map(|one| code(*one)).collect()), all.len());
    for locale in Locale::ALL {
        let labels: Vec<_> = all.iter().map(|one| label(*one).get(locale)).collect();
        assert!(labels.iter().all(|label| !label.trim().is_empty()), "{labels:?}");
        assert_eq!(distinct(labels.clone()), all.len(), "{labels:?}");
    }
    for one in all {
        let Text { zh, en } = label(*one);
        let is_english = en.chars().all(|character| character.is_ascii() || character == '’');
        assert!(!zh.is_ascii() && is_english, "{zh} / {en}");
    }
}

#[test]
fn every_choice_has_a_unique_code_and_labels() {
    told_apart(&Side::ALL, Side::code, Side::label);
    told_apart(&SubScore::ALL, SubScore::code, SubScore::label);
    told_apart(&ValueClass::ALL, ValueClass::code, ValueClass::label);
    told_apart(&Ground::ALL, Ground::code, Ground::label);
    told_apart(&Lead::ALL, Lead::code, Lead::label);
    told_apart(&Letter::ALL, Letter::code, Letter::label);
    told_apart(&Letter::ALL, Letter::code, Letter::play);
    told_apart(&OpeningKind::ALL, OpeningKind::code, OpeningKind::label);
    told_apart(&Factor::ALL, Factor::code, Factor::label);
    told_apart(&Rating::ALL, Rating::code, Rating::label);
    told_apart(&Need::ALL, Need::code, Need::label);
    told_apart(&Grade::ALL, Grade::code, Grade::label);
    told_apart(&Chance::ALL, Chance::code, Chance::label);
    told_apart(&Purchase::ALL, Purchase::code, Purchase::label);
    told_apart(&Level::ALL, Level::code, Level::label);
    told_apart(&Level::ALL, Level::code, Level::share_label);
    told_apart(&Position::ALL, Position::code, Position::label);
    told_apart(&Size::ALL, Size::code, Size::label);
    told_apart(&PotentialClass::ALL, PotentialClass::code, PotentialClass::label);
    told_apart(&Urgency::ALL, Urgency::code, Urgency::label);
    told_apart(&FindingKind::ALL, FindingKind::id, FindingKind::meaning);
    told_apart(&PortfolioOwner::ALL, PortfolioOwner::code, PortfolioOwner::label);
    told_apart(&Front::ALL, Front::code, Front::label);
}

#[test]
fn every_advice_is_a_distinct_sentence() {
    told_apart(&ValueClass::ALL, ValueClass::code, ValueClass::advice);
    told_apart(&Position::ALL, Position::code, Position::advice);
    told_apart(&Factor::ALL, Factor::code, Factor::suggestion);
    told_apart(&Purchase::ALL, Purchase::code, Purchase::suggestion);
    let sentences = ValueClass::ALL.map(ValueClass::advice).into_iter();
    let sentences = sentences.chain(Position::ALL.map(Position::advice)).chain(Letter::ALL.map(Letter::play));
    let sentences = sentences.chain(Letter::ALL.iter().flat_map(|letter| letter.causes()).map(|cause| cause.play));
    for Text { zh, en } in sentences {
        assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} / {en}");
    }
    let all_actions: Vec<_> = PotentialClass::ALL.iter().flat_map(|class| class.actions()).collect();
    for locale in Locale::ALL {
        assert!(all_actions.iter().all(|action| !action.label.get(locale).is_empty()));
    }
}
