//! The code in four kinds, each with a copy button.

use abacus_core::text::Locale;
use abacus_embed::snippet::Kind;
use yew::prelude::*;

use crate::builder::words;

pub(super) struct Codes<'a> {
    /// The code of a kind, and what a content security policy has to allow for it; `None` until the heights are known.
    pub(super) of: &'a dyn Fn(Kind) -> Option<(String, String)>,
    pub(super) has_failed: bool,
    pub(super) copied: Option<(Kind, bool)>,
    pub(super) copy: Callback<Kind>,
}

pub(super) fn section(codes: &Codes<'_>, locale: Locale) -> Html {
    html! {
        <section class="codes" aria-labelledby="code-title">
            <h2 class="section-title" id="code-title">{ words::CODE.get(locale) }</h2>
            <p class="codes__lead">{ words::CODE_LEAD.get(locale) }</p>
            <p class="codes__failed" role="alert" translate="no" hidden={!codes.has_failed}>
                if codes.has_failed { { words::FAILED.get(locale) } }
            </p>
            { for Kind::ALL.map(|kind| code(kind, codes, locale)) }
        </section>
    }
}

fn code(kind: Kind, codes: &Codes<'_>, locale: Locale) -> Html {
    let label = kind.label().get(locale);
    let found = (codes.of)(kind);
    let onclick = codes.copy.reform(move |_: MouseEvent| kind);
    let told = codes
        .copied
        .filter(|(copied, _)| *copied == kind)
        .map(|(_, done)| if done { words::COPIED } else { words::NOT_COPIED }.get(locale));
    html! {
        <details key={kind.code()} class="codes__kind" open={kind == Kind::Script}>
            <summary class="codes__summary">{ label }</summary>
            <p class="codes__advice">{ kind.advice().get(locale) }</p>
            <p class="codes__actions">
                <button type="button" class="button button--primary" {onclick} disabled={found.is_none()}
                    aria-label={words::copy(label, locale)}>{ words::COPY.get(locale) }</button>
                <span class="codes__told" role="status" translate="no">{ told }</span>
            </p>
            if let Some((code, policy)) = &found {
                <pre class="codes__code" translate="no" data-kind={kind.code()}><code>{ code }</code></pre>
                <p class="codes__policy">{ words::POLICY.get(locale) }{ " " }<code translate="no">{ policy }</code></p>
            } else {
                <p class="codes__code codes__code--waiting" aria-busy="true">{ words::MEASURING.get(locale) }</p>
            }
        </details>
    }
}
