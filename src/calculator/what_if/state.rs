//! The what-if table of a page: two inputs, the values typed for each, one result.
//! It belongs to the page alone and is not in its link.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::Calculator;
use abacus_core::calculator::axis::{self, AxisError};
use abacus_core::calculator::sensitivity::{Plan, TableAxis};
use abacus_core::number::format::Currency;
use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisKind {
    /// Down the side: one row, and one line of the chart, for each value.
    Rows,
    /// Across the top, and along the chart's axis.
    Columns,
}

/// The values of one side as they are typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The text exactly as typed, valid or not.
    pub text: AttrValue,
    pub error: Option<AxisError>,
    /// Values that were typed more than once, and count once.
    pub repeated: Vec<Decimal>,
}

impl Typed {
    fn of(axis: &TableAxis) -> Self {
        Self { text: axis::show(axis.field, &axis.values).into(), error: None, repeated: Vec::new() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    plan: Plan,
    rows: Typed,
    columns: Typed,
}

#[derive(Clone, Debug, PartialEq)]
pub enum WhatIfAction {
    /// Chooses another input for a side; its current value becomes one of the suggested values.
    Choose(AxisKind, String, Option<Decimal>),
    Output(String),
    /// Types the values of a side; amounts are in this currency.
    Type(AxisKind, String, Option<&'static Currency>),
    /// The user left the values of a side, so they may be reformatted.
    Commit(AxisKind),
    /// Back to the declared table of the calculator.
    Restore,
}

impl WhatIf {
    /// The declared table of the calculator.
    pub fn open(calculator: &'static dyn Calculator) -> Self {
        let plan = Plan::declared(calculator);
        Self { rows: Typed::of(&plan.rows), columns: Typed::of(&plan.columns), plan }
    }

    /// The plan with the last values of each side that could be parsed.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    pub const fn axis(&self, which: AxisKind) -> (&TableAxis, &Typed) {
        match which {
            AxisKind::Rows => (&self.plan.rows, &self.rows),
            AxisKind::Columns => (&self.plan.columns, &self.columns),
        }
    }

    const fn axis_mut(&mut self, which: AxisKind) -> (&mut TableAxis, &mut Typed) {
        match which {
            AxisKind::Rows => (&mut self.plan.rows, &mut self.rows),
            AxisKind::Columns => (&mut self.plan.columns, &mut self.columns),
        }
    }

    /// Whether there is nothing to restore.
    pub fn is_as_opened(&self) -> bool {
        let is_read = |typed: &Typed| typed.error.is_none();
        self.plan.is_declared() && is_read(&self.rows) && is_read(&self.columns)
    }

    fn choose(&mut self, which: AxisKind, key: &str, now: Option<Decimal>) {
        let other = match which {
            AxisKind::Rows => AxisKind::Columns,
            AxisKind::Columns => AxisKind::Rows,
        };
        // The input is that of the other side: the sides are swapped.
        if self.axis(other).0.field.key == key {
            std::mem::swap(&mut self.plan.rows, &mut self.plan.columns);
            std::mem::swap(&mut self.rows, &mut self.columns);
            return;
        }
        let Some(field) = self.plan.choices().find(|field| field.key == key) else { return };
        let chosen = TableAxis::first(self.plan.calculator, field, now.unwrap_or(field.default));
        let (axis, typed) = self.axis_mut(which);
        *typed = Typed::of(&chosen);
        *axis = chosen;
    }

    fn type_into(&mut self, which: AxisKind, text: String, currency: Option<&Currency>) {
        let (axis, typed) = self.axis_mut(which);
        match axis::read(axis.field, &text, currency) {
            Ok(read) => {
                axis.values = read.values;
                *typed = Typed { text: text.into(), error: None, repeated: read.repeated };
            }
            Err(error) => *typed = Typed { text: text.into(), error: Some(error), repeated: Vec::new() },
        }
    }

    fn commit(&mut self, which: AxisKind) {
        let (axis, typed) = self.axis_mut(which);
        if typed.error.is_none() {
            typed.text = axis::show(axis.field, &axis.values).into();
        }
    }
}

impl Reducible for WhatIf {
    type Action = WhatIfAction;

    fn reduce(self: Rc<Self>, action: WhatIfAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            WhatIfAction::Choose(which, key, now) => next.choose(which, &key, now),
            WhatIfAction::Output(key) => {
                next.plan.output = self.plan.calculator.spec().output(&key).unwrap_or(self.plan.output);
            }
            WhatIfAction::Type(which, text, currency) => next.type_into(which, text, currency),
            WhatIfAction::Commit(which) => next.commit(which),
            WhatIfAction::Restore => next = Self::open(self.plan.calculator),
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

#[hook]
pub fn use_what_if(calculator: &'static dyn Calculator) -> UseReducerHandle<WhatIf> {
    use_reducer_eq(|| WhatIf::open(calculator))
}
