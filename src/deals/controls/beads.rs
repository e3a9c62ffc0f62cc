//! The 1+2+1 gate as a rod of an abacus: one bead, four with a notch after the second, one. A covered bead lies at the
//! bar on its left, an open one away from it.

use abacus_core::text::Locale;
use abacus_deals::{Bead, Coverage, Role};
use yew::prelude::*;

use crate::deals::words;

#[derive(PartialEq, Properties)]
pub struct BeadsProps {
    pub coverage: Coverage,
    pub locale: Locale,
}

/// The positions of the bars, and the distance between two beads.
const BARS: [u32; 4] = [4, 60, 200, 256];
const STEP: u32 = 21;
/// From a bar to the centre of a bead next to it.
const AT_BAR: u32 = 13;
/// Between the second and the third bead: two covered roles are enough.
const NOTCH: u32 = 105;

#[component]
pub fn Beads(props: &BeadsProps) -> Html {
    let BeadsProps { coverage, locale } = props;
    let [start, guide_bar, people_bar, end] = BARS;
    let beads = html! {
        <>
            { single("guide", coverage.guide, start, guide_bar) }
            <g>{ for positions(coverage).into_iter().map(|(key, bead, x)| html! { <g {key}>{ bead_shape(bead, x) }</g> }) }</g>
            { single("salesperson", coverage.salesperson, people_bar, end) }
        </>
    };
    rod(coverage, *locale, beads)
}

/// The same rod in as few shapes as possible, without transitions, for long lists.
pub fn static_beads(coverage: &Coverage, locale: Locale) -> Html {
    let [start, guide_bar, people_bar, end] = BARS;
    let single = [(coverage.guide, start, guide_bar), (coverage.salesperson, people_bar, end)];
    let single = single.into_iter().map(|(bead, left, right)| (bead, position(bead, left, right)));
    let beads: Vec<_> = single.chain(positions(coverage).into_iter().map(|(_, bead, x)| (bead, x))).collect();
    let shapes = [
        ("beads__bead beads__bead--open", Bead::Open, "a9.5 12 0 0 0 0-24"),
        ("beads__bead beads__bead--half", Bead::Half, "a9.5 12 0 0 0 0-24"),
        ("beads__half", Bead::Half, ""),
        ("beads__bead beads__bead--covered", Bead::Covered, "a9.5 12 0 0 0 0-24"),
    ];
    let shape = |(class, wanted, other_half): (&'static str, Bead, &str)| {
        let beads = beads.iter().filter(|(bead, _)| *bead == wanted);
        let d: String = beads.map(|(_, x)| format!("M{x} 6a9.5 12 0 0 0 0 24{other_half}z")).collect();
        (!d.is_empty()).then(|| html! { <path key={class} {class} {d} /> })
    };
    rod(coverage, locale, shapes.into_iter().filter_map(shape).collect())
}

fn rod(coverage: &Coverage, locale: Locale, beads: Html) -> Html {
    let [start, .., end] = BARS;
    html! {
        <svg class="beads" viewBox="0 0 260 36" role="img" aria-label={words::beads(coverage, locale)}>
            <path class="beads__rod" d={format!("M{start} 18H{end}")} />
            <path class="beads__notch" d={format!("M{NOTCH} 9l-3 -6h6zM{NOTCH} 27l-3 6h6z")} />
            <path class="beads__bar" d={BARS.map(|x| format!("M{x} 2v32")).concat()} />
            { beads }
        </svg>
    }
}

/// The single bead between two bars.
fn single(key: &'static str, bead: Bead, left: u32, right: u32) -> Html {
    html! { <g {key}>{ bead_shape(bead, position(bead, left, right)) }</g> }
}

const fn position(bead: Bead, left: u32, right: u32) -> u32 {
    match bead {
        Bead::Open => right.saturating_sub(AT_BAR),
        Bead::Half => left.midpoint(right),
        Bead::Covered => left.saturating_add(AT_BAR),
    }
}

/// The bead of each role and its position: covered ones on the left, the others on the right.
fn positions(coverage: &Coverage) -> Vec<(&'static str, Bead, u32)> {
    let [_, left, right, _] = BARS;
    let mut next = left.saturating_add(AT_BAR);
    let count = u32::try_from(coverage.covered_roles()).unwrap_or_default();
    let others = 3_u32.saturating_sub(count).saturating_mul(STEP);
    let mut next_other = right.saturating_sub(AT_BAR).saturating_sub(others);
    let place = |(role, bead): (Role, Bead)| {
        let place = if bead == Bead::Covered { &mut next } else { &mut next_other };
        let x = *place;
        *place = x.saturating_add(STEP);
        (role.code(), bead, x)
    };
    coverage.climate.into_iter().map(place).collect()
}

fn bead_shape(bead: Bead, x: u32) -> Html {
    let state = match bead {
        Bead::Open => "beads__bead--open",
        Bead::Half => "beads__bead--half",
        Bead::Covered => "beads__bead--covered",
    };
    html! {
        <>
            <ellipse class={classes!("beads__bead", state)} cx={x.to_string()} cy="18" rx="9.5" ry="12" />
            if bead == Bead::Half {
                <path class="beads__half" d={format!("M{x} 6a9.5 12 0 0 0 0 24z")} />
            }
        </>
    }
}
