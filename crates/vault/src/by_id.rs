use std::rc::Rc;

/// A sorted vector of ids and values. In wasm it takes a fraction of the code of a `BTreeMap`, which is compiled for
/// each type of value, and a clone is a single allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ById<V>(Vec<(Rc<str>, V)>);

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> ById<V> {
    fn position(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(there, _)| (**there).cmp(id))
    }

    pub(crate) fn entry(&self, id: &str) -> Option<(&Rc<str>, &V)> {
        let (id, value) = self.0.get(self.position(id).ok()?)?;
        Some((id, value))
    }

    pub(crate) fn get(&self, id: &str) -> Option<&V> {
        self.entry(id).map(|(_, value)| value)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut V> {
        let position = self.position(id).ok()?;
        self.0.get_mut(position).map(|(_, value)| value)
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.position(id).is_ok()
    }

    pub(crate) fn insert(&mut self, id: Rc<str>, value: V) {
        match self.position(&id) {
            Ok(position) => {
                if let Some((_, there)) = self.0.get_mut(position) {
                    *there = value;
                }
            }
            Err(position) => self.0.insert(position, (id, value)),
        }
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<V> {
        let position = self.position(id).ok()?;
        Some(self.0.remove(position).1)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(id, _)| &**id)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
