//! The fuzzer's way to an Alpha Progression file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::exchange::alpha(bytes));
