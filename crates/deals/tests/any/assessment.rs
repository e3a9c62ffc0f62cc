use abacus_deals::{
    Assessment, Chance, Chances, ContactDays, Factor, Factors, Grade, Ground, Lead, Level, Need, Purchase, Rating,
    Score, Scores, Size, SubScore, Tas, TasAnswer, TasLine, Urgency,
};

use proptest::prelude::*;

use super::{any_extra, any_text, maybe};

/// Any assessment without unknown fields.
pub(crate) fn any_assessment() -> BoxedStrategy<Assessment> {
    let score = (1..=10_u8).prop_map(|points| Score::new(points).unwrap());
    let scores = prop::collection::btree_map(prop::sample::select(&SubScore::ALL[..]), score, 0..=5);
    let ratings = prop::sample::select(&Rating::ALL[..]);
    let factors = prop::collection::btree_map(prop::sample::select(&Factor::ALL[..]), ratings, 0..=6);
    let opening = (maybe(&Ground::ALL), maybe(&Lead::ALL));
    let days = prop::option::of((1..=999_u16).prop_map(|days| ContactDays::new(days).unwrap()));
    let grade = (maybe(&Need::ALL), maybe(&Grade::ALL), days, maybe(&Chance::ALL), maybe(&Purchase::ALL));
    let customer = (maybe(&Level::ALL), maybe(&Level::ALL), maybe(&Size::ALL), maybe(&Size::ALL));
    let last = (maybe(&Urgency::ALL), any_tas());
    (scores, any_extra(), factors, any_extra(), opening, grade, customer, last, any_extra())
        .prop_map(|(given, more_scores, rated, more_factors, opening, grade, customer, (urgency, tas), extra)| {
            Assessment {
                value: Scores { given: given.into_iter().collect(), extra: more_scores },
                ground: opening.0,
                lead: opening.1,
                factors: Factors { rated: rated.into_iter().collect(), extra: more_factors },
                need: grade.0,
                grade: grade.1,
                contact_days: grade.2,
                chance: grade.3,
                purchase: grade.4,
                buying_potential: customer.0,
                share: customer.1,
                current_value: customer.2,
                future_value: customer.3,
                urgency,
                tas,
                extra,
            }
        })
        .boxed()
}

fn any_chances() -> BoxedStrategy<Chances> {
    let line = (maybe(&TasAnswer::ALL), any_text(), any_extra()).prop_map(|(answer, evidence, extra)| TasLine {
        answer,
        evidence,
        extra,
    });
    (any_text(), prop::array::uniform4(line), any_extra())
        .prop_map(|(name, [opportunity, compete, win, worth], extra)| Chances {
            name,
            opportunity,
            compete,
            win,
            worth,
            extra,
        })
        .boxed()
}

fn any_tas() -> BoxedStrategy<Tas> {
    (prop::array::uniform3(any_chances()), any_extra())
        .prop_map(|([ours, first_rival, second_rival], extra)| Tas { ours, first_rival, second_rival, extra })
        .boxed()
}
