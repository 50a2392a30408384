//! The fuzzer's way to the running session.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::archive::draft(bytes));
