//! Opens any fragment with any calculator: it evaluates, and the link made from it decodes to the same.

#![no_main]

use abacus_core::calculator::share::{Reader, decode, encode};
use abacus_core::calculator::solve::solve;
use abacus_core::calculators::CATALOG;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fragment: &str| {
    for tool in CATALOG {
        let spec = tool.spec();
        let linked = decode(spec, fragment);
        assert_eq!(tool.evaluate(&linked.inputs).len(), spec.outputs.len());
        let solution = linked.goal.as_ref().map(|goal| (goal, solve(*tool, &linked.inputs, goal)));
        let goal = solution.as_ref().map(|(goal, solution)| (*goal, solution));
        for reader in [Reader::Colleague, Reader::Customer] {
            let link = encode(spec, &linked.inputs, goal, reader);
            let again = decode(spec, &link);
            assert_eq!(again.problems, [], "{link}");
            let same = again.goal.as_ref().and_then(|again| Some((again, goal?.1)));
            assert_eq!(encode(spec, &again.inputs, same, reader), link);
            // A link contains no solved value, and a customer's link omits some inputs.
            if reader == Reader::Colleague {
                assert_eq!(again.goal, linked.goal, "{link}");
                assert!(linked.goal.is_some() || again.inputs == linked.inputs, "{link}");
            }
        }
    }
});
