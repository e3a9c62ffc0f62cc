use super::{DealField, FIELDS, Section};
use crate::deal::Deal;

/// The fields of a section, in order.
pub fn in_section(section: Section) -> impl Iterator<Item = DealField> {
    FIELDS.iter().copied().filter(move |field| field.meta().section == Some(section))
}

impl Deal {
    /// The values a section shows, the currency, and how the deal ended. The section is rendered again only if these
    /// change.
    pub fn only(&self, section: Section) -> Self {
        let mut part = Self { currency: self.currency, end: self.end, ..Self::new(&self.id) };
        in_section(section).for_each(|field| field.copy(self, &mut part));
        part
    }
}
