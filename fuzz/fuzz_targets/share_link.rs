//! Any fragment opened with any calculator: an answer, results, and the same again from the link to them.

#![no_main]

use abacus_core::calculators::CATALOG;
use abacus_core::share::{Reader, decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fragment: &str| {
    for tool in CATALOG {
        let spec = tool.spec();
        let linked = decode(spec, fragment);
        assert_eq!(tool.evaluate(&linked.inputs).len(), spec.outputs.len());
        for reader in [Reader::Colleague, Reader::Customer] {
            let link = encode(spec, &linked.inputs, linked.goal.as_ref(), reader);
            let again = decode(spec, &link);
            assert_eq!(again.problems, [], "{link}");
            assert_eq!(encode(spec, &again.inputs, again.goal.as_ref(), reader), link);
            // What is looked for is not told, and a customer is not told everything.
            if reader == Reader::Colleague {
                assert_eq!(again.goal, linked.goal, "{link}");
                assert!(linked.goal.is_some() || again.inputs == linked.inputs, "{link}");
            }
        }
    }
});
