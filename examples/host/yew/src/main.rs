//! A host written in yew. It owns the loss: its own field and the calculator's show the same one.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The calculator's events, which yew does not know.
const TOLD: [&str; 2] = ["abacus-ready", "abacus-change"];

fn main() {
    yew::Renderer::<Offer>::new().render();
}

/// The string at the end of a property path.
fn text(of: &JsValue, way: &[&str]) -> Option<String> {
    let found = way.iter().try_fold(of.clone(), |object, key| Reflect::get(&object, &JsValue::from_str(key)));
    found.ok()?.as_string()
}

#[component]
fn Offer() -> Html {
    let loss = use_state(|| "700".to_owned());
    let needed = use_state(String::new);
    let clicks = use_state(|| 0_u32);
    let is_open = use_state(|| true);
    let calculator = use_node_ref();
    {
        let (calculator, needed) = (calculator.clone(), needed.setter());
        use_effect_with(*is_open, move |_| {
            let listen = |element: Element| {
                TOLD.map(|name| {
                    let needed = needed.clone();
                    EventListener::new(&element, name, move |event| {
                        needed.set(text(event, &["detail", "outputs", "extra_sales"]).unwrap_or_default());
                    })
                })
            };
            let listeners = calculator.cast::<Element>().map(listen);
            move || drop(listeners)
        });
    }
    let typed = {
        let loss = loss.setter();
        move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            field.into_iter().for_each(|field| loss.set(field.value()));
        }
    };
    // Fired once the user has stopped changing a value: setting the attribute would overwrite what is being typed.
    let settled = {
        let loss = loss.setter();
        move |event: Event| {
            let value = event.target().and_then(|element| text(&element, &["values", "loss"]));
            value.into_iter().for_each(|value| loss.set(value));
        }
    };
    let count = {
        let clicks = clicks.clone();
        move |_: MouseEvent| clicks.set(clicks.saturating_add(1))
    };
    let turn = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let link = format!("https://abacus.example/bad-debt/?lang=en#loss={}", *loss);
    html! {
        <main>
            <h1>{ "Offer" }</h1>
            <p>
                <label>{ "Unpaid invoices " }<input name="unpaid" inputmode="decimal" value={(*loss).clone()} oninput={typed} /></label>
            </p>
            <p>{ "Sales to make up for them: " }<output name="needed">{ (*needed).clone() }</output></p>
            <p>{ "Clicks below: " }<output name="clicks">{ *clicks }</output></p>
            <button type="button" onclick={turn}>{ if *is_open { "Hide the calculator" } else { "Show the calculator" } }</button>
            <form id="offer" onclick={count}>
                if *is_open {
                    <sales-abacus ref={calculator} tool="bad-debt" name="debt" loss={(*loss).clone()} lang="en"
                        parts="inputs result actions" onchange={settled}>
                        <a href={link}>{ "What a bad debt costs" }</a>
                    </sales-abacus>
                }
            </form>
        </main>
    }
}
