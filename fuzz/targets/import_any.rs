//! The fuzzer's way to any file at all.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::exchange::any(bytes));
