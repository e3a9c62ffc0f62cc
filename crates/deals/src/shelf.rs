//! Deals in the order of their ids, many of which can be changed and copied in turn at little cost.

use std::rc::Rc;

use super::deal::Deal;

/// So many deals are in a parcel at most.
const MOST: usize = 128;

/// An id and its deal.
type Entry = (Rc<str>, Rc<Deal>);

/// Deals by their ids. They lie in parcels that copies share: a change copies one parcel, and neither thousands of pointers
/// nor a deal but its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    /// None is empty; each begins after the end of the one before.
    parcels: Vec<Rc<Vec<Entry>>>,
}

impl Shelf {
    /// The deal with this id, together with the id.
    pub(super) fn entry(&self, id: &str) -> Option<(&Rc<str>, &Rc<Deal>)> {
        let parcel = self.parcels.get(self.parcel_of(id))?;
        let (id, deal) = parcel.get(place(parcel, id).ok()?)?;
        Some((id, deal))
    }

    /// The deal with this id.
    pub(super) fn get(&self, id: &str) -> Option<&Rc<Deal>> {
        self.entry(id).map(|(_, deal)| deal)
    }

    /// The deal with this id, to be changed: not its id.
    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut Deal> {
        let at = self.parcel_of(id);
        let parcel = self.parcels.get_mut(at)?;
        let place = place(parcel, id).ok()?;
        let (_, deal) = Rc::make_mut(parcel).get_mut(place)?;
        Some(Rc::make_mut(deal))
    }

    /// Whether there is a deal with this id.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.entry(id).is_some()
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Rc<Deal>> {
        self.parcels.iter().flat_map(|parcel| parcel.iter()).map(|(_, deal)| deal)
    }

    /// Puts a deal in its place, instead of the one that was there.
    pub(super) fn insert(&mut self, deal: Deal) {
        let (id, deal): (Rc<str>, _) = (deal.id.as_str().into(), Rc::new(deal));
        let at = self.parcel_of(&id);
        let Some(parcel) = self.parcels.get_mut(at) else {
            return self.parcels.push(Rc::new(vec![(id, deal)]));
        };
        let entries = Rc::make_mut(parcel);
        let place = place(entries, &id);
        match place.map(|place| entries.get_mut(place)) {
            Ok(Some((_, there))) => *there = deal,
            Ok(None) => {}
            Err(place) => entries.insert(place, (id, deal)),
        }
        if entries.len() > MOST {
            let rest = entries.split_off(MOST / 2);
            self.parcels.insert(at.saturating_add(1), Rc::new(rest));
        }
    }

    /// Takes a deal away, if there is one with this id.
    pub(super) fn remove(&mut self, id: &str) {
        let at = self.parcel_of(id);
        let Some(parcel) = self.parcels.get_mut(at) else { return };
        let Ok(place) = place(parcel, id) else { return };
        let entries = Rc::make_mut(parcel);
        entries.remove(place);
        if entries.is_empty() {
            self.parcels.remove(at);
        }
    }

    /// Whether this is a copy of the other, or the other of this, and neither changed since.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.parcels.len() == other.parcels.len()
            && self.parcels.iter().zip(&other.parcels).all(|(one, other)| Rc::ptr_eq(one, other))
    }

    /// Which parcel this id is in, or would be in.
    fn parcel_of(&self, id: &str) -> usize {
        let begins_later = |parcel: &Rc<Vec<Entry>>| parcel.first().is_none_or(|(first, _)| **first <= *id);
        self.parcels.partition_point(begins_later).saturating_sub(1)
    }
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || self.iter().eq(other.iter())
    }
}

impl Eq for Shelf {}

/// Where in a parcel an id is, or would be.
fn place(parcel: &[Entry], id: &str) -> Result<usize, usize> {
    parcel.binary_search_by(|(there, _)| (**there).cmp(id))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Deal, MOST, Shelf};

    fn named(id: &str, title: &str) -> Deal {
        Deal { title: title.to_owned(), ..Deal::new(id) }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn it_does_what_an_ordered_map_does(steps in prop::collection::vec((0..3_u8, 0..300_u16), 0..900)) {
            let (mut shelf, mut map) = (Shelf::default(), BTreeMap::<String, Deal>::new());
            let mut kept: Option<(Shelf, BTreeMap<String, Deal>)> = None;
            for (step, number) in steps {
                let id = format!("{number:03}");
                match step {
                    0 => {
                        shelf.remove(&id);
                        map.remove(&id);
                    }
                    1 if map.contains_key(&id) => {
                        shelf.get_mut(&id).unwrap().title.push('x');
                        map.get_mut(&id).unwrap().title.push('x');
                    }
                    _ => {
                        shelf.insert(named(&id, "new"));
                        map.insert(id.clone(), named(&id, "new"));
                    }
                }
                prop_assert_eq!(shelf.contains(&id), map.contains_key(&id));
                prop_assert_eq!(shelf.get(&id).map(|deal| &**deal), map.get(&id));
                if number == 0 {
                    kept = Some((shelf.clone(), map.clone()));
                }
            }
            for (shelf, map) in kept.into_iter().chain([(shelf, map)]) {
                prop_assert!(shelf.iter().map(|deal| &**deal).eq(map.values()));
                prop_assert!(shelf.parcels.iter().all(|parcel| (1..=MOST).contains(&parcel.len())));
            }
        }
    }

    #[test]
    fn equal_is_what_holds_the_same_whatever_the_parcels() {
        let ids: Vec<String> = (0..500).map(|number| format!("{number:03}")).collect();
        let (mut up, mut down) = (Shelf::default(), Shelf::default());
        ids.iter().for_each(|id| up.insert(named(id, "")));
        ids.iter().rev().for_each(|id| down.insert(named(id, "")));
        assert!(up == down && !up.is_same(&down));
        let before = up.clone();
        assert!(up.is_same(&before));
        up.get_mut("250").unwrap().title.push('x');
        assert!(up != before && !up.is_same(&before) && before == down);
    }
}
