//! The fuzzer's way to a plan in a link.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::link::plan(bytes));
